import Programmes

/// What results were measured with: an instrument under one set of norms.
///
/// Results of two tools are never added or compared: at or above is not the same with another tool, or with the same
/// one normed anew.
package struct Tool: Hashable, Comparable, Sendable {
    /// By its key in the pack; empty where whoever counted did not say.
    package let instrument: String
    package let norms: String?

    package init(instrument: String, norms: String?) { (self.instrument, self.norms) = (instrument, norms) }

    /// As it stands in the keys of cells: `harbour-scale@2022`.
    package var text: String { norms.map { "\(instrument)@\($0)" } ?? instrument }

    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    /// The tool as the pack knows it: where the pack has one set of norms, a result that names none is of those.
    func known(in pack: Pack) -> Tool {
        guard norms == nil, let known = pack.instruments[key: instrument]?.norms, known.count == 1 else { return self }
        return Tool(instrument: instrument, norms: known[0])
    }
}
