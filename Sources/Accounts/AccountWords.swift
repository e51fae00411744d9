import Ground

enum AccountWords {
    static let signIn = Words("accounts.sign-in", "Sign in")
    static let signOut = Words("accounts.sign-out", "Sign out")
    static let signInLead = Words("accounts.sign-in-lead", "Sign in to see your communities.")
    static let email = Words("accounts.email", "E-mail address")
    static let name = Words("accounts.name", "Your name")
    static let password = Words("accounts.password", "Password")
    static let newPassword = Words("accounts.new-password", "New password")
    static let currentPassword = Words("accounts.current-password", "Current password")
    static func passwordHint(_ length: Int) -> Words {
        Words(
            "accounts.password-hint",
            "At least \(length) characters. A few words that only you would put together are best.")
    }
    static let forgotten = Words(
        "accounts.forgotten",
        "Forgotten your password? Ask whoever invited you, or your administrator, for a link that sets a new one.")
    static let notRight = Words(
        "accounts.not-right", "That e-mail address and password do not belong together. Check both and try again.")
    static let currentNotRight = Words(
        "accounts.current-not-right", "That is not your current password. Check it and try again.")
    static func browser(_ name: String, on system: String) -> Words {
        Words("accounts.browser", "\(name) on \(system)")
    }
    static let unknownBrowser = Words("accounts.unknown-browser", "a program that does not say what it is")
    static let wait = Words(
        "accounts.wait", "Too many attempts in a short time. Please wait a minute, then try once more.")
    static let linkSpent = Words(
        "accounts.link-spent",
        "This link has been used or has run out. Ask the person who gave it to you for a new one.")
    static func passwordTooShort(_ length: Int) -> Words {
        Words("accounts.password-too-short", "The password is too short. Use at least \(length) characters.")
    }
    static let passwordTooLong = Words(
        "accounts.password-too-long", "The password is too long. Use at most 256 characters.")
    static let passwordTooCommon = Words(
        "accounts.password-too-common",
        "That password is one of the first that others would guess. Put a few unrelated words together instead.")
    static let passwordIsYourName = Words(
        "accounts.password-is-your-name", "The password contains your name or address. Choose one that does not.")
    static let nameMissing = Words("accounts.name-missing", "Type your name as others should see it.")
    static let emailMissing = Words("accounts.email-missing", "Type an e-mail address, like aroha@school.example.")
    static let emailTaken = Words(
        "accounts.email-taken", "Somebody with this e-mail address is here already. Sign in with it instead.")
    static let firstTitle = Words("accounts.first-title", "Welcome to Sightline")
    static let firstLead = Words(
        "accounts.first-lead",
        "You are the first person here. Choose your name and password; you will look after this installation.")
    static let joinTitle = Words("accounts.join-title", "You are invited")
    static func joinLead(_ name: String, inviter: String?, place: String, email: String) -> Words {
        guard !email.isEmpty else {
            return Words("accounts.join-lead", "Kia ora \(name). Choose a password and you are in.")
        }
        guard let inviter, !place.isEmpty else {
            return Words(
                "accounts.join-lead-address",
                "Kia ora \(name). Choose a password and you are in. You sign in with \(email).")
        }
        return Words(
            "accounts.join-lead-from",
            """
            Kia ora \(name). \(inviter) invites you to \(place). Choose a password and you are in; from then on you \
            sign in with \(email).
            """)
    }
    static let joinAsYourself = Words(
        "accounts.join-as-yourself", "You have an account already: sign in first, then open this link again.")
    static let accept = Words("accounts.accept", "Join")
    static let resetTitle = Words("accounts.reset-title", "Choose a new password")
    static let resetLead = Words(
        "accounts.reset-lead", "All your other sessions end when you save it.")
    static let save = Words("accounts.save", "Save")
    static let account = Words("accounts.account", "Your account")
    static let sessions = Words("accounts.sessions", "Where you are signed in")
    static let sessionsWhy = Words(
        "accounts.sessions-why", "If you do not recognise one of these, end it and change your password.")
    static let thisSession = Words("accounts.this-session", "this one")
    static let endSession = Words("accounts.end-session", "End")
    static let endOthers = Words("accounts.end-others", "End all others")
    static let sessionSince = Words("accounts.session-since", "Signed in")
    static let sessionSeen = Words("accounts.session-seen", "Last used")
    static let sessionFrom = Words("accounts.session-from", "From")
    static let sessionWith = Words("accounts.session-with", "With")
    static let changePassword = Words("accounts.change-password", "Change your password")
    static let passwordChanged = Words("accounts.password-changed", "Your password is changed.")
    static let health = Words("account.health", "Health of this installation")
    static let communities = Words("accounts.communities", "Your communities, and forming another one")
    static let standings = Words("accounts.standings", "What you are here")
    static let openLink = Words("accounts.open-link", "Continue")
    static let demoTitle = Words("accounts.demo-title", "The demo")
    static let demoLead = Words(
        "accounts.demo-lead", "This signs you in to an invented community as its lead principal.")

    static func auditMissing(_ sequence: Int) -> Words {
        Words("accounts.audit-missing", "entry \(sequence) is missing")
    }
    static func auditAltered(_ sequence: Int) -> Words {
        Words("accounts.audit-altered", "entry \(sequence) has been altered")
    }
    static let auditHeadDiffers = Words(
        "accounts.audit-head-differs", "entries are missing at the end of the trail")
}
