import ServiceLifecycle
import Jobs
import Accounts
import Archives
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
        router.post("communities/:community/intakes/:intake/mending", use: mendIntake)
        router.get("communities/:community/intakes/:intake/progress", use: showProgress)
        addRosterRoutes(to: router)
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
            if try Measuring.isPackage(new.file.path) {
                return .seeOther(IntakePath.package(id, try await keep(new, by: viewer.person).id))
            }
            let source = TableSource.file(path: new.file.path)
            let suggested = try await Intake.guess(source, name: new.file.name, pack: pack, kind: new.kind)
            let file = try await keep(new, by: viewer.person)
            if !new.asksAgain, let template = try await template(for: suggested.headings, new, community, pack) {
                let intake = try await read(
                    file, by: template.mapping, template: template.label, in: community, person: viewer.person)
                return .seeOther(IntakePath.intake(id, intake.id))
            }
            return .seeOther(IntakePath.file(id, file.id))
        } catch let problems as Problems {
            return try await room(context, problems: problems)
        } catch let problem as TableProblem {
            return try await room(context, problems: Problems("file", problem.words))
        } catch let problem as ArchiveProblem {
            return try await room(context, problems: Problems("file", problem.words))
        }
    }

    /// The template of the school for files of this shape, else one that another school of the community shares.
    private func template(
        for headings: [String], _ new: NewIntake, _ community: Community, _ pack: Pack
    ) async throws -> MappingTemplate? {
        let today = site.today
        let known = try await site.database.read {
            try $0.template(for: headings, kind: new.kind, of: new.organisation)
                ?? $0.sharedTemplate(for: headings, kind: new.kind, in: community.id, on: today)
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
        try await site.database.write { try $0.add(file, by: person) }
        return file
    }

    // MARK: Columns

    @Sendable func showColumns(_ request: Request, _ context: Context) async throws -> Response {
        let kind = request.uri.queryParameters["kind"].flatMap { Intake.Kind(rawValue: String($0)) }
        let (community, file) = try await waitingFile(context)
        let pack = try communities.pack(of: community)
        let viewer = context.viewer
        let (guess, headings, rows) = try await Intake.guess(
            source(of: file), name: file.name, pack: pack, kind: kind == .counts ? nil : kind ?? file.kind)
        // Somebody who comes back finds what they said.
        let said = try await site.database.read { try $0.latestMapping(of: file) }
        let mapping = said.flatMap { $0.kind == (kind ?? $0.kind) ? $0 : nil } ?? guess
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
                choices: choices(mapping.kind, pack, mapping),
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
            let new = try NewMapping.read(form, headings: headings, kind: kind, pack: pack, today: site.today)
            let template = try await site.database.write { transaction in
                try transaction.remember(
                    new.mapping, as: new.name, for: Mapping.signature(of: headings), of: file.organisation,
                    isShared: new.isShared)
            }
            // What was said for this file alone, its day, holds for this file.
            try await site.database.write { transaction in
                for intake in try transaction.stagedIntakes(of: file) { try transaction.discard(intake) }
            }
            let intake = try await read(
                file, by: new.mapping, template: template.label, in: community, person: viewer.person)
            return .seeOther(IntakePath.intake(community.id, intake.id))
        } catch let problems as Problems {
            let typed = NewMapping.typed(form, headings: headings, kind: kind)
            return context.page(
                MappingPage(
                    of: community, file: file, kind: kind, headings: headings, rows: rows,
                    mapping: typed, choices: choices(kind, pack, typed),
                    template: form.text("template"), isShared: form.isChecked("share"), problems: problems),
                status: .unprocessableContent)
        }
    }

    func waitingFile(_ context: Context) async throws -> (Community, IntakeFile) {
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

    private func choices(_ kind: Intake.Kind, _ pack: Pack, _ mapping: Mapping) -> MappingChoices {
        var uses = [Choice("", IntakeWords.leaveOut)]
        uses += Mapping.Field.all(for: kind).map { Choice($0.rawValue, IntakeWords.field($0)) }
        if kind == .results {
            let wides = pack.constructs.map { Mapping.Wide(construct: $0.key) }
            uses += (wides + mapping.wide.filter { !wides.contains($0) }).map { wide in
                Choice(
                    Mapping.Use.result(wide).rawValue,
                    IntakeWords.resultIn(
                        wide.construct.flatMap { pack.constructs[key: $0]?.title },
                        wide.instrument.flatMap { pack.instruments[key: $0]?.title }, wide.day))
            }
        }
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
        try await intakePage(context, done: request.uri.queryParameters["done"].map(String.init))
    }

    private func intakePage(
        _ context: Context, done: String? = nil, problems formProblems: Problems = Problems()
    ) async throws -> Response {
        let viewer = context.viewer
        let (community, intake) = try await intake(context)
        // Problems and changes speak of single learners: reading them leaves a trace, and so needs a transaction that
        // writes.
        let (problems, changes) =
            intake.counts.refused + intake.counts.changed == 0
            ? ([], [])
            : try await site.database.write {
                (
                    try $0.problems(of: intake, limit: IntakeFindings.problemLimit, readBy: viewer.person),
                    try $0.changes(of: intake, readBy: viewer.person)
                )
            }
        let (owner, builtOn, file, job) = try await site.database.read { transaction in
            (
                try transaction.organisation(intake.organisation),
                IntakeBuiltOn(
                    laterIntakes: try transaction.laterApplied(than: intake),
                    signOffs: try transaction.signOffs(since: intake),
                    results: try transaction.results(restingOn: intake)),
                try transaction.reading(of: intake)?.file,
                intake.state == .staging ? try transaction.job(about: intake.id.rawValue) : nil
            )
        }
        guard let owner else { throw NotFound() }
        let done: Words? =
            switch done {
            case "applied" where intake.state == .applied: IntakeWords.done
            case "undone" where intake.state == .undone: IntakeWords.takenBack
            case "mended" where intake.state == .staged: IntakeWords.mended
            default: nil
            }
        return context.page(
            IntakePage(
                of: community, owner: owner, intake: intake, problems: Array(problems.prefix(Measuring.problemsShown)),
                problemCount: problems.count, changes: changes, builtOn: builtOn,
                file: community.state == .forming || community.state == .active ? file : nil, rowsRead: job?.done,
                mayManage: viewer.may(.manage, community.realm), done: done, form: context.form,
                formProblems: formProblems),
            status: formProblems.isEmpty ? .ok : .unprocessableContent)
    }

    /// How far the reading of a file is, as long as it goes on: server-sent events, which end by themselves.
    @Sendable func showProgress(_ request: Request, _ context: Context) async throws -> Response {
        let intake = try await intake(context).1
        let (site, language) = (site, context.language)
        return .events { send in
            // Browsers come back by themselves; a stop of the program is not held up.
            for _ in 0..<100 where !Task.isShuttingDownGracefully {
                let (state, rows) = try await site.database.read { transaction in
                    (
                        try transaction.intake(intake.id)?.state,
                        try transaction.job(about: intake.id.rawValue)?.done ?? 0
                    )
                }
                guard state == .staging else {
                    try await send("done", "")
                    return
                }
                try await send("progress", IntakeWords.rowsRead(rows).text(in: language))
                try await Task.sleep(for: .milliseconds(500))
            }
        }
    }

    /// Takes corrected cells and reads the file once more with them.
    @Sendable func mendIntake(_ request: Request, _ context: Context) async throws -> Response {
        let (viewer, form) = (context.viewer, context.form)
        let (community, intake) = try await intake(context)
        try community.requireOpen()
        let found = try await site.database.write { transaction -> (IntakeReadingNote, IntakeFile, [IntakeProblem])? in
            guard let note = try transaction.reading(of: intake), let file = try transaction.intakeFile(note.file)
            else {
                return nil
            }
            return (
                note, file,
                try transaction.problems(of: intake, limit: IntakeFindings.problemLimit, readBy: viewer.person)
            )
        }
        guard intake.state == .staged || intake.state == .applied, let (note, file, problems) = found else {
            throw IntakeRefusal.fileGone
        }
        let mends = IntakeMend.read(form, of: problems)
        guard !mends.isEmpty else {
            return try await intakePage(context, problems: Problems("mends", IntakeWords.nothingMended))
        }
        try await site.database.write { transaction in
            try transaction.add(mends, to: file.id, file.organisation)
            if intake.state == .staged { try transaction.discard(intake) }
        }
        let mended = try await read(
            file, by: note.mapping, template: intake.template, in: community, person: viewer.person)
        return .seeOther(IntakePath.intake(community.id, mended.id) + "?done=mended")
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
        // As long as the file is there, the rows themselves: mended, they can be brought in as they are.
        if let refused = try await refusedRows(of: intake, problems) {
            let bytes = CSVWriter.bytes(
                header: refused.headings + [IntakeWords.why, IntakeWords.mend].map { $0.text(in: language) },
                rows: refused.rows.map { $0.map(CSVWriter.Cell.text) })
            return .download(bytes, name: "\(intake.source)-problems.csv", type: "text/csv; charset=utf-8")
        }
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
            let applied =
                intake.state == .undone
                ? try transaction.applyAgain(intake, in: community, by: person)
                : try transaction.apply(intake, in: community, by: person)
            // With nothing left to mend, the file has done its duty.
            return applied.counts.refused == 0 ? try transaction.forgetFile(of: applied) : nil
        }
    }

    @Sendable func undoIntake(_ request: Request, _ context: Context) async throws -> Response {
        try await change(context, "?done=undone") { transaction, intake, community, person in
            _ = try transaction.undo(intake, in: community, by: person)
            return nil
        }
    }

    @Sendable func discardIntake(_ request: Request, _ context: Context) async throws -> Response {
        try await change(context, "") { transaction, intake, _, _ in
            try transaction.discard(intake)
            return try transaction.forgetFile(of: intake)
        }
    }

    private func change(
        _ context: Context, _ done: String,
        _ step: @escaping @Sendable (Transaction, Intake, CommunityID, PersonID?) throws -> IntakeFile?
    ) async throws -> Response {
        let id = try context.id("community", of: Named.Community.self)
        let intakeID = try context.id("intake", of: Intake.self)
        let viewer = context.viewer
        let gone = try await site.database.write { transaction in
            let community = try transaction.community(id, for: viewer, to: .see)
            guard let intake = try transaction.intake(intakeID, in: community, for: viewer) else { throw NotFound() }
            try community.requireOpen()
            return try step(transaction, intake, id, viewer.person)
        }
        if let gone { remove(gone) }
        return .seeOther(IntakePath.intake(id, intakeID) + done)
    }
}
