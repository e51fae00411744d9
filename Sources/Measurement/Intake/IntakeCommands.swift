import Accounts
import Communities
import Database
package import Ground
import Programmes
import Tables
import Web

/// What `sightline import` was told.
package struct IntakeCommand: Sendable {
    package var path: String
    package var organisation: OrganisationID
    package var kind: Intake.Kind?
    package var template: String?
    package var instrument: String?
    package var construct: String?
    /// The day of all results, where no column says one.
    package var day: Day?
    package var addsLearners = false
    /// Look, and change nothing.
    package var isDry = false
    /// Apply nothing where a row was refused.
    package var isStrict = false
    package var statement = ""
    /// The e-mail address of the person in whose name it happens; `nil` for whoever runs the installation.
    package var person: String?

    package init(path: String, organisation: OrganisationID) { (self.path, self.organisation) = (path, organisation) }
}

/// What came of it.
package struct IntakeOutcome: Sendable {
    package let report: IntakeReport
    /// Whether the file could be used: applied, or all there already.
    package let isUsable: Bool
    package let counts: Words
    /// One line for each problem, and for what was left out.
    package let lines: [Words]
}

/// Why the command line can do nothing with a file.
package struct IntakeImpossible: Error, Sendable {
    package let words: [Words]
}

extension Measuring {
    /// The way of the page, from the command line: the same guess, the same staging, the same transaction that applies.
    package func run(
        _ command: IntakeCommand, progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws -> IntakeOutcome {
        let (community, person) = try await place(of: command)
        let pack = try communities.pack(of: community)
        let name = command.path.split(separator: "/").last.map(String.init) ?? command.path
        let source = TableSource.file(path: command.path)
        do {
            let (mapping, template) = try await mapping(for: command, source, name, pack)
            let problems = mapping.problems(pack: pack)
            guard problems.isEmpty else { throw IntakeImpossible(words: explained(problems, pack)) }
            let order = IntakeOrder(
                source, name: name, of: command.organisation, by: mapping, pack: pack,
                addsLearners: command.addsLearners, statement: command.statement, template: template, person: person)
            return command.isDry
                ? try await look(at: order, progress)
                : try await bringIn(order, in: community.id, strictly: command.isStrict, progress)
        } catch let problem as TableProblem {
            throw IntakeImpossible(words: [problem.words])
        } catch let refusal as IntakeRefusal {
            throw IntakeImpossible(words: [refusal.words])
        }
    }

    /// Stages a file and lets it count at once. What there is nothing new in is thrown away again.
    package func bringIn(
        _ order: IntakeOrder, in community: CommunityID?, strictly: Bool = false,
        _ progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws -> IntakeOutcome {
        let staged = try await Intake.stage(order, at: site, progress: progress)
        let isWanted = staged.counts.written > 0 && !(strictly && staged.counts.refused > 0)
        let (intake, problems) = try await site.database.write { transaction in
            let problems = try transaction.problems(
                of: staged, limit: IntakeFindings.problemLimit, readBy: order.person)
            let intake =
                try isWanted
                ? transaction.apply(staged, in: community, by: order.person) : transaction.discard(staged)
            return (intake, problems)
        }
        let isThere = staged.counts.written == 0 && staged.counts.unchanged > 0
        return IntakeOutcome(
            report: IntakeReport(intake, problems: problems),
            isUsable: isWanted || isThere && !(strictly && staged.counts.refused > 0),
            counts: IntakeWords.commandDone(staged.counts), lines: lines(problems, staged.dropped))
    }

    func look(
        at order: IntakeOrder, _ progress: @escaping @Sendable (Int) -> Void
    ) async throws -> IntakeOutcome {
        let found = try await Intake.preview(order, at: site, progress: progress)
        return IntakeOutcome(
            report: IntakeReport(
                source: order.name, kind: order.mapping.kind, counts: found.counts, notes: found.notes,
                dropped: found.dropped, problems: found.problems),
            isUsable: found.counts.written + found.counts.unchanged > 0,
            counts: IntakeWords.commandDone(found.counts), lines: lines(found.problems, found.dropped))
    }

    private func lines(_ problems: [IntakeProblem], _ dropped: [DroppedColumn]) -> [Words] {
        let headings = dropped.map(\.heading).joined(separator: ", ")
        return problems.map(IntakeWords.commandProblem)
            + (dropped.isEmpty ? [] : [IntakeWords.commandDropped(headings)])
    }

    /// The community whose programme says how to read, and who it is that asks.
    func place(of command: IntakeCommand) async throws -> (Community, PersonID?) {
        let today = site.today
        return try await site.database.read { transaction in
            var viewer: Viewer?
            if let email = command.person {
                guard let person = try transaction.person(email: email) else {
                    throw IntakeImpossible(words: [IntakeWords.commandOrganisationUnknown])
                }
                viewer = Viewer(
                    person: person.id, name: person.name, grants: try transaction.grants(of: person.id, on: today))
            }
            let open = try transaction.communities(of: command.organisation, on: today).filter { community in
                viewer?.may(.enterResults, community.realm(of: command.organisation)) ?? true
            }
            guard let community = open.first else {
                throw IntakeImpossible(words: [IntakeWords.commandOrganisationUnknown])
            }
            try community.requireOpen()
            return (community, viewer?.person)
        }
    }

    private func mapping(
        for command: IntakeCommand, _ source: TableSource, _ name: String, _ pack: Pack
    ) async throws -> (Mapping, String?) {
        let guess = try await Intake.guess(source, name: name, pack: pack, kind: command.kind)
        let signature = Mapping.signature(of: guess.headings)
        let template = try await site.database.read { transaction in
            guard let wanted = command.template else {
                return try transaction.template(for: signature, kind: command.kind, of: command.organisation)
            }
            guard let known = try transaction.template(named: wanted, of: command.organisation) else {
                throw IntakeImpossible(words: [IntakeWords.commandTemplateUnknown(wanted)])
            }
            return known
        }
        var mapping = template?.mapping ?? guess.mapping
        // What was said on the command line holds, whatever a column says.
        if let instrument = command.instrument {
            mapping.instrument = instrument
            mapping.columns.removeAll { $0.use == .field(.instrument) }
        }
        if let construct = command.construct {
            mapping.construct = construct
            mapping.columns.removeAll { $0.use == .field(.construct) }
        }
        if mapping.heading(of: .day) == nil, let day = command.day { mapping.day = day }
        return (mapping, template?.label)
    }

    private func explained(_ problems: Problems, _ pack: Pack) -> [Words] {
        problems.all.flatMap { problem -> [Words] in
            switch problem.field {
            case "instrument":
                let keys = pack.instruments.map(\.key).joined(separator: ", ")
                return [problem.words, IntakeWords.commandKeys("--instrument", keys)]
            case "construct":
                let keys = pack.constructs.map(\.key).joined(separator: ", ")
                return [problem.words, IntakeWords.commandKeys("--construct", keys)]
            default: return [problem.words]
            }
        }
    }
}
