package import Ground

/// SQL as a literal: what is written is SQL, what is interpolated is bound as a parameter. There is no other way in.
///
///     try transaction.rows("SELECT name FROM school WHERE community_id = \(id)") { try $0[0] as String }
///
/// One text serves both engines; `docs/sql.md` lists what to avoid. A rare difference is written where it is needed:
/// `\(.on(sqlite: "…", postgres: "…"))`.
package struct SQL: Sendable, ExpressibleByStringInterpolation {
    enum Piece: Sendable {
        case text(String)
        case value(SQLValue, SQLType?)
        case either(sqlite: [Piece], postgres: [Piece])
    }

    var pieces: [Piece]

    package init(stringLiteral text: StaticString) { pieces = [.text(text.description)] }
    package init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }
    init(pieces: [Piece]) { self.pieces = pieces }

    package static func on(sqlite: SQL, postgres: SQL) -> SQL {
        SQL(pieces: [.either(sqlite: sqlite.pieces, postgres: postgres.pieces)])
    }

    package static func + (left: SQL, right: SQL) -> SQL { SQL(pieces: left.pieces + right.pieces) }

    /// A name of a table or column that this program chose itself, never one that a person typed.
    package static func name(_ name: StaticString) -> SQL { SQL(stringLiteral: name) }

    /// Text in a column that sorts by its bytes on either engine, so that names sort alike everywhere.
    package static var sortKey: SQL { .on(sqlite: "TEXT", postgres: "TEXT COLLATE \"C\"") }

    /// The type of a column of bytes, for a schema.
    package static var bytes: SQL { .on(sqlite: "BLOB", postgres: "BYTEA") }

    /// The text with parameters `$1…`, each with its own number in order of appearance, and their values.
    ///
    /// PostgreSQL types a statement before it knows the values, so there each parameter says its type.
    package func statement(for engine: Engine) -> (text: String, values: [SQLValue]) {
        var text = ""
        var values: [SQLValue] = []
        func append(_ pieces: [Piece]) {
            for piece in pieces {
                switch piece {
                case .text(let part): text += part
                case .value(let value, let type):
                    values.append(value)
                    text += "$\(values.count)"
                    if engine == .postgres, let type { text += "::\(type.rawValue)" }
                case .either(let sqlite, let postgres): append(engine == .sqlite ? sqlite : postgres)
                }
            }
        }
        append(pieces)
        return (text, values)
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        var pieces: [Piece] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(interpolationCount * 2 + 1)
        }
        package mutating func appendLiteral(_ text: StaticString) { pieces.append(.text(text.description)) }
        package mutating func appendInterpolation(_ value: some Bindable) {
            let value = value.sqlValue
            pieces.append(.value(value, value.type))
        }
        package mutating func appendInterpolation<Value: Bindable>(_ value: Value?) {
            let type = Value.sqlType
            let value = value?.sqlValue ?? .null
            pieces.append(.value(value, value.type ?? type))
        }
        package mutating func appendInterpolation(_ sql: SQL) { pieces += sql.pieces }

        /// `IN (\(list: ids))`; an empty list matches nothing.
        package mutating func appendInterpolation(list values: some Sequence<some Bindable>) {
            var isFirst = true
            for value in values {
                if !isFirst { pieces.append(.text(", ")) }
                appendInterpolation(value)
                isFirst = false
            }
            if isFirst { pieces.append(.text("NULL")) }
        }
    }
}

package enum Engine: String, Sendable, CaseIterable {
    case sqlite, postgres
}

package enum SQLValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case int(Int64)
    case double(Double)
    case text(String)
    case blob([UInt8])

    var type: SQLType? {
        switch self {
        case .null: nil
        case .bool: .bool
        case .int: .int
        case .double: .double
        case .text: .text
        case .blob: .blob
        }
    }

    /// Why neither engine takes this value, if so: PostgreSQL cannot store a NUL, SQLite turns a NaN into a null.
    package var refusal: SQLError? {
        switch self {
        case .text(let text) where text.holdsNUL: .holdsNUL
        case .double(let number) where number.isNaN: .isNaN
        default: nil
        }
    }
}

extension SQLError {
    package static let holdsNUL = SQLError(kind: .other, code: "22021", message: "a text holds a NUL character")
    package static let isNaN = SQLError(kind: .other, code: "22003", message: "a number is not a number (NaN)")
}

extension String {
    package var holdsNUL: Bool { utf8.contains(0) }
}

/// The types of parameters, by the name PostgreSQL gives them.
package enum SQLType: String, Sendable {
    case bool = "BOOLEAN"
    case int = "BIGINT"
    case double = "DOUBLE PRECISION"
    case text = "TEXT"
    case blob = "BYTEA"
}

/// What can be bound to a parameter.
package protocol Bindable {
    var sqlValue: SQLValue { get }
    /// What its values are in SQL, so that one that is `nil` is a null of the right type.
    static var sqlType: SQLType? { get }
}

extension Bindable {
    package static var sqlType: SQLType? { nil }
}

extension SQLValue: Bindable { package var sqlValue: SQLValue { self } }
extension String: Bindable {
    package var sqlValue: SQLValue { .text(self) }
    package static var sqlType: SQLType? { .text }
}
extension Int: Bindable {
    package var sqlValue: SQLValue { .int(Int64(self)) }
    package static var sqlType: SQLType? { .int }
}
extension Int64: Bindable {
    package var sqlValue: SQLValue { .int(self) }
    package static var sqlType: SQLType? { .int }
}
extension Double: Bindable {
    package var sqlValue: SQLValue { .double(self) }
    package static var sqlType: SQLType? { .double }
}
extension Bool: Bindable {
    package var sqlValue: SQLValue { .bool(self) }
    package static var sqlType: SQLType? { .bool }
}
extension [UInt8]: Bindable {
    package var sqlValue: SQLValue { .blob(self) }
    package static var sqlType: SQLType? { .blob }
}
extension Day: Bindable {
    package var sqlValue: SQLValue { .text(description) }
    package static var sqlType: SQLType? { .text }
}
extension Instant: Bindable {
    package var sqlValue: SQLValue { .text(description) }
    package static var sqlType: SQLType? { .text }
}
extension Identifier: Bindable {
    package var sqlValue: SQLValue { .text(rawValue) }
    package static var sqlType: SQLType? { .text }
}

/// An enum of words is stored as its word.
extension Bindable where Self: RawRepresentable, RawValue == String {
    package var sqlValue: SQLValue { .text(rawValue) }
    package static var sqlType: SQLType? { .text }
}
