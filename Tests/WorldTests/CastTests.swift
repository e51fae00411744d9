import Foundation
import Ground
import Testing
import World

@Suite struct `The invented cast` {
    @Test func `is two communities and nine schools, with a service and an agency beside them`() {
        #expect(World.communities.map(\.key) == ["tarapunga-harbour", "kokako-ridge"])
        #expect(World.harbourSchools.map(\.roll) == [640, 480, 350, 260, 190, 110, 62])
        #expect(World.harbourSchools.map(\.roll).reduce(0, +) == 2092)
        #expect(World.schools.count == 9)
        #expect(
            Set(World.organisations.map(\.kind)) == [
                "primary-school", "intermediate-school", "early-learning", "agency",
            ])
        #expect(Set(World.memberships.map(\.organisation)) == Set(World.organisations.map(\.key)))
    }

    @Test func `shares no name with the schools it could be mistaken for`() {
        // The members of the Kahukura Community of Practice, as the Education Review Office listed them.
        let real = [
            "Addington Te Kura Taumatua", "Cashmere Primary Te Pae Kererū", "Christchurch South Intermediate",
            "Somerfield Te Kura Wairepo", "Sacred Heart School (Addington)", "Te Kura o Huriawa Thorrington",
            "Te Ara Koropiko",
        ]
        let plain: Set = ["school", "primary", "intermediate", "te", "kura", "o", "south", "(addington)"]
        let taken = Set(real.flatMap { $0.sortKey.split(separator: " ") }.map(String.init)).subtracting(plain)
        for organisation in World.organisations {
            let words = organisation.name.sortKey.split(separator: " ").map(String.init)
            #expect(taken.isDisjoint(with: words), "\(organisation.name)")
        }
    }

    @Test func `has names, keys and addresses that are nobody else's`() {
        let people = World.people
        for keys in [people.map(\.key), people.map(\.name), people.map(\.email), World.organisations.map(\.key)] {
            #expect(Set(keys).count == keys.count)
        }
        #expect(people.allSatisfy { $0.email.hasSuffix(".example") })
        #expect(World.organisations.compactMap(\.directoryNumber).allSatisfy { $0.count == 6 })
    }

    @Test func `has somebody in every chair, and one for whoever is not let in`() {
        #expect(
            World.seats.map(\.standing) == [
                .leader, .principal, .leadTeacher, .board, .partner, .visitor, .adviser,
            ])
        for seat in World.seats where seat.standing != .visitor { #expect(seat.person?.standing == seat.standing) }
        #expect(World.seats.filter { $0.person == nil }.map(\.standing) == [.visitor])
        #expect(World.seats[0].person?.organisation != World.seats[1].person?.organisation)
    }

    @Test func `has a principal at every school`() {
        #expect(Set(World.schools.compactMap(World.principal)).count == 9)
    }

    @Test func `leads each focus area with a principal, another beside, and two or more lead teachers`() {
        #expect(
            World.focusAreas.map(\.key) == [
                "deep-learning", "cultural-responsiveness", "creativity", "leadership", "inclusiveness",
            ])
        for area in World.focusAreas {
            #expect(World.person(area.lead)?.standing == .leader)
            #expect([.leader, .principal].contains(World.person(area.beside)?.standing))
            #expect(area.beside != area.lead)
            #expect(area.leadTeachers.count >= 2)
            #expect(area.leadTeachers.allSatisfy { World.person($0)?.standing == .leadTeacher })
        }
    }

    @Test func `moves through stages in the order of days`() {
        let days = World.stageMoves.map(\.day)
        #expect(days == days.sorted())
        #expect(Set(World.stageMoves.map(\.component)) == ["governance", "focus-areas", "measurement"])
    }
}
