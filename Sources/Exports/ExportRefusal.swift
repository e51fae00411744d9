package import Ground

/// Why a community is not exported, or not taken in.
package enum ExportRefusal: Refusal {
    case notTheirs
    case alreadyThere(String)
    case cannotWrite(String)
    case cannotRead(String, reason: String)
    case notAnExport
    case damaged(entry: String)
    case newerFormat
    case newerProgram(version: String)
    case communityThere(name: String)
    case somethingThere
    case programmeMissing(Words)

    package var words: Words { ExportWords.refusal(self) }
}
