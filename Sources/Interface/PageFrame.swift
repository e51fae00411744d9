package import Ground
package import HTML

/// Words that lead somewhere.
package struct Link: Sendable {
    package let words: Words
    package let url: String
    /// The page or the part of it that the reader is on.
    package let isCurrent: Bool

    package init(_ words: Words, to url: String, isCurrent: Bool = false) {
        (self.words, self.url, self.isCurrent) = (words, url, isCurrent)
    }

    /// An anchor, marked for screen readers when it is where the reader is.
    package var html: HTML {
        isCurrent ? "<a href=\"\(url)\" aria-current=\"page\">\(words)</a>" : "<a href=\"\(url)\">\(words)</a>"
    }
}

/// Who is reading: shown at the top of every page, so that nobody wonders in whose name they act.
package enum Reader: Sendable {
    case signedIn(name: String, standing: Words, account: String, signOut: String, csrf: String = FormToken.current)
    /// Somebody who has not signed in, with the address of the page where they can.
    case visitor(signIn: String?)
}

/// The page around what a page says: where am I, who am I, the one thing, and nothing else above it.
package struct PageFrame: Sendable {
    package let title: Words
    package let community: Link?
    package let reader: Reader
    package let navigation: [Link]
    /// The bar by which the demo changes role; empty elsewhere. See ``roleBar(action:csrf:people:current:)``.
    package let demoBar: HTML
    /// Forms that came back: the browser's tab says so too.
    package let hasProblems: Bool
    /// Asked for again after three seconds where scripts do not run.
    package let refreshes: Bool
    package let main: HTML
    /// Where the numbers of this page come from, last of all: see ``Provenance``.
    package let about: HTML

    package init(
        title: Words, community: Link? = nil, reader: Reader = .visitor(signIn: nil), navigation: [Link] = [],
        demoBar: HTML = HTML(), hasProblems: Bool = false, refreshes: Bool = false, about: HTML = HTML(),
        main: HTML
    ) {
        self.refreshes = refreshes
        (self.title, self.community, self.reader, self.navigation) = (title, community, reader, navigation)
        (self.demoBar, self.hasProblems, self.about, self.main) = (demoBar, hasProblems, about, main)
    }

    package var html: HTML {
        """
        <!doctype html>
        <html lang="\(Language.spoken.code)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>\(documentTitle)</title>
        <link rel="stylesheet" href="\(Asset.stylesheet.path)">
        <link rel="icon" href="\(Asset.icon.path)" type="image/svg+xml">
        <script src="\(Asset.script.path)" defer></script>\
        \(if: refreshes, "<noscript><meta http-equiv=\"refresh\" content=\"3\"></noscript>")
        </head>
        <body>
        <a class="skip" href="#main">\(InterfaceWords.skip)</a>
        \(demoBar)
        <header class="masthead">
        <div class="bearings">
        \(place)
        \(who)
        </div>
        \(if: !navigation.isEmpty, menu)
        </header>
        <main id="main" tabindex="-1">
        \(main)
        </main>
        <footer class="footing">
        \(about)
        <p class="colophon">\(InterfaceWords.product). \(InterfaceWords.purpose)</p>
        </footer>
        </body>
        </html>

        """
    }

    private var documentTitle: Words {
        let plain =
            if let community { InterfaceWords.documentTitle(page: title, community: community.words) } else {
                InterfaceWords.documentTitle(page: title)
            }
        return hasProblems ? InterfaceWords.withProblems(plain) : plain
    }

    private var place: HTML {
        let home = community?.html ?? "<a href=\"/\">\(InterfaceWords.product)</a>"
        return """
            <p class="where"><span class="visually-hidden">\(InterfaceWords.here): </span>\(PageFrame.mark)\(home)\
            <span class="dot" aria-hidden="true"> · </span><span>\(title)</span></p>
            """
    }

    /// Two points and the line between them: what we want, and what came of it.
    private static let mark: HTML = """
        <svg class="mark" viewBox="0 0 28 16" aria-hidden="true" focusable="false"><path d="M5 11 23 5"/>\
        <circle class="mark-from" cx="5" cy="11" r="3.5"/><circle class="mark-to" cx="23" cy="5" r="4"/></svg>
        """

    private var who: HTML {
        switch reader {
        case .signedIn(let name, let standing, let account, let signOut, let csrf):
            """
            <div class="who"><p><a href="\(account)">\(name)</a>, \(standing)</p>\
            \(postButton(InterfaceWords.signOut, to: signOut, csrf: csrf, .plain))</div>
            """
        case .visitor(.some(let signIn)): "<p class=\"who\"><a href=\"\(signIn)\">\(InterfaceWords.signIn)</a></p>"
        case .visitor(.none): ""
        }
    }

    private var menu: HTML {
        """
        <nav class="menu" aria-label="\(InterfaceWords.menu)"><details><summary>\(InterfaceWords.menu)</summary>
        <ul>\(navigation, { "<li>\($0.html)</li>" })</ul></details></nav>
        """
    }
}
