package import Ground
package import HTML

/// The way from the community to this page, for pages that lie deep.
package func breadcrumb(_ links: [Link]) -> HTML {
    "<nav class=\"trail\" aria-label=\"\(InterfaceWords.trail)\"><ol>\(links, { "<li>\($0.html)</li>" })</ol></nav>\n"
}

/// Parts of one thing, side by side. They are links: each part has its own address.
package func parts(_ label: Words, _ links: [Link]) -> HTML {
    "<nav class=\"parts\" aria-label=\"\(label)\"><ul>\(links, { "<li>\($0.html)</li>" })</ul></nav>\n"
}

/// Back and forth in a long list. Nothing when it fits on one page.
package func pagination(page: Int, of count: Int, url: (Int) -> String) -> HTML {
    guard count > 1 else { return HTML() }
    let earlier: HTML? =
        page > 1 ? "<a rel=\"prev\" href=\"\(url(page - 1))\">← \(InterfaceWords.earlier)</a>" : nil
    let later: HTML? =
        page < count ? "<a rel=\"next\" href=\"\(url(page + 1))\">\(InterfaceWords.later) →</a>" : nil
    return """
        <nav class="pagination" aria-label="\(InterfaceWords.pages)">\(earlier)\
        <span>\(InterfaceWords.page(page, of: count))</span>\(later)</nav>

        """
}

/// The bar by which the demo changes person. It posts, for it changes the session.
package func roleBar(action: String, csrf: String = FormToken.current, people: [Choice], current: String) -> HTML {
    """
    <form class="role-bar" method="post" action="\(action)" aria-label="\(InterfaceWords.demo)" \
    data-auto>\(hiddenField(Form.csrfField, csrf))
    <p><span>\(InterfaceWords.demo)</span> <label for="role">\(InterfaceWords.seenAs)</label> \
    <select id="role" name="person">\(options(people, chosen: current))</select> \
    \(button(InterfaceWords.switchPerson, .quiet))</p>
    </form>

    """
}
