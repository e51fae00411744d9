import Accounts
import Communities
import Database
import Foundation
import Ground
import Hummingbird
import Interface
import Programmes
import Tables
import Web

extension Measuring {
    func addIntakeRoutes(to router: Router<Context>, api: RouterGroup<Context>) {
        router.get("communities/:community/intakes", use: showIntakes)
        router.post("communities/:community/intakes", use: bringIn)
        router.get("communities/:community/intakes/files/:file", use: showColumns)
        router.post("communities/:community/intakes/files/:file", use: nameColumns)
        router.get("communities/:community/intakes/:intake", use: showIntake)
        router.get("communities/:community/intakes/:intake/problems.csv", use: downloadProblems)
        router.post("communities/:community/intakes/:intake/application", use: applyIntake)
        router.post("communities/:community/intakes/:intake/application/withdrawal", use: undoIntake)
        router.post("communities/:community/intakes/:intake/removal", use: discardIntake)
        addIntakeAPI(to: api)
    }

    /// Problems that a page shows; the download has them all.
    private static let problemsShown = 100

    // MARK: The room

    @Sendable func showIntakes(_ request: Request, _ context: Context) async throws -> Response {
        try await room(context)
    }

    private func room(_ context: Context, problems: Problems = Problems()) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, today) = (context.viewer, site.today)
        let page = try await site.database.read { transaction in
            let community = try transaction.community(id, for: viewer, to: .see)
            let own = try transaction.ownOrganisations(in: community, of: viewer, on: today)
            let intakes = try own.flatMap { try transaction.intakes(of: $0.id) }
                .sorted { ($0.created, $0.number) > ($1.created, $1.number) }
            return IntakeRoomPage(
                of: community, own: own, intakes: intakes,
                lacksLearners: !intakes.contains { $0.kind == .learners && $0.state == .applied },
                statement: intakes.first { !$0.statement.isEmpty }?.statement ?? "", form: context.form,
                problems: problems)
        }
        return context.page(page, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    /// Takes a file: straight to its preview where its columns are known, else to the question what they hold.
    @Sendable func bringIn(_ request: Request, _ context: Context) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let (viewer, form, today) = (context.viewer, context.form, site.today)
        let (community, own) = try await site.database.read { transaction in
            let community = try transaction.community(id, for: viewer, to: .see)
            try community.requireOpen()
            return (community, try transaction.ownOrganisations(in: community, of: viewer, on: today))
        }
        guard !own.isEmpty else { throw Forbidden() }
        let pack = try communities.pack(of: community)
        do {
            let new = try NewIntake.read(form, own: own)
            let source = TableSource.file(path: new.file.path)
            let suggested = try await Intake.guess(source, name: new.file.name, pack: pack, kind: new.kind)
            if !new.asksAgain, let template = try await template(for: suggested.headings, new, pack) {
                let intake = try await Intake.stage(
                    IntakeOrder(
                        source, name: new.file.name, of: new.organisation, by: template.mapping, pack: pack,
                        addsLearners: new.addsLearners, statement: new.statement, template: template.label,
                        person: viewer.person),
                    at: site)
                return .seeOther(IntakePath.intake(id, intake.id))
            }
            return .seeOther(IntakePath.file(id, try await keep(new, by: viewer.person).id))
        } catch let problems as Problems {
            return try await room(context, problems: problems)
        } catch let problem as TableProblem {
            return try await room(context, problems: Problems("file", problem.words))
        }
    }

    private func template(for headings: [String], _ new: NewIntake, _ pack: Pack) async throws -> MappingTemplate? {
        let signature = Mapping.signature(of: headings)
        let known = try await site.database.read {
            try $0.template(for: signature, kind: new.kind, of: new.organisation)
        }
        guard let known, known.mapping.problems(pack: pack).isEmpty else { return nil }
        return known
    }

    /// Moves the file out of the request's folder, so that it is still there when its columns have been named.
    private func keep(_ new: NewIntake, by person: PersonID?) async throws -> IntakeFile {
        let folder = IntakeFile.folder(of: site.settings.dataFolder)
        let file = IntakeFile(
            id: .new(at: site.now), organisation: new.organisation, name: new.file.name, kind: new.kind,
            addsLearners: new.addsLearners, statement: new.statement)
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try FileManager.default.moveItem(atPath: new.file.path, toPath: file.path(in: folder))
        let old = try await site.database.write { try $0.add(file, by: person) }
        for file in old { remove(file) }
        return file
    }

    private func remove(_ file: IntakeFile) {
        // Gone already, perhaps.
        try? FileManager.default.removeItem(atPath: file.path(in: IntakeFile.folder(of: site.settings.dataFolder)))
    }

    // MARK: Columns

    @Sendable func showColumns(_ request: Request, _ context: Context) async throws -> Response {
        let kind = request.uri.queryParameters["kind"].flatMap { Intake.Kind(rawValue: String($0)) }
        let (community, file) = try await waitingFile(context)
        let pack = try communities.pack(of: community)
        let viewer = context.viewer
        let (mapping, headings, rows) = try await Intake.guess(
            source(of: file), name: file.name, pack: pack, kind: kind == .counts ? nil : kind ?? file.kind)
        try await site.database.write { transaction in
            // The first rows speak of learners.
            try transaction.audit(
                scope: file.organisation.rawValue, actor: viewer.person, action: "intake-file-read",
                subject: file.id.rawValue, content: file.name)
        }
        let known = pack.instruments[key: mapping.instrument ?? ""]?.title
        return context.page(
            MappingPage(
                of: community, file: file, kind: mapping.kind, headings: headings, rows: rows, mapping: mapping,
                choices: choices(mapping.kind, pack),
                template: known ?? IntakeWords.templateDefault(mapping.kind).text(in: context.language)))
    }

    @Sendable func nameColumns(_ request: Request, _ context: Context) async throws -> Response {
        let (viewer, form) = (context.viewer, context.form)
        let (community, file) = try await waitingFile(context)
        try community.requireOpen()
        let pack = try communities.pack(of: community)
        let kind = Intake.Kind(rawValue: form.text("kind")) == .learners ? Intake.Kind.learners : .results
        let (_, headings, rows) = try await Intake.guess(source(of: file), name: file.name, pack: pack, kind: kind)
        do {
            let new = try NewMapping.read(form, headings: headings, kind: kind, pack: pack)
            let template = try await site.database.write { transaction in
                try transaction.remember(
                    new.mapping, as: new.name, for: Mapping.signature(of: headings), of: file.organisation)
            }
            let intake = try await Intake.stage(
                IntakeOrder(
                    source(of: file), name: file.name, of: file.organisation, by: template.mapping, pack: pack,
                    addsLearners: file.addsLearners, statement: file.statement, template: template.label,
                    person: viewer.person),
                at: site)
            try await site.database.write { try $0.forget(file) }
            remove(file)
            return .seeOther(IntakePath.intake(community.id, intake.id))
        } catch let problems as Problems {
            return context.page(
                MappingPage(
                    of: community, file: file, kind: kind, headings: headings, rows: rows,
                    mapping: NewMapping.typed(form, headings: headings, kind: kind), choices: choices(kind, pack),
                    template: form.text("template"), problems: problems),
                status: .unprocessableContent)
        }
    }

    private func source(of file: IntakeFile) throws -> TableSource {
        let path = file.path(in: IntakeFile.folder(of: site.settings.dataFolder))
        guard FileManager.default.fileExists(atPath: path) else { throw IntakeRefusal.fileGone }
        return .file(path: path)
    }

    private func waitingFile(_ context: Context) async throws -> (Community, IntakeFile) {
        let id = try context.id("community", of: Named.Community.self)
        let fileID = try context.id("file", of: IntakeFile.self)
        let (viewer, today) = (context.viewer, site.today)
        return try await site.database.read { transaction in
            let community = try transaction.community(id, for: viewer, to: .see)
            let own = try transaction.ownOrganisations(in: community, of: viewer, on: today)
            guard let file = try transaction.intakeFile(fileID), own.contains(where: { $0.id == file.organisation })
            else {
                throw NotFound()
            }
            return (community, file)
        }
    }

    private func choices(_ kind: Intake.Kind, _ pack: Pack) -> MappingChoices {
        var uses = [Choice("", IntakeWords.leaveOut)]
        uses += Mapping.Field.all(for: kind).map { Choice($0.rawValue, IntakeWords.field($0)) }
        if kind == .learners {
            uses.append(Choice(Mapping.Use.groupWords.rawValue, IntakeWords.groupWords))
            uses += pack.groups.map { Choice(Mapping.Use.group($0.key).rawValue, IntakeWords.isGroup($0.title)) }
        }
        return MappingChoices(
            uses: uses,
            instruments: [Choice("", IntakeWords.fromColumn)]
                + pack.instruments.map { Choice($0.key, Words(verbatim: $0.title)) },
            constructs: [Choice("", IntakeWords.fromColumn)]
                + pack.constructs.map { Choice($0.key, Words(verbatim: $0.title)) })
    }

    // MARK: One intake

    @Sendable func showIntake(_ request: Request, _ context: Context) async throws -> Response {
        let viewer = context.viewer
        let (community, intake) = try await intake(context)
        // Problems speak of single learners: reading them leaves a trace, and so needs a transaction that writes.
        let problems =
            intake.counts.refused == 0
            ? []
            : try await site.database.write {
                try $0.problems(of: intake, limit: IntakeFindings.problemLimit, readBy: viewer.person)
            }
        let (owner, builtOn) = try await site.database.read { transaction in
            (try transaction.organisation(intake.organisation), try transaction.laterApplied(than: intake))
        }
        guard let owner else { throw NotFound() }
        let done: Words? =
            switch request.uri.queryParameters["done"] {
            case "applied" where intake.state == .applied: IntakeWords.done
            case "undone" where intake.state == .undone: IntakeWords.takenBack
            default: nil
            }
        return context.page(
            IntakePage(
                of: community, owner: owner, intake: intake, problems: Array(problems.prefix(Measuring.problemsShown)),
                problemCount: problems.count, builtOn: builtOn,
                mayManage: viewer.may(.manage, community.realm), done: done))
    }

    private func intake(_ context: Context) async throws -> (Community, Intake) {
        let id = try context.id("community", of: Named.Community.self)
        let intakeID = try context.id("intake", of: Intake.self)
        let viewer = context.viewer
        return try await site.database.read { transaction in
            let community = try transaction.community(id, for: viewer, to: .see)
            guard let intake = try transaction.intake(intakeID, in: community, for: viewer) else { throw NotFound() }
            return (community, intake)
        }
    }

    @Sendable func downloadProblems(_ request: Request, _ context: Context) async throws -> Response {
        let viewer = context.viewer
        let intake = try await intake(context).1
        let problems = try await site.database.write {
            try $0.problems(of: intake, limit: IntakeFindings.problemLimit, readBy: viewer.person)
        }
        let language = context.language
        let headings = [
            IntakeWords.line, IntakeWords.column, IntakeWords.value, IntakeWords.why, IntakeWords.mend,
        ].map { $0.text(in: language) }
        let bytes = CSVWriter.bytes(
            header: headings,
            rows: problems.map { problem in
                [
                    .integer(problem.line), .text(problem.column), .text(problem.value),
                    .text(problem.why.text(in: language)), .text(problem.mend.text(in: language)),
                ]
            })
        return .download(bytes, name: "\(intake.source)-problems.csv", type: "text/csv; charset=utf-8")
    }

    @Sendable func applyIntake(_ request: Request, _ context: Context) async throws -> Response {
        try await change(context, "?done=applied") { transaction, intake, community, person in
            try transaction.apply(intake, in: community, by: person)
        }
    }

    @Sendable func undoIntake(_ request: Request, _ context: Context) async throws -> Response {
        try await change(context, "?done=undone") { transaction, intake, community, person in
            try transaction.undo(intake, in: community, by: person)
        }
    }

    @Sendable func discardIntake(_ request: Request, _ context: Context) async throws -> Response {
        try await change(context, "") { transaction, intake, _, _ in try transaction.discard(intake) }
    }

    private func change(
        _ context: Context, _ done: String,
        _ step: @escaping @Sendable (Transaction, Intake, CommunityID, PersonID?) throws -> Intake
    ) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let intakeID = try context.id("intake", of: Intake.self)
        let viewer = context.viewer
        try await site.database.write { transaction in
            let community = try transaction.community(id, for: viewer, to: .see)
            guard let intake = try transaction.intake(intakeID, in: community, for: viewer) else { throw NotFound() }
            try community.requireOpen()
            _ = try step(transaction, intake, id, viewer.person)
        }
        return .seeOther(IntakePath.intake(id, intakeID) + done)
    }
}
