import Foundation
package import Programmes

extension PackShelf {
    /// The packs that come with the program, and those that whoever runs it put into a folder of their own.
    package static func shipped(and folder: String) -> (shelf: PackShelf, problems: [PackProblem]) {
        let own = FileManager.default.fileExists(atPath: folder) ? files(in: folder) : []
        return PackShelf.reading(shippedFiles + own)
    }

    private static func files(in folder: String) -> [PackShelf.File] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []  // unreadable: no packs there
        return names.sorted().filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.compactMap { name in
            FileManager.default.contents(atPath: "\(folder)/\(name)").map {
                PackShelf.File(name: "\(folder)/\(name)", bytes: Array($0))
            }
        }
    }
}
