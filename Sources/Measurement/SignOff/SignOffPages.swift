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
    /// Measures whose numbers have changed since the school signed off the term.
    let changed: [OrganisationID: Set<String>]
    let own: [Own]
    /// Whether the reader may enter counts for a school of theirs.
    let mayEnter: Bool
    let done: String?

    var title: Words { SignOffWords.title }
    var community: CommunityName? { of }

    private func standing(_ school: OrganisationID, _ measure: String) -> SignOff? {
        signOffs.first { $0.organisation == school && $0.measure == measure && $0.term == term }
    }

    private func hasChanged(_ school: OrganisationID, _ measure: String) -> Bool {
        changed[school]?.contains(measure) ?? false
    }

    private var waiting: Int {
        schools.count { school in
            !measures.contains { measure in
                (standing(school.id, measure.key)?.isStanding ?? false) && !hasChanged(school.id, measure.key)
            }
        }
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
        \(schools.filter { changed[$0.id]?.isEmpty == false }, { "<p>\(PictureWords.changed($0.name))</p>" })
        \(own, ownSection)
        \(if: mayEnter, "<p>\(SignOffWords.byHand) <a href=\"\(PicturePath.counts(of.id))\">\(PictureWords.enterAction)</a></p>")
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
        if let signOff, signOff.isStanding, !hasChanged(school.id, measure.key) {
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
            "\(measure.title)",
            signOff?.isStanding == true ? "\(SignOffWords.changed)" : "\(SignOffWords.waiting)",
            postButton(
                signOff?.isStanding == true
                    ? SignOffWords.signAnewButton(measure.title) : SignOffWords.signButton(measure.title),
                to: PicturePath.signOffs(of.id), .quiet, fields: fields),
        ]
    }

    private var table: HTML {
        DataTable(
            SignOffWords.everybody,
            columns: [.text(SignOffWords.school)] + measures.map { .text(Words(verbatim: $0.title)) },
            rows: schools.map { school in
                ["\(school.name)"]
                    + measures.map { measure -> HTML in
                        hasChanged(school.id, measure.key)
                            ? "\(SignOffWords.changed)" : state(standing(school.id, measure.key))
                    }
            }, showsCaption: false
        ).html
    }

    private func state(_ signOff: SignOff?) -> HTML {
        guard let signOff else { return "\(SignOffWords.notYet)" }
        return signOff.isStanding ? "\(SignOffWords.signed(day(signOff.signed)))" : "\(SignOffWords.recalledState)"
    }

    private func day(_ instant: Instant) -> Day { instant.day(in: TimeZone(identifier: "Pacific/Auckland") ?? .gmt) }
}
