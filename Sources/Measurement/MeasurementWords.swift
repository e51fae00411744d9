import Ground

extension String {
    /// A title as it stands within a sentence: "reading" of "Reading".
    package var asWithinSentence: String { prefix(1).lowercased() + dropFirst() }
}

package enum MeasurementWords {
    static func term(_ number: Int, _ year: Int) -> Words {
        Words("measurement.term", "Term \(number) \(String(year))")
    }
}
