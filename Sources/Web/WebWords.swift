import Ground

enum WebWords {
    static let fromElsewhere = Words(
        "web.from-elsewhere",
        "This request did not come from a page of this site, so nothing was changed. Open the page here and try again.")
    static let staleForm = Words(
        "web.stale-form",
        "This form was opened in another session, so nothing was changed. Go back, reload the page and send it again.")
    static let unknownContent = Words(
        "web.unknown-content", "What was sent is not a form, so nothing was changed. Send it as a form from our page.")
    static func tooLarge(_ megabytes: Int) -> Words {
        Words(
            "web.too-large",
            "What was sent is larger than \(megabytes) MB, so nothing was kept. Split the file into smaller ones.")
    }
    static let brokenUpload = Words(
        "web.broken-upload", "The upload broke off before its end, so nothing was kept. Please send it again.")
    static let noRoom = Words(
        "web.no-room",
        """
        The file could not be put on the disk, so nothing was kept. Your administrator needs to look whether the disk \
        is full.
        """)
    static let tooMany = Words("web.too-many", "Too many attempts. Please wait a minute and try again.")
}

extension WebWords {
    static let signedIn = Words("web.signed-in", "signed in")
    static func yourself(_ name: String) -> Words { Words("web.yourself", "yourself, \(name)") }
    static let notFound = Words("web.not-found", "There is nothing here for you")
    static let notFoundWhy = Words(
        "web.not-found-why",
        """
        The page is not there, or it is not yours to see. If somebody sent you the address, ask them whether you \
        should have access, and check that you are signed in.
        """)
    static let forbidden = Words("web.forbidden", "You may look at this, but not change it")
    static let forbiddenWhy = Words(
        "web.forbidden-why", "Ask the leader of your community or your principal; they can do it or let you.")
    static let refused = Words("web.refused", "That did not work")
    static let unreadable = Words(
        "web.unreadable", "What was sent could not be understood, so nothing was changed. Go back and try again.")
    static let unavailableTitle = Words("web.unavailable-title", "Sightline cannot be used for a moment")
    static let unavailable = Words(
        "web.unavailable",
        "The database cannot be reached. Nothing was changed or lost. Please try again in half a minute.")
    static let diskFull = Words(
        "web.disk-full",
        "The disk is full, so nothing was saved, and nothing is lost. Your administrator needs to make room.")
    static let busy = Words(
        "web.busy",
        "Too much is being done at once. Nothing was changed or lost. Please try again in half a minute.")
    static let perhapsSaved = Words(
        "web.perhaps-saved",
        """
        The connection to the database broke at the very moment of saving, so your change may or may not have been \
        kept. Look whether it is there before you send it again.
        """)
    static let broken = Words("web.broken", "Something went wrong on our side")
    static func brokenWhy(_ reference: String) -> Words {
        Words(
            "web.broken-why",
            "Nothing was half done. If you tell your administrator the reference \(reference), they can find the cause."
        )
    }
    static let backHome = Words("web.back-home", "Back to your start page")
}
