extension Pack {
    /// A tool that results come from.
    package struct Instrument: Keyed {
        package enum Scale: String, CaseIterable, Sendable {
            /// Numbers of the tool's own scale.
            case points
            /// Nine bands of a norm group, 1 to 9.
            case stanine
            /// Named steps in an order.
            case levels
        }

        package let key: String
        package let title: String
        package let constructs: [String]
        package let scale: Scale
        /// What its numbers are called, such as "scale score".
        package let unit: String?
        /// The lowest and highest number it gives; `nil` for levels, and where the pack does not say.
        package let range: ClosedRange<Double>?
        /// Lowest first; empty unless the scale is ``Scale/levels``.
        package let levels: [Level]
        package let versions: [String]
        /// The norm sets in use, such as the year of norming.
        package let norms: [String]

        /// Whether a result could have come from this tool.
        package func admits(_ value: ScaleValue) -> Bool {
            switch value {
            case .score(let score):
                scale == .levels ? false : range.map { $0.contains(score) } ?? score.isFinite
            case .level(let key): levels[key: key] != nil
            }
        }
    }

    /// A named step of an instrument.
    package struct Level: Keyed {
        package let key: String
        package let title: String
    }

    /// A place on an instrument's scale: a number, or the key of a level.
    package enum ScaleValue: Sendable, Hashable {
        case score(Double)
        case level(String)
    }

    /// The score or level from which a learner of a year level counts as at expectation.
    package struct Expectation: Sendable, Equatable {
        package let measure: String
        package let instrument: String
        /// The norm set it belongs to; `nil` where it holds for all.
        package let norms: String?
        package let year: Int
        package let at: ScaleValue
    }

    /// The expectation that holds, the one for this norm set before one for all; `nil` where the pack has none.
    package func expectation(measure: String, instrument: String, norms: String? = nil, year: Int) -> Expectation? {
        let fitting = expectations.filter {
            $0.measure == measure && $0.instrument == instrument && $0.year == year
        }
        return fitting.first { $0.norms != nil && $0.norms == norms } ?? fitting.first { $0.norms == nil }
    }

    /// Whether a result is at or above what is expected; `nil` where the pack has no expectation for it or the
    /// result is not of the instrument's scale.
    package func isAtExpectation(
        _ value: ScaleValue, measure: String, instrument key: String, norms: String? = nil, year: Int
    ) -> Bool? {
        guard let instrument = instruments[key: key], instrument.admits(value),
            let expectation = expectation(measure: measure, instrument: key, norms: norms, year: year)
        else { return nil }
        switch (value, expectation.at) {
        case (.score(let score), .score(let expected)):
            return score >= expected
        case (.level(let level), .level(let expected)):
            guard let reached = instrument.levels.firstIndex(where: { $0.key == level }),
                let wanted = instrument.levels.firstIndex(where: { $0.key == expected })
            else { return nil }
            return reached >= wanted
        default:
            return nil
        }
    }
}
