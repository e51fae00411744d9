package import Database
import Gems
package import Ground

extension Transaction {
    /// Every check of every gem of a community, oldest first.
    package func impactChecks(of community: CommunityID) throws -> [ImpactCheck] {
        var findings: [Identifier<Verdict>: [ImpactCheck.Finding]] = [:]
        try each(
            """
            SELECT verdict_id, outcome, text, link FROM impact_finding
            WHERE community_id = \(community) ORDER BY verdict_id, position
            """
        ) { row in
            findings[try row[0], default: []].append(
                ImpactCheck.Finding(outcome: try row[1], evidence: Evidence(try row[2], link: try row[3])))
        }
        return try verdicts(of: community).map { ImpactCheck(verdict: $0, findings: findings[$0.id] ?? []) }
    }

    package func add(_ check: ImpactCheck, in community: CommunityID) throws {
        try add(check.verdict, in: community)
        for (position, finding) in check.findings.enumerated() {
            try execute(
                """
                INSERT INTO impact_finding (community_id, gem_id, verdict_id, position, outcome, text, link)
                VALUES (\(community), \(check.verdict.gem), \(check.verdict.id), \(position), \(finding.outcome),
                    \(finding.evidence.text), \(finding.evidence.link))
                """)
        }
    }
}
