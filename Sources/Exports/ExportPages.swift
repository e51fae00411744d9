import Communities
import Ground
import HTML
import Interface
import Web

/// Where whoever manages a community takes its whole record with them.
struct ExportPage: Page {
    let of: Community

    var title: Words { ExportWords.title }
    var community: CommunityName? { of.pageName }

    var body: HTML {
        """
        \(headline(ExportWords.sentence(of.name)))
        \(lead(ExportWords.lead))
        <p>\(postButton(ExportWords.take, to: ExportPath.export(of.id)))</p>
        \(section(ExportWords.inside, id: "inside", """
            <ul><li>\(ExportWords.insideSheets)</li><li>\(ExportWords.insideNumbers)</li>
            <li>\(ExportWords.insideTables)</li></ul>
            """))
        \(section(ExportWords.outside, id: "outside", """
            <ul><li>\(ExportWords.outsideLearners)</li><li>\(ExportWords.outsideAccounts)</li>
            <li>\(ExportWords.outsideSignOffs)</li></ul>
            """))
        <p>\(ExportWords.elsewhere)</p>
        """
    }
}
