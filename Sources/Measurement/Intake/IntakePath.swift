package import Ground

/// The ways of bringing in, written once.
package enum IntakePath {
    @Sendable package static func room(_ community: CommunityID) -> String { "/communities/\(community)/intakes" }
    static func intake(_ community: CommunityID, _ intake: Identifier<Intake>) -> String {
        "\(room(community))/\(intake)"
    }
    static func problems(_ community: CommunityID, _ intake: Identifier<Intake>) -> String {
        "\(room(community))/\(intake)/problems.csv"
    }
    static func application(_ community: CommunityID, _ intake: Identifier<Intake>) -> String {
        "\(room(community))/\(intake)/application"
    }
    static func withdrawal(_ community: CommunityID, _ intake: Identifier<Intake>) -> String {
        "\(room(community))/\(intake)/application/withdrawal"
    }
    static func removal(_ community: CommunityID, _ intake: Identifier<Intake>) -> String {
        "\(room(community))/\(intake)/removal"
    }
    static func mending(_ community: CommunityID, _ intake: Identifier<Intake>) -> String {
        "\(room(community))/\(intake)/mending"
    }
    static func progress(_ community: CommunityID, _ intake: Identifier<Intake>) -> String {
        "\(room(community))/\(intake)/progress"
    }
    static func package(_ community: CommunityID, _ file: Identifier<IntakeFile>) -> String {
        "\(room(community))/packages/\(file)"
    }
    static func file(_ community: CommunityID, _ file: Identifier<IntakeFile>) -> String {
        "\(room(community))/files/\(file)"
    }
}
