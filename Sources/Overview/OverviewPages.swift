import Communities
import Ground
import HTML
import Interface
import Web

struct HomePage: Page {
    let of: Community
    let members: [Member]

    var title: Words { OverviewWords.home }
    var community: CommunityName? { of.pageName }
    var body: HTML { "\(headline(Words(verbatim: of.name)))\(lead("\(of.purpose)"))" }
}
