import Ground

/// A sentence of a pack that leans on something it may find only in the pack it adds to.
struct Pending: Sendable, Equatable {
    enum Claim: Sendable, Equatable {
        /// There is an entry with this key.
        case entry(Pack.Part, key: String)
        /// These year levels lie within those of the measure.
        case years(ClosedRange<Int>, of: String)
        /// The instrument has this norm set.
        case norms(String, of: String)
        /// The score or level, as it was written, lies on the instrument's scale.
        case value(String, of: String)
    }

    let claim: Claim
    let place: Place
}

extension Pending.Claim {
    /// What is wrong with the claim, given what there is; `nil` where it holds.
    func problem(entries: [Pack.Part: [String]], measures: [Pack.Measure], instruments: [Pack.Instrument]) -> Words? {
        switch self {
        case .entry(let part, let key):
            // A part that could not be read at all has its own problem.
            guard let known = entries[part], !known.contains(key) else { return nil }
            return PackWords.notThere(key, part, suggestion: nearest(to: key, among: known), known: known)
        // So has a measure or an instrument that is not there.
        case .years(let years, let key):
            guard let measure = measures[key: key], !measure.years.contains(years) else { return nil }
            return PackWords.yearsOutside(years, measure)
        case .norms(let norms, let key):
            guard let instrument = instruments[key: key], !instrument.norms.contains(norms) else { return nil }
            return PackWords.unknownNorms(norms, instrument)
        case .value(let value, let key):
            return instruments[key: key]?.problem(with: value)
        }
    }
}

extension ClosedRange<Int> {
    fileprivate func contains(_ other: ClosedRange<Int>) -> Bool {
        contains(other.lowerBound) && contains(other.upperBound)
    }
}

extension Pack.Instrument {
    /// A written score or level as a place on this scale.
    func value(_ text: String) -> Pack.ScaleValue? {
        scale == .levels ? .level(text) : Pack.number(text).map { .score($0) }
    }

    /// Why a written score or level cannot be an expectation here; `nil` where it can.
    fileprivate func problem(with text: String) -> Words? {
        if scale == .levels {
            guard levels[key: text] == nil else { return nil }
            let known = levels.map(\.key)
            return PackWords.unknownLevel(text, self, suggestion: nearest(to: text, among: known))
        }
        guard let number = Pack.number(text) else { return PackWords.notAScore(text, self) }
        guard let range else { return PackWords.noRange(self) }
        return range.contains(number) ? nil : PackWords.outsideRange(text, self)
    }
}
