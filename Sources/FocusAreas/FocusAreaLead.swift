package import Ground

extension FocusArea {
    /// That a person leads it, from when until when: as its lead principal, or as a lead teacher in one school.
    package struct Lead: Sendable, Equatable {
        package let id: Identifier<Lead>
        package let person: PersonID
        package let name: String
        /// The school of a lead teacher; `nil` for the lead principal, who leads it for everyone.
        package let organisation: OrganisationID?
        package let since: Day
        package var until: Day?

        package init(
            id: Identifier<Lead>, person: PersonID, name: String, organisation: OrganisationID?, since: Day,
            until: Day? = nil
        ) {
            (self.id, self.person, self.name, self.organisation) = (id, person, name, organisation)
            (self.since, self.until) = (since, until)
        }

        package var isOpen: Bool { until == nil }
    }

    /// Who leads it for everyone; `nil` while nobody has been named.
    package var leadPrincipal: Lead? { leads.first { $0.isOpen && $0.organisation == nil } }

    /// Its lead teachers now, in every school.
    package var leadTeachers: [Lead] { leads.filter { $0.isOpen && $0.organisation != nil } }

    /// Its lead teachers now, in one school.
    package func leadTeachers(in organisation: OrganisationID) -> [Lead] {
        leads.filter { $0.isOpen && $0.organisation == organisation }
    }

    /// The people who carry it, each once. One alone is too few: what rests on one person leaves with them.
    package var carriers: [Lead] {
        var seen: Set<PersonID> = []
        return leads.filter { $0.isOpen && seen.insert($0.person).inserted }
    }

    package static let fewestCarriers = 2
}

/// Somebody who could lead, with where and as what they stand.
package struct Candidate: Sendable, Equatable {
    package let person: PersonID
    package let name: String
    package let standing: Standing
    /// The organisation for which they stand; `nil` across the community.
    package let organisation: OrganisationID?

    package init(person: PersonID, name: String, standing: Standing, organisation: OrganisationID?) {
        (self.person, self.name, self.standing, self.organisation) = (person, name, standing, organisation)
    }

    /// Who leads a focus area for everyone is a principal of the community.
    package var mayLeadForEveryone: Bool { [.leader, .principal].contains(standing) }

    /// Lead teachers belong to the school, or work across schools. In the smallest schools the principal teaches.
    package func mayLead(in school: OrganisationID) -> Bool {
        switch standing {
        case .leadTeacher: organisation == nil || organisation == school
        case .teacher, .principal: organisation == school
        default: false
        }
    }
}

extension FocusArea {
    /// The lead principal, named from a day on. Whoever led before hands over on that day.
    package func led(
        by person: PersonID, among candidates: [Candidate], since day: Day, id: Identifier<Lead>
    ) throws(FocusAreaRefusal) -> FocusArea {
        guard isOpen else { throw .ended }
        guard let candidate = candidates.first(where: { $0.person == person && $0.mayLeadForEveryone }) else {
            throw .notPrincipal
        }
        if let lead = leadPrincipal, lead.person == person { throw .leadsAlready(lead.name) }
        var led = self
        for index in led.leads.indices where led.leads[index].isOpen && led.leads[index].organisation == nil {
            led.leads[index].until = max(day, led.leads[index].since)
        }
        led.leads.append(Lead(id: id, person: person, name: candidate.name, organisation: nil, since: day))
        return led
    }

    /// One more lead teacher in a school, from a day on.
    package func led(
        by person: PersonID, in school: OrganisationID, among candidates: [Candidate], since day: Day,
        id: Identifier<Lead>
    ) throws(FocusAreaRefusal) -> FocusArea {
        guard isOpen else { throw .ended }
        guard let candidate = candidates.first(where: { $0.person == person && $0.mayLead(in: school) }) else {
            throw .notOfThatSchool
        }
        if let lead = leadTeachers(in: school).first(where: { $0.person == person }) { throw .leadsAlready(lead.name) }
        var led = self
        led.leads.append(Lead(id: id, person: person, name: candidate.name, organisation: school, since: day))
        return led
    }

    /// Somebody stops leading on a day.
    package func leadEnded(_ id: Identifier<Lead>, on day: Day) throws(FocusAreaRefusal) -> FocusArea {
        guard let index = leads.firstIndex(where: { $0.id == id && $0.isOpen }) else { throw .leadEndedAlready }
        var ended = self
        ended.leads[index].until = max(day, leads[index].since)
        return ended
    }
}
