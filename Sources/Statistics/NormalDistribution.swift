import Foundation

/// The standard normal distribution: mean 0, standard deviation 1.
public enum NormalDistribution {
    /// The probability of a value of at most `z`.
    public static func cumulative(_ z: Double) -> Double { erfc(-z / 2.0.squareRoot()) / 2 }

    /// The value that lies above a share `probability` of the distribution; ∓∞ at 0 and 1.
    ///
    /// About 16 significant digits. Wichura (1988), algorithm AS 241 (PPND16), *Applied Statistics* 37, 477–484.
    public static func quantile(_ probability: Double) -> Double {
        precondition(0 <= probability && probability <= 1, "a probability lies between 0 and 1")
        let fromMiddle = probability - 0.5
        if abs(fromMiddle) <= 0.425 {
            let r = 0.180625 - fromMiddle * fromMiddle
            return fromMiddle * ratio(middle, at: r)
        }
        let tail = min(probability, 1 - probability)
        guard tail > 0 else { return fromMiddle < 0 ? -.infinity : .infinity }
        let r = (-log(tail)).squareRoot()
        let size = r <= 5 ? ratio(near, at: r - 1.6) : ratio(far, at: r - 5)
        return fromMiddle < 0 ? -size : size
    }

    /// How many standard deviations either side of the mean hold a share `level` of the distribution: 1.96 for 0.95.
    public static func criticalValue(level: Double) -> Double {
        precondition(0 < level && level < 1, "a level lies strictly between 0 and 1")
        return -quantile((1 - level) / 2)
    }

    /// Coefficients of a quotient of two polynomials, lowest power first.
    private typealias Quotient = (above: [Double], below: [Double])

    private static func ratio(_ quotient: Quotient, at x: Double) -> Double {
        func value(_ coefficients: [Double]) -> Double { coefficients.reversed().reduce(0) { $0 * x + $1 } }
        return value(quotient.above) / value(quotient.below)
    }

    private static let middle: Quotient = (
        [
            3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
            4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3,
        ],
        [
            1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
            2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3,
        ]
    )

    private static let near: Quotient = (
        [
            1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
            1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4,
        ],
        [
            1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
            1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
        ]
    )

    private static let far: Quotient = (
        [
            6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
            2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
        ],
        [
            1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
            7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
        ]
    )
}
