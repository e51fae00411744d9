import Tables

/// The files of a package by what they are, before any data row is read.
struct PackageLayout {
    struct Part {
        let binding: FileBinding
        /// As it is called in the archive.
        let file: RosterFile
        var mode: RosterMode
    }

    var binding: Binding
    /// In the order in which they are read: what is pointed to comes before what points.
    var parts: [Part] = []
    /// Files that are listed or present as bulk, whether or not they can be read.
    var modes: [String: RosterMode] = [:]
    /// Files that are there though the manifest does not list them: nobody said that they hold all there is.
    var unlisted: Set<String> = []
    var passedOver: [String] = []

    /// What is left of a name once its folder is taken away, and without `.csv`.
    static func stem(of name: String) -> String? {
        let base = name.split(separator: "/").last.map(String.init) ?? name
        guard base.lowercased().hasSuffix(".csv"), base.utf8.count > 4 else { return nil }
        return String(base.dropLast(4))
    }
}

extension RosterFormat {
    /// What the files look like: OneRoster where there is a manifest, else by the headings of the users.
    init(of files: [RosterFile]) {
        func first(_ stem: String) -> [String]? {
            files.first { PackageLayout.stem(of: $0.name)?.lowercased() == stem }?.headings
        }
        let isListed = files.contains { PackageLayout.stem(of: $0.name)?.lowercased() == "manifest" }
        let users = first("users") ?? []
        let isMicrosoft = !isListed && !users.isEmpty && !users.contains("enabledUser") && !users.contains("status")
        if isMicrosoft {
            self = users.contains("orgSourcedIds") && users.contains("role") ? .microsoft2 : .microsoft21
        } else {
            self = .oneRoster12
        }
    }

    var binding: Binding {
        switch self {
        case .oneRoster11: .oneRoster11
        case .oneRoster12: .oneRoster12
        case .microsoft21: .microsoft21
        case .microsoft2: .microsoft2
        }
    }
}

extension RosterFile {
    /// The first row, where the file can be read at all. Whoever reads it in earnest tells what is wrong with it.
    var headings: [String]? {
        guard var reader = try? ExactReader(source), let row = try? reader.next() else { return nil }
        return row.fields
    }
}

/// Which version the files themselves speak for, whatever the manifest says.
struct VersionEvidence {
    /// The file or `file, column` that only this version has.
    var of12: String?
    var of11: String?

    init(in files: [RosterFile]) {
        for file in files {
            guard let stem = PackageLayout.stem(of: file.name) else { continue }
            let name = Binding.oneRoster12.files.first { $0.name.lowercased() == stem.lowercased() }?.name ?? stem
            if of12 == nil, Binding.filesOf12.contains(name) { of12 = file.name }
            guard Binding.columnsOf12[name] != nil, let headings = file.headings else { continue }
            if of12 == nil, let column = Binding.columnsOf12[name]?.first(where: headings.contains) {
                of12 = "\(file.name): \(column)"
            }
            if of11 == nil, let columns = Binding.columnsOf11[name], columns.allSatisfy(headings.contains) {
                of11 = "\(file.name): \(columns[0])"
            }
        }
    }
}
