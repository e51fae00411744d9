import Logging
import Database
import Ground
import HTTPTypes
package import Hummingbird
import Secrets
package import Web

extension Accounts {
    package func addRoutes(to router: Router<Context>, api: RouterGroup<Context>) {
        router.get("sign-in", use: showSignIn)
        router.post("sign-in", use: signIn)
        router.post("sign-out", use: signOut)
        router.get("link/:token", use: showLink)
        router.post("link/:token", use: followLink)
        router.get("account", use: showAccount)
        router.post("account/password", use: changePassword)
        router.post("account/sessions/end", use: endSession)
        router.post("account/sessions/end-others", use: endOtherSessions)
        if site.settings.isDemo { router.post("demo/role", use: takeRole) }
    }

    @Sendable func showSignIn(_ request: Request, _ context: Context) async throws -> Response {
        let next = request.uri.queryParameters["next"].map(String.init) ?? ""
        return context.page(SignInPage(next: next))
    }

    @Sendable func signIn(_ request: Request, _ context: Context) async throws -> Response {
        let email = context.form.text("email")
        // Neither one account nor one address can be tried without end. Whoever is refused for their address takes
        // nothing from the account.
        let buckets: [SignInBucket] =
            KnownBrowser.knows(email, request, site.settings)
            ? [.knownBrowser(of: email)] : [.address(context.clientAddress), .account(email)]
        guard try await site.database.write({ try $0.mayAttempt(buckets) }) else {
            context.logger.warning("too many attempts to sign in", metadata: ["address": "\(context.clientAddress)"])
            return context.page(
                SignInPage(email: email, problems: Problems("", AccountWords.wait)), status: .tooManyRequests)
        }
        let known = try await site.database.read { try $0.passwordHash(ofEmail: email) }
        // Where nobody is known, or they have no password yet, a hash is computed all the same: equal time, equal words.
        let isRight = try await passwords.isCorrect(context.form.exact("password"), for: known?.hash)
        guard isRight, let person = known?.person else {
            context.logger.warning("an attempt to sign in failed", metadata: ["address": "\(context.clientAddress)"])
            return context.page(
                SignInPage(
                    email: email, next: context.form.text("next"), problems: Problems("email", AccountWords.notRight)),
                status: .unprocessableContent)
        }
        try await site.database.write { try $0.returnAttempt(to: buckets) }
        var response = try await begin(person, request, context, at: localPath(context.form.text("next")))
        response.setCookie(KnownBrowser.cookie(for: email, site.settings))
        return response
    }

    @Sendable func signOut(_ request: Request, _ context: Context) async throws -> Response {
        if let session = context.session, let person = context.viewer.person {
            try await site.database.write { try $0.endSession(digest: session, of: person) }
        }
        var response = Response.seeOther("/sign-in")
        response.setCookie(SessionCookie.clear(site.settings))
        return response
    }

    @Sendable func showLink(_ request: Request, _ context: Context) async throws -> Response {
        let token = try context.parameters.require("token")
        let link = try await site.database.read { try $0.openLink(token: token) }
        guard let link else { return context.page(SpentLinkPage(), status: .gone) }
        if link.purpose == .demo, site.settings.isDemo { return try await follow(link, token, request, context) }
        return context.page(LinkPage(token: token, link: link, name: link.name, email: link.email))
    }

    @Sendable func followLink(_ request: Request, _ context: Context) async throws -> Response {
        let token = try context.parameters.require("token")
        let link = try await site.database.read { try $0.openLink(token: token) }
        guard let link else { return context.page(SpentLinkPage(), status: .gone) }
        return try await follow(link, token, request, context)
    }

    private func follow(
        _ link: OneTimeLink, _ token: String, _ request: Request, _ context: Context
    ) async throws -> Response {
        if link.purpose == .demo {
            guard site.settings.isDemo, let person = link.person else { throw NotFound() }
            return try await begin(person, request, context, at: "/", role: demoSeats.first?.key)
        }
        // Whoever was invited is known already, and only chooses a password.
        let name = link.person != nil ? link.name : context.form.text("name")
        let email = link.person != nil ? link.email : context.form.text("email")
        let password = context.form.exact("password")
        var problems = Problems()
        if name.isEmpty { problems.add("name", AccountWords.nameMissing) }
        if !email.contains("@") || email.count > 200 { problems.add("email", AccountWords.emailMissing) }
        if let problem = NewPassword.problem(password, name: name, email: email) { problems.add("password", problem) }
        let isTaken = try await site.database.read { try $0.person(email: email) != nil }
        if isTaken, link.person == nil { problems.add("email", AccountWords.emailTaken) }
        guard problems.isEmpty else {
            return context.page(
                LinkPage(token: token, link: link, name: name, email: email, problems: problems),
                status: .unprocessableContent)
        }
        guard let hash = try await passwords.hash(password) else { throw HashingFailed() }
        let today = site.today
        let person = try await site.database.write { transaction -> PersonID? in
            guard try transaction.useLink(token: token) else { return nil }
            if let person = link.person {
                try transaction.setPassword(hash: hash, of: person)
                try transaction.endSessions(of: person)
                try transaction.record(
                    Event("password-set", community: nil, subject: person.rawValue, text: link.purpose.rawValue),
                    by: person)
                return person
            }
            // Each start without anybody prints a link; the first who follows one spends them all.
            if link.purpose == .firstOperator, try transaction.hasOperator() { return nil }
            let person = try transaction.addPerson(
                name: name, email: email, passwordHash: hash, isOperator: link.purpose == .firstOperator)
            if let grant = link.grant { try transaction.grant(grant, to: person, since: today) }
            try transaction.record(
                Event("person-joined", community: link.grant?.community, subject: person.rawValue, text: name),
                by: person)
            return person
        }
        guard let person else { return context.page(SpentLinkPage(), status: .gone) }
        return try await begin(person, request, context, at: "/")
    }

    @Sendable func showAccount(_ request: Request, _ context: Context) async throws -> Response {
        let isChanged = request.uri.queryParameters["done"] != nil
        return try await accountPage(context, isChanged: isChanged)
    }

    private func accountPage(
        _ context: Context, isChanged: Bool = false, problems: Problems = Problems()
    ) async throws -> Response {
        guard let id = context.viewer.person, let session = context.session else {
            return .seeOther("/sign-in?next=/account")
        }
        let grants = context.viewer.grants
        let page = try await site.database.read { transaction -> AccountPage in
            guard let person = try transaction.person(id) else { throw NotFound() }
            return AccountPage(
                person: person, grants: grants,
                sessions: try transaction.sessions(of: id).map { ($0, seen: site.clock($0.seen)) }, current: session,
                isChanged: isChanged, problems: problems)
        }
        return context.page(page, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable func changePassword(_ request: Request, _ context: Context) async throws -> Response {
        guard let id = context.viewer.person, let session = context.session else { throw NotFound() }
        let (current, new) = (context.form.exact("current"), context.form.exact("password"))
        let found = try await site.database.write { transaction in
            (
                person: try transaction.person(id),
                hash: try transaction.value("SELECT password_hash FROM person WHERE id = \(id)", as: String?.self)
                    ?? nil,
                may: try transaction.mayAttempt([.password(of: id)])
            )
        }
        guard let person = found.person else { throw NotFound() }
        var problems = Problems()
        if !found.may {
            problems.add("current", AccountWords.wait)
        } else if !(try await passwords.isCorrect(current, for: found.hash)) {
            problems.add("current", AccountWords.currentNotRight)
        }
        if let problem = NewPassword.problem(new, name: person.name, email: person.email) {
            problems.add("password", problem)
        }
        guard problems.isEmpty else { return try await accountPage(context, problems: problems) }
        guard let hash = try await passwords.hash(new) else { throw HashingFailed() }
        try await site.database.write { transaction in
            try transaction.setPassword(hash: hash, of: id)
            try transaction.endSessions(of: id, except: session)
            try transaction.record(Event("password-changed", community: nil, subject: id.rawValue), by: id)
        }
        return .seeOther("/account?done=1")
    }

    @Sendable func endSession(_ request: Request, _ context: Context) async throws -> Response {
        guard let person = context.viewer.person else { throw NotFound() }
        let digest = context.form.text("session")
        try await site.database.write { try $0.endSession(digest: digest, of: person) }
        return .seeOther("/account")
    }

    @Sendable func endOtherSessions(_ request: Request, _ context: Context) async throws -> Response {
        guard let person = context.viewer.person, let session = context.session else { throw NotFound() }
        try await site.database.write { try $0.endSessions(of: person, except: session) }
        return .seeOther("/account")
    }

    /// Takes the place of a person of the demo, or of a visitor. There is no such route outside the demo.
    @Sendable func takeRole(_ request: Request, _ context: Context) async throws -> Response {
        guard let seat = demoSeats.first(where: { $0.key == context.form.text("person") }) else { throw NotFound() }
        guard let email = seat.email else {
            var response = try await signOut(request, context)
            response.headers[.location] = "/"
            return response
        }
        let person = try await site.database.read { try $0.person(email: email) }
        guard let person else { throw NotFound() }
        return try await begin(person.id, request, context, at: "/", role: seat.key)
    }

    /// Begins a new session (never the one a request came with) and leads on.
    private func begin(
        _ person: PersonID, _ request: Request, _ context: Context, at path: String, role: String? = nil
    ) async throws -> Response {
        let agent = request.headers[.userAgent] ?? ""
        let address = context.clientAddress
        let old = context.session
        let oldPerson = context.viewer.person
        let token = try await site.database.write { transaction in
            if let old, let oldPerson { try transaction.endSession(digest: old, of: oldPerson) }
            // Who came in and when, in the trail that cannot be altered unseen.
            try transaction.audit(
                scope: "installation", actor: person, action: "signed-in", subject: person.rawValue, content: "")
            return try transaction.beginSession(of: person, address: address, agent: agent)
        }
        context.logger.info("signed in", metadata: ["person": "\(person)"])
        var response = Response.seeOther(path)
        response.setCookie(SessionCookie.set(token, site.settings))
        // Whoever signs in as somebody else is in no seat of the demo any more.
        if site.settings.isDemo {
            response.setCookie(
                Cookie(
                    name: "demo-role", value: role ?? "", maxAge: role == nil ? 0 : nil, path: "/", httpOnly: true,
                    sameSite: .lax))
        }
        return response
    }

    /// Only a path of our own: nobody is led elsewhere by a crafted link.
    private func localPath(_ next: String) -> String {
        guard next.hasPrefix("/"), !next.hasPrefix("//"), !next.contains("\\"), next.utf8.allSatisfy({ $0 > 0x20 })
        else {
            return "/"
        }
        return next
    }
}

/// libsodium could not find the memory for a hash.
struct HashingFailed: Error {}
