package import Ground

/// One row of an answer. Valid only inside the closure that receives it.
///
///     try transaction.rows("SELECT id, name, roll FROM school") { try School(id: $0[0], name: $0[1], roll: $0[2]) }
package struct Row {
    package let source: any RowSource

    package init(_ source: any RowSource) { self.source = source }

    /// The value of a column, counted from 0, as the type the reader asks for.
    package subscript<Value: Column>(_ index: Int) -> Value {
        get throws { try Value(column: index, of: source) }
    }
}

/// What a driver offers of a row: each column as the type asked for, `nil` where it is null or is not of that type.
package protocol RowSource {
    var columnCount: Int { get }
    func name(_ index: Int) -> String
    func isNull(_ index: Int) -> Bool
    func int(_ index: Int) -> Int64?
    func double(_ index: Int) -> Double?
    func bool(_ index: Int) -> Bool?
    func text(_ index: Int) -> String?
    func bytes(_ index: Int) -> [UInt8]?
}

/// What can be read from a column.
package protocol Column {
    init(column index: Int, of source: any RowSource) throws
}

/// A column holds what the schema says cannot be there: a mistake of ours or a damaged database.
///
/// It does not say what the column holds: errors end up in the log, and the log is no place for people's data.
package struct UnreadableColumn: Error, CustomStringConvertible, Equatable {
    package let description: String

    package init(_ index: Int, of source: any RowSource, as type: Any.Type) {
        let held = source.isNull(index) ? "null" : "a value"
        description = "column \(source.name(index)) holds \(held) that is not a \(type)"
    }
}

extension Column {
    /// The value, which must be there.
    fileprivate static func required<Value>(_ value: Value?, _ index: Int, _ source: any RowSource) throws -> Value {
        guard let value else { throw UnreadableColumn(index, of: source, as: Self.self) }
        return value
    }
}

extension Optional: Column where Wrapped: Column {
    package init(column index: Int, of source: any RowSource) throws {
        self = source.isNull(index) ? nil : try Wrapped(column: index, of: source)
    }
}

extension String: Column {
    package init(column index: Int, of source: any RowSource) throws {
        self = try Self.required(source.text(index), index, source)
    }
}

extension Int: Column {
    package init(column index: Int, of source: any RowSource) throws {
        self = Int(try Self.required(source.int(index), index, source))
    }
}

extension Int64: Column {
    package init(column index: Int, of source: any RowSource) throws {
        self = try Self.required(source.int(index), index, source)
    }
}

extension Double: Column {
    package init(column index: Int, of source: any RowSource) throws {
        self = try Self.required(source.double(index), index, source)
    }
}

extension Bool: Column {
    package init(column index: Int, of source: any RowSource) throws {
        self = try Self.required(source.bool(index), index, source)
    }
}

extension [UInt8]: Column {
    package init(column index: Int, of source: any RowSource) throws {
        self = try Self.required(source.bytes(index), index, source)
    }
}

extension Day: Column {
    package init(column index: Int, of source: any RowSource) throws {
        self = try Self.required(source.text(index).flatMap { Day(text: $0) }, index, source)
    }
}

extension Instant: Column {
    package init(column index: Int, of source: any RowSource) throws {
        self = try Self.required(source.text(index).flatMap { Instant(text: $0) }, index, source)
    }
}

extension Identifier: Column {
    package init(column index: Int, of source: any RowSource) throws {
        self.init(rawValue: try Self.required(source.text(index), index, source))
    }
}

/// An enum of words is read from its word: `enum Stage: String, Bindable, Column`.
extension Column where Self: RawRepresentable, RawValue == String {
    package init(column index: Int, of source: any RowSource) throws {
        self = try Self.required(source.text(index).flatMap(Self.init(rawValue:)), index, source)
    }
}
