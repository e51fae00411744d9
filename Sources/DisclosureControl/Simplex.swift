/// A small linear programme: the largest value of a weighted sum of unknowns that are at least 0, perhaps bounded
/// above, and satisfy linear equations.
///
/// The tableau method with bounded variables (Dantzig 1963, chapter 18), dense, rows kept between questions so that the
/// next one starts where the last ended. Dantzig's rule, and Bland's (1977) after a run of steps that gain nothing, so
/// that it ends. Our equations have coefficients of −1, 0 and 1, for which the pivots stay small whole numbers.
struct Simplex {
    enum Ending {
        case best
        /// The value reached what was asked for; it may go further.
        case enough
        case unbounded
        /// Out of patience; the point reached is allowed, though perhaps not the best.
        case tired
    }

    private let columnCount: Int
    private let upper: [Double]
    private var rows: [[Double]]
    /// The value of each row's basic variable.
    private var levels: [Double]
    /// The column that is basic in each row; −1 for a row's own artificial variable.
    private var basis: [Int]
    private var rowOfColumn: [Int]
    private var isAtUpper: [Bool]

    private static let tolerance = 1e-9

    /// `equations[i].terms` are (column, coefficient); unknowns begin at 0.
    init(upper: [Double], equations: [(terms: [(Int, Double)], right: Double)]) {
        columnCount = upper.count
        self.upper = upper
        rows = []
        levels = []
        for equation in equations {
            let sign: Double = equation.right < 0 ? -1 : 1
            var row = [Double](repeating: 0, count: upper.count)
            for (column, coefficient) in equation.terms { row[column] += sign * coefficient }
            rows.append(row)
            levels.append(sign * equation.right)
        }
        basis = [Int](repeating: -1, count: equations.count)
        rowOfColumn = [Int](repeating: -1, count: upper.count)
        isAtUpper = [Bool](repeating: false, count: upper.count)
    }

    func value(of column: Int) -> Double {
        let row = rowOfColumn[column]
        return row >= 0 ? levels[row] : isAtUpper[column] ? upper[column] : 0
    }

    /// Finds a point that satisfies the equations; `false` if there is none.
    mutating func findPoint() -> Bool {
        var gains = [Double](repeating: 0, count: columnCount)
        for row in rows.indices {
            for column in 0..<columnCount { gains[column] += rows[row][column] }
        }
        _ = improve(&gains, from: 0, until: .infinity, artificialsMayMove: true)
        var missing = 0.0
        for row in rows.indices where basis[row] < 0 {
            missing += abs(levels[row])
            levels[row] = 0
        }
        return missing < 1e-6
    }

    /// Moves to where the sum of `weights` times the unknowns is largest, or to where it reaches `enough`.
    mutating func maximise(_ weights: [(column: Int, weight: Double)], until enough: Double = .infinity) -> Ending {
        var gains = [Double](repeating: 0, count: columnCount)
        var value = 0.0
        for (column, weight) in weights {
            value += weight * self.value(of: column)
            let row = rowOfColumn[column]
            if row < 0 {
                gains[column] += weight
            } else {
                for other in 0..<columnCount where other != column { gains[other] -= weight * rows[row][other] }
            }
        }
        return improve(&gains, from: value, until: enough, artificialsMayMove: false)
    }

    private mutating func improve(
        _ gains: inout [Double], from start: Double, until enough: Double, artificialsMayMove: Bool
    ) -> Ending {
        var value = start
        var idleSteps = 0
        for _ in 0..<(200 + 20 * (columnCount + rows.count)) {
            if value >= enough - Self.tolerance { return .enough }
            guard let entering = entering(gains, cautiously: idleSteps > 20) else { return .best }
            let direction: Double = isAtUpper[entering] ? -1 : 1
            let (row, length, stopsAtUpper) = step(entering, direction, idleSteps > 20, artificialsMayMove)
            guard length < .infinity else { return .unbounded }
            value += abs(gains[entering]) * length
            idleSteps = length > Self.tolerance ? 0 : idleSteps + 1
            if length > 0 {
                for other in rows.indices { levels[other] -= direction * length * rows[other][entering] }
            }
            if row < 0 {
                isAtUpper[entering].toggle()
            } else {
                let level = (isAtUpper[entering] ? upper[entering] : 0) + direction * length
                exchange(row, entering, level: level, leavesAtUpper: stopsAtUpper, &gains)
            }
        }
        return .tired
    }

    /// The column whose change gains most; cautiously, the first that gains at all.
    private func entering(_ gains: [Double], cautiously: Bool) -> Int? {
        var best: Int?
        var bestGain = Self.tolerance
        for column in 0..<columnCount where rowOfColumn[column] < 0 && upper[column] > 0 {
            let gain = isAtUpper[column] ? -gains[column] : gains[column]
            guard gain > bestGain else { continue }
            if cautiously { return column }
            (best, bestGain) = (column, gain)
        }
        return best
    }

    /// How far the entering column can go, and the row that stops it (−1: its own other bound).
    private func step(
        _ entering: Int, _ direction: Double, _ cautiously: Bool, _ artificialsMayMove: Bool
    ) -> (row: Int, length: Double, stopsAtUpper: Bool) {
        var (row, length, stopsAtUpper) = (-1, upper[entering], false)
        for candidate in rows.indices {
            let slope = direction * rows[candidate][entering]
            guard abs(slope) > Self.tolerance else { continue }
            let column = basis[candidate]
            let ceiling = column >= 0 ? upper[column] : artificialsMayMove ? .infinity : 0
            let room = slope > 0 ? levels[candidate] : ceiling - levels[candidate]
            let reach = room == .infinity ? Double.infinity : max(0, room / abs(slope))
            guard reach <= length + Self.tolerance, reach < .infinity else { continue }
            let isTie = reach >= length - Self.tolerance && row >= 0
            let winsTie =
                cautiously
                ? basis[candidate] < basis[max(row, 0)]
                : abs(slope) > abs(rows[max(row, 0)][entering]) + Self.tolerance
            if isTie && !winsTie { continue }
            (row, length, stopsAtUpper) = (candidate, min(reach, length), slope < 0)
        }
        return (row, length, stopsAtUpper)
    }

    private mutating func exchange(
        _ row: Int, _ entering: Int, level: Double, leavesAtUpper: Bool, _ gains: inout [Double]
    ) {
        let leaving = basis[row]
        if leaving >= 0 {
            rowOfColumn[leaving] = -1
            isAtUpper[leaving] = leavesAtUpper
        }
        basis[row] = entering
        rowOfColumn[entering] = row
        isAtUpper[entering] = false
        levels[row] = level
        let pivot = rows[row][entering]
        var used: [Int] = []
        for column in 0..<columnCount where rows[row][column] != 0 {
            rows[row][column] /= pivot
            used.append(column)
        }
        rows[row][entering] = 1
        let pivotRow = rows[row]
        func subtract(_ factor: Double, from target: inout [Double]) {
            for column in used {
                let difference = target[column] - factor * pivotRow[column]
                target[column] = abs(difference) < 1e-11 ? 0 : difference
            }
            target[entering] = 0
        }
        for other in rows.indices where other != row && rows[other][entering] != 0 {
            subtract(rows[other][entering], from: &rows[other])
        }
        if gains[entering] != 0 { subtract(gains[entering], from: &gains) }
    }
}
