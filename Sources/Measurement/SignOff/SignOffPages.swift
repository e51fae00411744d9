import Foundation
import Ground
import HTML
import Interface
import Programmes
import Web

/// Who has signed off what in a term, and one button each for one's own school.
struct SignOffPage: Page {
    struct Own {
        let id: OrganisationID
        let name: String
        /// The measures its own numbers are there for.
        let measures: Set<String>
    }

    let of: CommunityName
    let measures: [Pack.Measure]
    let term: Term
    let terms: [Term]
    let schools: [(id: OrganisationID, name: String)]
    let signOffs: [SignOff]
    let own: [Own]
    let done: String?

    var title: Words { SignOffWords.title }
    var community: CommunityName? { of }

    private func standing(_ school: OrganisationID, _ measure: String) -> SignOff? {
        signOffs.first { $0.organisation == school && $0.measure == measure && $0.term == term }
    }

    private var waiting: Int {
        schools.count { school in !measures.contains { standing(school.id, $0.key)?.isStanding ?? false } }
    }

    var body: HTML {
        """
        \(if: done == "signed", doneNotice(SignOffWords.signedNotice))
        \(if: done == "recalled", doneNotice(SignOffWords.recalledNotice))
        \(headline(waiting == 0 ? SignOffWords.allSigned(term.words) : SignOffWords.yet(waiting, term.words)))
        \(lead(SignOffWords.why))
        \(if: terms.count > 1, parts(SignOffWords.terms, terms.map { other in
            Link(other.words, to: PicturePath.signOffs(of.id, term: other), isCurrent: other == term)
        }))
        \(own, ownSection)
        \(section(SignOffWords.everybody, id: "everybody", table))
        """
    }

    private func ownSection(_ school: Own) -> HTML {
        section(
            SignOffWords.own(school.name, term.words), id: "own-\(school.id)",
            """
            <p>\(SignOffWords.ownWhy) <a href="\(PicturePath.picture(of.id, PictureFilter(term: term)))">\
            \(PictureWords.title)</a></p>
            \(DataTable(
                SignOffWords.own(school.name, term.words),
                columns: [.text(SignOffWords.measure), .text(SignOffWords.state), .text(SignOffWords.action)],
                rows: measures.map { ownRow(school, $0) }, showsCaption: false).html)
            """)
    }

    private func ownRow(_ school: Own, _ measure: Pack.Measure) -> [HTML] {
        let signOff = standing(school.id, measure.key)
        let fields = [
            ("organisation", school.id.rawValue), ("measure", measure.key), ("term", term.description),
        ]
        if let signOff, signOff.isStanding {
            return [
                "\(measure.title)", "\(SignOffWords.signed(day(signOff.signed)))",
                postButton(
                    SignOffWords.recallButton(measure.title), to: PicturePath.recall(of.id), .plain, fields: fields),
            ]
        }
        guard school.measures.contains(measure.key) else {
            return ["\(measure.title)", "\(SignOffWords.nothingThere)", ""]
        }
        return [
            "\(measure.title)", "\(SignOffWords.waiting)",
            postButton(
                SignOffWords.signButton(measure.title), to: PicturePath.signOffs(of.id), .quiet, fields: fields),
        ]
    }

    private var table: HTML {
        DataTable(
            SignOffWords.everybody,
            columns: [.text(SignOffWords.school)] + measures.map { .text(Words(verbatim: $0.title)) },
            rows: schools.map { school in
                ["\(school.name)"] + measures.map { state(standing(school.id, $0.key)) }
            }, showsCaption: false
        ).html
    }

    private func state(_ signOff: SignOff?) -> HTML {
        guard let signOff else { return "\(SignOffWords.notYet)" }
        return signOff.isStanding ? "\(SignOffWords.signed(day(signOff.signed)))" : "\(SignOffWords.recalledState)"
    }

    private func day(_ instant: Instant) -> Day { instant.day(in: TimeZone(identifier: "Pacific/Auckland") ?? .gmt) }
}
