import Programmes

/// A small pack with every part, and what is said when something in it is replaced.
enum Sample {
    static let text = """
        pack: sample
        version: "1.2"
        title: Sample
        since: 2026-01-29
        until: 2028-01-28
        fixed: [roles, floors, elements]
        free: [words, organisations, memberships, components, decisions, meetings, activities, outcomes, groups,
          constructs, measures, instruments, expectations, gem-questions, focus-areas, targets, roles/guide]
        words:
          gem: { one: gem, many: gems }
          learner: { one: ākonga, many: ākonga, lang: mi }
        organisations:
          school: { title: School, school: yes }
          kindergarten: { title: Kindergarten, learners: yes }
          agency: Agency
        memberships:
          member: { title: Member, resourced: yes }
          partner: Partner
        roles:
          lead:
            title: Lead
            purpose: Leads.
            standing: leader
            held-by: A principal.
            release: 0.4
            term: 2 years
            serves: [find, spread]
          guide:
            title: Guide
            purpose: Guides.
            standing: lead-teacher
        components:
          governance:
            title: Governance
            stages:
              forming: Forming
              running:
                title: Running
                gate:
                  evidence: A vision
                  owner: leader
        decisions:
          by: consent
        meetings:
          boards: { title: Boards, every: 12 months, invited: [board] }
        activities:
          inquiry: { title: Inquiry, steps: [Notice, Try] }
        elements:
          find: { title: Find, carried-by: [teacher] }
          spread: { title: Spread }
        outcomes:
          learners: { title: Learners, question: What changed? }
        groups:
          boys: Boys
        constructs:
          reading: Reading
        measures:
          reading:
            title: Reading
            construct: reading
            years: 1 to 8
            definitions:
              - version: "1"
                since: 2026-01-29
                text: At or above.
              - version: "2"
                since: 2027-01-29
                text: Well above.
        instruments:
          scale:
            title: Scale
            constructs: reading
            scale: points
            range: 20 to 120
            norms: ["2024"]
          steps:
            title: Steps
            constructs: [reading]
            scale: levels
            levels: { below: Below, at: At, above: Above }
          nines:
            title: Nines
            constructs: [reading]
            scale: stanine
        expectations:
          - measure: reading
            instrument: scale
            years:
              4: 52
              5 to 6: 60
          - measure: reading
            instrument: scale
            norms: "2024"
            years: { 4: 50 }
          - measure: reading
            instrument: steps
            years: { 1 to 8: at }
        gem-questions:
          where: { question: Where was it tried?, required: yes }
        focus-areas:
          kindness: { title: Kindness, text: Being kind. }
        floors:
          inside: 6
          outside: 12
        targets: none
        """

    static func pack() throws -> Pack { try Pack.checked(text, file: "sample.yaml") }

    /// The problems of the sample after replacing one piece of it, each as one line.
    static func problems(replacing old: String, with new: String) -> [String] {
        guard text.contains(old) else { return ["the sample has no “\(old)”"] }
        let range = text.firstRange(of: old)
        let changed = range.map { text.replacingCharacters(in: $0, with: new) } ?? text
        return Pack.read(changed, file: "sample.yaml").problems.map { $0.rendered() }
    }

    /// An addition with these lines under its head.
    static func addition(_ lines: String, to bases: String = "any", id: String = "more") -> String {
        "pack: \(id)\nversion: 1\ntitle: More\nsince: 2026-01-01\nadds-to: \(bases)\n\(lines)\n"
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with new: String) -> String {
        String(self[..<range.lowerBound]) + new + self[range.upperBound...]
    }
}
