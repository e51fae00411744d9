/// Values by small numbers, in the order in which they came, so that a column can hold the numbers instead.
struct Codes<Value: Hashable & Sendable>: Sendable {
    private(set) var values: [Value] = []
    private var known: [Value: Int] = [:]

    func code(of value: Value) -> Int? { known[value] }

    mutating func code(adding value: Value) -> Int {
        if let code = known[value] { return code }
        known[value] = values.count
        values.append(value)
        return values.count - 1
    }
}
