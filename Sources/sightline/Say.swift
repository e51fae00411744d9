import Foundation

/// Writes a line to standard output at once, also when that is a file or a pipe that somebody watches.
func say(_ line: String) {
    try? FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))  // nobody may be listening any more
}

/// Writes a line to standard error: progress and refusals, which are not the answer.
func whisper(_ line: String) {
    try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))  // nobody may be listening any more
}
