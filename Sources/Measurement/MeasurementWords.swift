import Ground

package enum MeasurementWords {
    static func term(_ number: Int, _ year: Int) -> Words {
        Words("measurement.term", "Term \(number) \(String(year))")
    }
}
