import Communities
import Ground
import HTML
import Interface
import Web

/// What everybody may know of a gem: what it is, what makes it so, and how many places it has reached.
struct PublicGem: Sendable, Equatable {
    let id: Identifier<Gem>
    let title: String
    let text: String
    let core: [String]
    let reached: Int
    let using: Int

    /// `nil` for a gem that does not spread: nobody outside needs to know of it.
    init?(_ story: GemStory, on day: Day) {
        guard story.isPublic else { return nil }
        let states = story.reached(on: day).values.map(\.state)
        (id, title, text) = (story.gem.id, story.gem.title, story.gem.text)
        core = story.design?.core ?? []
        (reached, using) = (states.count, states.count(where: \.isInUse))
    }
}

/// The gems of a community that shows itself, for whoever looks in.
struct PublicGemsPage: Page {
    let of: Community
    let gems: [PublicGem]

    var title: Words { GemWords.gems }
    var community: CommunityName? { of.pageName }

    var body: HTML {
        """
        \(headline(gems.isEmpty ? GemWords.publicNone : GemWords.publicSentence(gems.count)))
        <ul class="plain-list">\(gems, item)</ul>
        """
    }

    private func item(_ gem: PublicGem) -> HTML {
        """
        <li><a href="\(GemPath.gem(of.id, gem.id))">\(gem.title)</a><p>\(gem.text)</p>
        <p><small>\(GemWords.publicReach(gem.reached, using: gem.using))</small></p></li>
        """
    }
}

struct PublicGemPage: Page {
    let of: Community
    let gem: PublicGem

    var title: Words { Words(verbatim: gem.title) }
    var community: CommunityName? { of.pageName }

    var body: HTML {
        """
        \(breadcrumb([Link(GemWords.gems, to: GemPath.gems(of.id))]))
        \(headline(title))\(lead("\(gem.text)"))
        <p>\(GemWords.publicReach(gem.reached, using: gem.using))</p>
        \(if: !gem.core.isEmpty, section(
            GemWords.mustStay, id: "core", "<ul>\(gem.core, { "<li>\($0)</li>" })</ul>"))
        """
    }
}
