package import Database
package import Ground

extension Transaction {
    /// Puts a directory in the place of the one before, as a whole.
    package func replaceDirectory(with entries: [DirectoryEntry]) throws {
        try execute("DELETE FROM directory_entry")
        try load(
            into: "directory_entry",
            ["number", "name", "sort_key", "kind", "authority", "area", "roll", "brought_at"]
        ) { writer in
            for entry in entries {
                writer.write(entry.number)
                writer.write(entry.name)
                writer.write(entry.name.sortKey)
                writer.write(entry.kind)
                writer.write(entry.authority)
                writer.write(entry.area)
                writer.write(entry.roll)
                writer.write(now)
                try writer.endRow()
            }
        }
    }

    /// How many schools the directory has, and since when; `nil` where there is none.
    package func directoryState() throws -> (count: Int, at: Instant)? {
        let at: Instant? = try value("SELECT brought_at FROM directory_entry ORDER BY brought_at DESC LIMIT 1")
        return try at.map { (try value("SELECT count(*) FROM directory_entry") ?? 0, $0) }
    }

    /// The schools whose name has every word of the query in it, or whose number it is; by name.
    package func directory(matching query: String, limit: Int) throws -> [DirectoryEntry] {
        let folded = query.sortKey
        // Marks of the pattern would match anything; no school has them in its name.
        let words = folded.split { " %_\\".contains($0) }.prefix(8).map { "%\($0)%" }
        guard !words.isEmpty else { return [] }
        let all = words.dropFirst().reduce("sort_key LIKE \(words[0])" as SQL) { $0 + " AND sort_key LIKE \($1)" }
        return try rows(
            """
            SELECT number, name, kind, authority, area, roll FROM directory_entry
            WHERE number = \(folded) OR (\(all)) ORDER BY number <> \(folded), sort_key, number LIMIT \(limit)
            """
        ) {
            try DirectoryEntry(number: $0[0], name: $0[1], kind: $0[2], authority: $0[3], area: $0[4], roll: $0[5])
        }
    }
}
