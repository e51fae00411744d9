import Ground
import HTML
import Interface

/// The parts of the room "Who we are", side by side on each of its pages.
enum CommunityPart: CaseIterable {
    case members, positions, stages, settings
}

func communityParts(_ community: Community, _ current: CommunityPart, mayManage: Bool) -> HTML {
    let shown = CommunityPart.allCases.filter { $0 != .settings || mayManage }
    return parts(
        CommunityWords.room,
        shown.map { part in
            switch part {
            case .members:
                Link(CommunityWords.members, to: CommunityPath.members(community.id), isCurrent: part == current)
            case .positions:
                Link(CommunityWords.positions, to: CommunityPath.positions(community.id), isCurrent: part == current)
            case .stages:
                Link(CommunityWords.stages, to: CommunityPath.stages(community.id), isCurrent: part == current)
            case .settings:
                Link(CommunityWords.settings, to: CommunityPath.settings(community.id), isCurrent: part == current)
            }
        })
}

/// A form that waits behind a line until somebody wants it, or came back with problems.
func folded(_ words: Words, isOpen: Bool, _ form: HTML) -> HTML {
    "<details class=\"fold\"\(if: isOpen, " open")><summary>\(words)</summary>\(form)</details>"
}
