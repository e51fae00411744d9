import Foundation
package import Ground

/// The packs at hand, in all their versions.
package struct PackShelf: Sendable, Equatable {
    /// By id, then by version, oldest first.
    package let packs: [Pack]

    package init(_ packs: [Pack]) {
        self.packs = packs.sorted { ($0.id, $0.version) < ($1.id, $1.version) }
    }

    /// The pack that holds on a day: of those in effect the one that began last, the higher version if two did.
    package func pack(_ id: String, on day: Day) -> Pack? {
        packs.filter { $0.id == id && $0.isInEffect(on: day) }.max { ($0.since, $0.version) < ($1.since, $1.version) }
    }

    /// A version a community keeps to, in effect or not.
    package func pack(_ name: Pack.Name) -> Pack? { packs.first { $0.name == name } }

    package func versions(of id: String) -> [Pack] { packs.filter { $0.id == id } }

    /// The programmes a community may be formed with on a day.
    package func programmes(on day: Day) -> [Pack] { inEffect(on: day).filter { !$0.isAddition } }

    /// The packs that may be added to one on a day.
    package func additions(to base: Pack, on day: Day) -> [Pack] {
        inEffect(on: day).filter { addition in
            addition.adds(to: base) && !base.added.contains { $0.id == addition.id }
        }
    }

    /// A programme with packs added in this order, each as it holds on the day.
    package func combination(_ id: String, adding additions: [String], on day: Day) throws(PackRefusal) -> Pack {
        guard var combined = pack(id, on: day) else { throw .notHere(id: id) }
        guard !combined.isAddition else { throw .notAProgramme(title: combined.title) }
        for id in additions {
            guard let addition = pack(id, on: day) else { throw .notHere(id: id) }
            combined = try combined.combined(with: addition)
        }
        return combined
    }

    /// The combination a community keeps, by exact versions: the programme first, then what was added.
    package func combination(_ names: [Pack.Name]) throws(PackRefusal) -> Pack {
        guard let first = names.first, var combined = pack(first) else {
            throw .notHere(id: names.first?.id ?? "")
        }
        for name in names.dropFirst() {
            guard let addition = pack(name) else { throw .notHere(id: name.id) }
            combined = try combined.combined(with: addition)
        }
        return combined
    }

    private func inEffect(on day: Day) -> [Pack] {
        var ids: [String] = []
        for pack in packs where !ids.contains(pack.id) { ids.append(pack.id) }
        return ids.compactMap { pack($0, on: day) }
    }
}

extension PackShelf {
    /// A file of a folder of packs.
    package struct File: Sendable {
        package let name: String
        package let bytes: [UInt8]

        package init(name: String, bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }
        package init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }
    }

    /// The shelf that files make. A file with problems is left out, and its problems are given.
    ///
    /// Packs are also checked against each other: no version twice, and each addition against a pack it adds to.
    package static func reading(_ files: [File]) -> (shelf: PackShelf, problems: [PackProblem]) {
        var packs: [Pack] = []
        var problems: [PackProblem] = []
        for file in files {
            let (pack, found) = Pack.read(file.bytes, file: file.name)
            problems += found
            guard let pack else { continue }
            if let twin = packs.first(where: { $0.name == pack.name }) {
                problems.append(
                    PackProblem(
                        file: file.name, place: pack.source.place,
                        words: PackWords.versionTwice(pack.name, in: twin.source.file)))
            } else {
                packs.append(pack)
            }
        }
        problems += packs.flatMap { $0.problems(among: packs) }
        return (PackShelf(packs), problems)
    }

    /// The shelf in a folder: its files ending in `.yaml` or `.yml`, by name.
    package static func reading(folder: String) -> (shelf: PackShelf, problems: [PackProblem]) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            let problem = PackProblem(file: folder, place: .start, words: PackWords.folderUnreadable())
            return (PackShelf([]), [problem])
        }
        var files: [File] = []
        var problems: [PackProblem] = []
        for name in names.sorted() where name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            guard let data = FileManager.default.contents(atPath: path) else {
                problems.append(PackProblem(file: path, place: .start, words: PackWords.fileUnreadable()))
                continue
            }
            files.append(File(name: path, bytes: Array(data)))
        }
        let (shelf, found) = reading(files)
        return (shelf, problems + found)
    }
}

extension Pack {
    /// What an addition leans on and finds in none of the packs it adds to.
    fileprivate func problems(among packs: [Pack]) -> [PackProblem] {
        guard case .addition(let ids) = reach else { return [] }
        let bases = packs.filter { ids.contains($0.id) && !$0.isAddition }
        guard let base = bases.max(by: { ($0.since, $0.version) < ($1.since, $1.version) }) else {
            return [PackProblem(file: source.file, place: source.place, words: PackWords.noBase(ids))]
        }
        do {
            return openProblems(beside: try base.joined(with: self))
        } catch {
            return [PackProblem(file: source.file, place: source.place, words: error.words)]
        }
    }
}
