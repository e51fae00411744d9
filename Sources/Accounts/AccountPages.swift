import Ground
import HTML
import Interface
import Web

/// The ways of Accounts, written once.
enum AccountPath {
    static let signIn = "/sign-in"
    static let signOut = "/sign-out"
    static let account = "/account"
    static let password = "/account/password"
    static let sessionEnd = "/account/sessions/end"
    /// For whoever runs the installation.
    static let health = "/health"
    static let sessionsEnd = "/account/sessions/end-others"
    static func link(_ token: String) -> String { "/link/\(token)" }
}

struct SignInPage: Page {
    var email = ""
    var next = ""
    var problems = Problems()

    var title: Words { AccountWords.signIn }
    var hasProblems: Bool { !problems.isEmpty }
    var body: HTML {
        """
        \(problemSummary(problems))\(headline(AccountWords.signInLead))
        \(Form(to: AccountPath.signIn, guardsChanges: false, """
            \(hiddenField("next", next))
            \(textField(
                "email", AccountWords.email, value: email, problems: problems, kind: .email, autocomplete: "username"))
            \(textField("password", AccountWords.password, kind: .password, autocomplete: "current-password"))
            \(actions(button(AccountWords.signIn)))
            """).html)
        <p>\(AccountWords.forgotten)</p>
        """
    }
}

/// What a one-time link opens: a first account, an invitation, or a new password.
struct LinkPage: Page {
    let token: String
    let link: OneTimeLink
    var name = ""
    var email = ""
    var problems = Problems()

    var title: Words {
        switch link.purpose {
        case .firstOperator: AccountWords.firstTitle
        case .invitation: AccountWords.joinTitle
        case .reset: AccountWords.resetTitle
        case .demo: AccountWords.demoTitle
        }
    }

    private var leading: Words {
        switch link.purpose {
        case .firstOperator: AccountWords.firstLead
        case .invitation:
            AccountWords.joinLead(link.name, inviter: link.makerName, place: link.place, email: link.email)
        case .reset: AccountWords.resetLead
        case .demo: AccountWords.demoLead
        }
    }

    var hasProblems: Bool { !problems.isEmpty }
    var body: HTML {
        """
        \(problemSummary(problems))\(headline(title))\(lead(leading))
        \(Form(to: AccountPath.link(token), guardsChanges: false, """
            \(if: link.person == nil, whoFields)
            \(if: link.purpose != .demo, textField(
                "password", AccountWords.newPassword, hint: AccountWords.passwordHint(NewPassword.lengthMinimum),
                problems: problems, kind: .password, autocomplete: "new-password"))
            \(actions(button(link.purpose == .reset ? AccountWords.save : AccountWords.openLink)))
            """).html)
        """
    }

    private var whoFields: HTML {
        """
        \(textField("name", AccountWords.name, value: name, problems: problems, autocomplete: "name"))
        \(textField(
            "email", AccountWords.email, value: email, problems: problems, kind: .email, autocomplete: "username"))
        """
    }
}

struct SpentLinkPage: Page {
    var title: Words { AccountWords.linkSpent }
    var body: HTML { headline(AccountWords.linkSpent) }
}

struct AccountPage: Page {
    let person: Person
    let grants: [Grant]
    /// Each with the day and the time at which it was last used, by the clocks here.
    let sessions: [(entry: SessionEntry, seen: String)]
    let current: String
    var isChanged = false
    var problems = Problems()

    var title: Words { AccountWords.account }
    var hasProblems: Bool { !problems.isEmpty }
    var body: HTML {
        """
        \(problemSummary(problems))\(if: isChanged, doneNotice(AccountWords.passwordChanged))
        \(headline(Words(verbatim: person.name)))
        \(lead("\(person.email)"))
        \(section(AccountWords.standings, id: "standings", standings))
        \(section(AccountWords.sessions, id: "sessions", sessionList))
        \(section(AccountWords.changePassword, id: "password", passwordForm))
        """
    }

    private var standings: HTML {
        """
        <p>\(Set(grants.map(\.standing)).sorted { $0.rawValue < $1.rawValue }.map(\.words.text).joined(separator: ", "))</p>
        <p><a href="/?all">\(AccountWords.communities)</a></p>
        \(if: person.isOperator, "<p><a href=\"\(AccountPath.health)\">\(AccountWords.health)</a></p>")
        """
    }

    private var sessionList: HTML {
        """
        <p>\(AccountWords.sessionsWhy)</p>
        \(DataTable(
            AccountWords.sessions,
            columns: [
                .text(AccountWords.sessionWith), .text(AccountWords.sessionFrom), .text(AccountWords.sessionSeen),
                .text(AccountWords.endSession),
            ],
            rows: sessions.map(row), showsCaption: false).html)
        \(if: sessions.count > 1, postButton(AccountWords.endOthers, to: AccountPath.sessionsEnd, .quiet))
        """
    }

    private func row(_ session: SessionEntry, seen: String) -> [HTML] {
        [
            "\(UserAgent.words(session.agent))", "\(session.address)", "\(seen)",
            session.digest == current
                ? "\(AccountWords.thisSession)"
                : postButton(
                    AccountWords.endSession, to: AccountPath.sessionEnd, .plain, fields: [("session", session.digest)]),
        ]
    }

    private var passwordForm: HTML {
        Form(
            to: AccountPath.password, guardsChanges: false,
            """
            \(textField(
                "current", AccountWords.currentPassword, problems: problems, kind: .password,
                autocomplete: "current-password"))
            \(textField(
                "password", AccountWords.newPassword, hint: AccountWords.passwordHint(NewPassword.lengthMinimum),
                problems: problems, kind: .password, autocomplete: "new-password"))
            \(actions(button(AccountWords.save, .quiet)))
            """
        ).html
    }
}
