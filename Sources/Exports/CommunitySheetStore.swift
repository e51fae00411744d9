import Database
import Ground
import Tables

/// One kind of thing of a community, as a table for people to open: names where the database has ids.
struct CommunitySheet: Sendable {
    let name: String
    let header: [String]
    /// The headings under which numbers stand.
    private let numbers: Set<String>
    private let query: @Sendable (CommunityID) -> SQL

    private init(
        _ name: String, _ header: [String], numbers: Set<String> = [], query: @escaping @Sendable (CommunityID) -> SQL
    ) {
        (self.name, self.header, self.numbers, self.query) = (name, header, numbers, query)
    }

    func rows(of community: CommunityID, in transaction: Transaction) throws -> [[CSVWriter.Cell]] {
        try transaction.rows(query(community)) { row in
            try header.enumerated().map { index, heading in
                if row.source.isNull(index) { return .empty }
                return numbers.contains(heading) ? .integer(try row[index]) : .text(try row[index])
            }
        }
    }
}

extension CommunitySheet {
    static let all = [
        members, people, stages, focusAreas, leads, challenges, targets, actions, versions, activities, gems, evidence,
        answers, designs, adoptions, checks, signOffs, events,
    ]

    private static let members = CommunitySheet(
        "members",
        ["organisation", "kind", "directory number", "on the roll", "belongs as", "resourced", "since", "until"],
        numbers: ["on the roll"]
    ) { community in
        """
        SELECT organisation.name, organisation.kind, organisation.directory_number, organisation.roll, membership.kind,
            CASE WHEN membership.is_resourced THEN 'yes' ELSE '' END, membership.since, membership.until
        FROM membership JOIN organisation ON organisation.id = membership.organisation_id
        WHERE membership.community_id = \(community) ORDER BY membership.since, organisation.sort_key, membership.id
        """
    }

    private static let people = CommunitySheet(
        "people-and-roles", ["role", "held by", "organisation", "since", "until"]
    ) { community in
        """
        SELECT position.role, person.name, organisation.name, position.since, position.until
        FROM position LEFT JOIN person ON person.id = position.person_id
        LEFT JOIN organisation ON organisation.id = position.organisation_id
        WHERE position.community_id = \(community) ORDER BY position.since, position.id
        """
    }

    private static let stages = CommunitySheet(
        "stages", ["day", "component", "from", "to", "evidence", "by"]
    ) { community in
        """
        SELECT stage_move.day, stage_move.component, stage_move.from_stage, stage_move.to_stage, stage_move.evidence,
            person.name
        FROM stage_move LEFT JOIN person ON person.id = stage_move.person_id
        WHERE stage_move.community_id = \(community) ORDER BY stage_move.day, stage_move.id
        """
    }

    private static let focusAreas = CommunitySheet(
        "focus-areas", ["focus area", "text", "started", "phase", "ended"]
    ) { community in
        """
        SELECT title, text, started, phase, ended FROM focus_area WHERE community_id = \(community)
        ORDER BY started, id
        """
    }

    private static let leads = CommunitySheet(
        "focus-area-leads", ["focus area", "led by", "organisation", "since", "until"]
    ) { community in
        """
        SELECT focus_area.title, person.name, organisation.name, focus_area_lead.since, focus_area_lead.until
        FROM focus_area_lead
        JOIN focus_area ON focus_area.community_id = focus_area_lead.community_id
            AND focus_area.id = focus_area_lead.focus_area_id
        LEFT JOIN person ON person.id = focus_area_lead.person_id
        LEFT JOIN organisation ON organisation.id = focus_area_lead.organisation_id
        WHERE focus_area_lead.community_id = \(community) ORDER BY focus_area_lead.since, focus_area_lead.id
        """
    }

    private static let challenges = CommunitySheet(
        "challenges",
        [
            "challenge", "why", "story", "how we would know", "focus area", "proposed", "agreed", "closed",
            "closed because",
        ]
    ) { community in
        """
        SELECT challenge.title, challenge.why, challenge.story, challenge.how_known, focus_area.title,
            challenge.proposed, challenge.agreed, challenge.closed, challenge.closed_because
        FROM challenge
        LEFT JOIN focus_area ON focus_area.community_id = challenge.community_id
            AND focus_area.id = challenge.focus_area_id
        WHERE challenge.community_id = \(community) ORDER BY challenge.proposed, challenge.id
        """
    }

    private static let targets = CommunitySheet(
        "targets",
        [
            "challenge", "measure", "first year level", "last year level", "group", "direction", "counted at first",
            "learners at first", "goal in tenths of a percent", "due", "source",
        ],
        numbers: [
            "first year level", "last year level", "counted at first", "learners at first",
            "goal in tenths of a percent",
        ]
    ) { community in
        """
        SELECT challenge.title, target.measure, target.first_year, target.last_year, target.learner_group,
            target.direction, target.counted, target.learners, target.goal_tenths, target.due, target.source
        FROM target
        JOIN challenge ON challenge.community_id = target.community_id AND challenge.id = target.challenge_id
        WHERE target.community_id = \(community) ORDER BY target.due, target.id
        """
    }

    private static let actions = CommunitySheet(
        "actions", ["action", "for challenge", "for focus area", "person", "organisation", "begins", "due", "state"]
    ) { community in
        """
        SELECT planned_action.what, challenge.title, focus_area.title, person.name, organisation.name,
            planned_action.begins, planned_action.due, planned_action.state
        FROM planned_action
        LEFT JOIN challenge ON challenge.community_id = planned_action.community_id
            AND challenge.id = planned_action.challenge_id
        LEFT JOIN focus_area ON focus_area.community_id = planned_action.community_id
            AND focus_area.id = planned_action.focus_area_id
        LEFT JOIN person ON person.id = planned_action.person_id
        LEFT JOIN organisation ON organisation.id = planned_action.organisation_id
        WHERE planned_action.community_id = \(community) ORDER BY planned_action.due, planned_action.id
        """
    }

    private static let versions = CommunitySheet(
        "actions-at-each-school", ["action", "organisation", "how it is done there", "state", "written"]
    ) { community in
        """
        SELECT planned_action.what, organisation.name, action_version.text, action_version.state,
            action_version.written
        FROM action_version
        JOIN planned_action ON planned_action.community_id = action_version.community_id
            AND planned_action.id = action_version.action_id
        JOIN organisation ON organisation.id = action_version.organisation_id
        WHERE action_version.community_id = \(community)
        ORDER BY action_version.action_id, action_version.organisation_id
        """
    }

    private static let activities = CommunitySheet(
        "activities", ["day", "activity", "organisation", "with whom", "kind", "focus area", "written by"]
    ) { community in
        """
        SELECT activity.day, activity.text, organisation.name, activity.company, activity.kind, focus_area.title,
            person.name
        FROM activity JOIN organisation ON organisation.id = activity.organisation_id
        LEFT JOIN focus_area ON focus_area.community_id = activity.community_id
            AND focus_area.id = activity.focus_area
        LEFT JOIN person ON person.id = activity.person_id
        WHERE activity.community_id = \(community) AND NOT activity.is_removed ORDER BY activity.day, activity.id
        """
    }

    private static let gems = CommunitySheet(
        "gems", ["gem", "text", "focus area", "organisation", "found by", "nominated"]
    ) { community in
        """
        SELECT gem.title, gem.text, focus_area.title, organisation.name, gem.finder, gem.nominated
        FROM gem JOIN organisation ON organisation.id = gem.organisation_id
        LEFT JOIN focus_area ON focus_area.community_id = gem.community_id AND focus_area.id = gem.focus_area
        WHERE gem.community_id = \(community) ORDER BY gem.nominated, gem.id
        """
    }

    private static let evidence = CommunitySheet("gem-evidence", ["gem", "asked", "what was seen"]) { community in
        """
        SELECT gem.title, gem_evidence.asked, gem_evidence.text
        FROM gem_evidence
        JOIN gem ON gem.community_id = gem_evidence.community_id AND gem.id = gem_evidence.gem_id
        WHERE gem_evidence.community_id = \(community)
        ORDER BY gem_evidence.gem_id, gem_evidence.position, gem_evidence.question
        """
    }

    private static let answers = CommunitySheet("gem-answers", ["day", "gem", "answer", "reason", "by"]) { community in
        """
        SELECT gem_answer.day, gem.title, gem_answer.kind, gem_answer.reason, person.name
        FROM gem_answer JOIN gem ON gem.community_id = gem_answer.community_id AND gem.id = gem_answer.gem_id
        LEFT JOIN person ON person.id = gem_answer.person_id
        WHERE gem_answer.community_id = \(community) ORDER BY gem_answer.at, gem_answer.id
        """
    }

    private static let designs = CommunitySheet(
        "gem-designs", ["gem", "for whom", "what must stay", "what may change", "who helps", "due", "written"]
    ) { community in
        """
        SELECT gem.title, gem_design.audience, gem_design.core, gem_design.adaptable, gem_design.help, gem_design.due,
            gem_design.day
        FROM gem_design JOIN gem ON gem.community_id = gem_design.community_id AND gem.id = gem_design.gem_id
        WHERE gem_design.community_id = \(community) ORDER BY gem_design.gem_id
        """
    }

    private static let adoptions = CommunitySheet(
        "adoptions", ["day", "gem", "organisation", "how far", "note", "said by"]
    ) { community in
        """
        SELECT adoption.day, gem.title, organisation.name, adoption.state, adoption.note, person.name
        FROM adoption JOIN gem ON gem.community_id = adoption.community_id AND gem.id = adoption.gem_id
        JOIN organisation ON organisation.id = adoption.organisation_id
        LEFT JOIN person ON person.id = adoption.person_id
        WHERE adoption.community_id = \(community) ORDER BY adoption.day, adoption.id
        """
    }

    private static let checks = CommunitySheet(
        "impact-checks", ["day", "gem", "verdict", "reason", "side", "what was seen", "link", "by"]
    ) { community in
        """
        SELECT gem_verdict.day, gem.title, gem_verdict.kind, gem_verdict.reason, impact_finding.outcome,
            impact_finding.text, impact_finding.link, person.name
        FROM gem_verdict JOIN gem ON gem.community_id = gem_verdict.community_id AND gem.id = gem_verdict.gem_id
        LEFT JOIN impact_finding ON impact_finding.community_id = gem_verdict.community_id
            AND impact_finding.gem_id = gem_verdict.gem_id AND impact_finding.verdict_id = gem_verdict.id
        LEFT JOIN person ON person.id = gem_verdict.person_id
        WHERE gem_verdict.community_id = \(community)
        ORDER BY gem_verdict.at, gem_verdict.id, impact_finding.position
        """
    }

    private static let signOffs = CommunitySheet(
        "sign-offs", ["organisation", "measure", "year", "term", "signed", "recalled", "by"], numbers: ["year", "term"]
    ) { community in
        """
        SELECT organisation.name, sign_off.measure, sign_off.year, sign_off.term, sign_off.signed_at,
            sign_off.recalled_at, person.name
        FROM sign_off JOIN organisation ON organisation.id = sign_off.organisation_id
        LEFT JOIN person ON person.id = sign_off.person_id
        WHERE sign_off.community_id = \(community)
        ORDER BY sign_off.signed_at, sign_off.organisation_id, sign_off.measure, sign_off.year, sign_off.term
        """
    }

    private static let events = CommunitySheet(
        "events", ["at", "what happened", "by", "organisation", "about", "words"]
    ) { community in
        """
        SELECT event.at, event.kind, person.name, organisation.name, event.subject, event.text
        FROM event LEFT JOIN person ON person.id = event.person_id
        LEFT JOIN organisation ON organisation.id = event.organisation_id
        WHERE event.community_id = \(community) ORDER BY event.at, event.id
        """
    }
}
