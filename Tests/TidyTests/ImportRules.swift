extension Rule {
    /// A file of a feature without an ending is its domain and knows no door: no SQL, HTML, requests or commands.
    static var domainKnowsNoDoor: Rule {
        Rule { file in
            guard file.isInFeature, !file.isDoor, !file.isFrontDoor else { return [] }
            return file.imports.filter { isDoorModule($0.module) }.map { module, line in
                file.complaint(
                    line,
                    """
                    \(file.name) has no ending, so it is the domain and may not import \(module). Move what needs it \
                    to a file ending in \(SourceFile.doors.joined(separator: ", ")).
                    """)
            }
        }
    }

    private static func isDoorModule(_ module: String) -> Bool {
        let named = [
            "ArgumentParser", "Charts", "Database", "DatabasePostgres", "DatabaseSQLite", "HTML", "HTTPTypes",
            "Interface", "Web",
        ]
        if named.contains(module) || module.hasPrefix("Hummingbird") || module.hasPrefix("NIO") { return true }
        // A C module: CSQLite, CPostgres, CSodium.
        let start = Array(module.prefix(2))
        return start.count == 2 && start[0] == "C" && start[1].isUppercase
    }

    /// Only Web, and files ending in Routes or API, speak HTTP.
    static var onlyRoutesSpeakHTTP: Rule {
        Rule { file in
            guard file.isInSources, !["Web", "TestSupport"].contains(file.target), !file.name.hasSuffix("Routes"),
                !file.name.hasSuffix("API")
            else { return [] }
            // App and the front doors name the router they are given; they answer nothing themselves.
            let isFrontDoor = file.name == file.target
            return file.imports
                .filter { $0.module.hasPrefix("Hummingbird") && !isFrontDoor || $0.module == "HTTPTypes" }
                .map { module, line in
                    file.complaint(
                        line,
                        "only Web and files ending in Routes or API import \(module). Let Web offer what this needs.")
                }
        }
    }

    /// Only App, and what tests every engine, name one.
    static var onlyAppNamesAnEngine: Rule {
        let allowed = ["App", "DatabaseTesting", "DatabaseSQLite", "DatabasePostgres", "sightline"]
        return Rule { file in
            guard file.isInSources, !allowed.contains(file.target) else { return [] }
            return file.imports.filter { ["DatabaseSQLite", "DatabasePostgres"].contains($0.module) }
                .map { module, line in
                    file.complaint(
                        line, "only App and DatabaseTesting import \(module). Import Database, which is both.")
                }
        }
    }
}
