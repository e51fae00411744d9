package import Ground

/// What the frame and the components themselves say. Pages bring their own words.
package enum InterfaceWords {
    package static let product = Words("interface.product", "Sightline")
    static let skip = Words("interface.skip", "Skip to what this page says")
    static let here = Words("interface.here", "Where you are")
    static let menu = Words("interface.menu", "Go to")
    static let signIn = Words("interface.sign-in", "Sign in")
    static let signOut = Words("interface.sign-out", "Sign out")
    static let purpose = Words(
        "interface.purpose", "Schools that learn together: from what they want to what learners gain.")

    static func documentTitle(page: Words, community: Words) -> Words {
        Words("interface.document-title.community", "\(page) · \(community) · \(product)")
    }
    static func documentTitle(page: Words) -> Words { Words("interface.document-title", "\(page) · \(product)") }
    static func withProblems(_ title: Words) -> Words { Words("interface.with-problems", "Please check: \(title)") }

    static let nextStep = Words("interface.next-step", "What to do next")
    static let undo = Words("interface.undo", "Undo")
    static let optional = Words("interface.optional", "if you like")
    static let done = Words("interface.notice.done", "Done")
    static let note = Words("interface.notice.note", "Good to know")
    static let warning = Words("interface.notice.warning", "Please note")
    static let refusal = Words("interface.notice.refusal", "Not yet")
    static func problems(_ count: Int) -> Words {
        Words("interface.problems", "\(count, "thing needs", "things need") another look")
    }
    static let problem = Words("interface.problem", "Please check:")
    static let dateHint = Words("interface.date-hint", "For example 3 Mar 2027 or 3/3/27")
    static func dateEcho(_ day: Day) -> Words { Words("interface.date-echo", "That is \(day).") }

    static let show = Words("interface.filter.show", "Show")
    static let filter = Words("interface.filter", "What to show")
    static let table = Words("interface.table.show", "Show the table")
    static func scrolls(_ caption: Words) -> Words { Words("interface.table.scrolls", "\(caption), scrolls sideways") }
    static func sum(_ caption: Words) -> Words { Words("interface.table.label", "\(caption)") }
    static let copy = Words("interface.copy", "Copy")
    static let copied = Words("interface.copied", "Copied")

    static let provenance = Words("interface.provenance", "Where these numbers come from")
    static let source = Words("interface.provenance.source", "Source")
    static let asOf = Words("interface.provenance.as-of", "As of")
    static let coverage = Words("interface.provenance.coverage", "Who is in it")
    static let definition = Words("interface.provenance.definition", "What is counted")
    static let protection = Words("interface.provenance.protection", "What is hidden, and why")
    static let hidden = Words("interface.protected.hidden", "not shown")
    static let whyHidden = Words("interface.protected.why", "to protect learners")

    static let trail = Words("interface.trail", "The way here")
    static let pages = Words("interface.pages", "More of this list")
    static let earlier = Words("interface.pages.earlier", "Previous")
    static let later = Words("interface.pages.later", "Next")
    static func page(_ number: Int, of count: Int) -> Words {
        Words("interface.pages.place", "Page \(number) of \(count)")
    }
    static let demo = Words("interface.demo", "This is the demo.")
    static let seenAs = Words("interface.demo.as", "You see it as")
    static let switchPerson = Words("interface.demo.switch", "Change")

    static let stepDone = Words("interface.step.done", "done")
    static let stepNow = Words("interface.step.now", "now")
    static let stepAhead = Words("interface.step.ahead", "still ahead")
    static func progress(_ done: Int, of all: Int) -> Words {
        Words("interface.progress", "\(done) of \(all)")
    }

    static let notHeard = Words("interface.adoption.none", "not yet")
    static let heard = Words("interface.adoption.heard", "heard")
    static let trying = Words("interface.adoption.trying", "trying")
    static let using = Words("interface.adoption.using", "using")
    static let adapted = Words("interface.adoption.adapted", "adapted")
    static let embedded = Words("interface.adoption.embedded", "embedded")
    static let dropped = Words("interface.adoption.dropped", "dropped")

    static let hiddenAndWhy = Words("interface.protected.hidden-and-why", "\(hidden), \(whyHidden)")
}
