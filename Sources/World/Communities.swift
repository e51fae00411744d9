package import Ground

extension World {
    package struct Community: Sendable, Hashable {
        package let key: String
        package let name: String
        package let purpose: String
        package let started: Day
        /// The packs it works by, its programme first.
        package let packs: [String]
    }

    /// How an organisation belongs to a community; `kind` as in the pack.
    package struct Membership: Sendable, Hashable {
        package let organisation: String
        package let community: String
        package let kind: String
        package let since: Day
    }

    /// A step of a component of the demonstration's community from stage to stage, keys as in the pack.
    package struct StageMove: Sendable, Hashable {
        package let component: String
        package let to: String
        package let evidence: String
        package let day: Day
        /// The person who moved it, by key.
        package let by: String
    }

    /// The demonstration's community, and a small one beside it that must never see anything of the first.
    package static let communities = [harbour, ridge]

    package static let harbour = Community(
        key: "tarapunga-harbour",
        name: "Tarāpunga Harbour Community of Practice",
        purpose: """
            Seven schools round one harbour, so that a child who moves from the spit to the hill finds people who \
            already know how to teach them well.
            """,
        started: day("2024-11-04"), packs: ["community-of-practice", "collective-advantage", "demo-tools"])

    package static let ridge = Community(
        key: "kokako-ridge",
        name: "Kōkako Ridge Collective",
        purpose: "Two country schools that share a bus, a sports day and, since last year, their best ideas.",
        started: day("2025-07-21"), packs: ["community-of-practice", "demo-tools"])

    package static let memberships: [Membership] =
        harbourSchools.map {
            Membership(organisation: $0.key, community: harbour.key, kind: "member", since: joined($0))
        }
        + [
            Membership(
                organisation: earlyLearning.key, community: harbour.key, kind: "associate", since: day("2025-05-05")),
            Membership(organisation: agency.key, community: harbour.key, kind: "partner", since: day("2025-02-17")),
        ]
        + ridgeSchools.map {
            Membership(organisation: $0.key, community: ridge.key, kind: "member", since: ridge.started)
        }

    /// Lamplighter Hill came a term after the others.
    private static func joined(_ school: School) -> Day {
        school.key == lamplighterHill.key ? day("2025-02-03") : harbour.started
    }

    /// The stages the harbour has gone through, oldest first. Measurement stepped back once.
    package static let stageMoves = [
        StageMove(
            component: "governance", to: "forming", evidence: "Six principals met at Tōrea Spit and wanted to go on.",
            day: day("2024-11-04"), by: ngaire.key),
        StageMove(
            component: "focus-areas", to: "forming", evidence: "Each school named what its learners need most.",
            day: day("2024-11-25"), by: ngaire.key),
        StageMove(
            component: "governance", to: "implementing",
            evidence: "The vision is one sentence long and hangs in all seven staffrooms. Decisions are by consent.",
            day: day("2025-02-24"), by: ngaire.key),
        StageMove(
            component: "focus-areas", to: "implementing",
            evidence: "Five focus areas, each with a lead principal and two or more lead teachers.",
            day: day("2025-03-17"), by: gareth.key),
        StageMove(
            component: "measurement", to: "forming", evidence: "Every school laid its tools on the table.",
            day: day("2025-03-24"), by: anil.key),
        StageMove(
            component: "measurement", to: "implementing",
            evidence:
                "Reading, writing and mathematics in Terms 2 and 4. Each school keeps its tool and signs off first.",
            day: day("2025-05-12"), by: anil.key),
        StageMove(
            component: "measurement", to: "embedding",
            evidence: "Two rounds signed off; writing was chosen as the first challenge because of them.",
            day: day("2025-12-01"), by: anil.key),
        StageMove(
            component: "measurement", to: "implementing",
            evidence: "Two schools changed their tool over summer. We say so on the page and begin to compare anew.",
            day: day("2026-03-02"), by: anil.key),
        StageMove(
            component: "governance", to: "embedding",
            evidence:
                "All boards met on 14 October. Each wrote down the release it pays for and what it decides alone.",
            day: day("2026-10-19"), by: ngaire.key),
    ]
}
