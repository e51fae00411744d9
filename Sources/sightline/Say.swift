import Foundation

/// Writes a line to standard output at once, also when that is a file or a pipe that somebody watches.
func say(_ line: String) {
    try? FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))  // nobody may be listening any more
}
