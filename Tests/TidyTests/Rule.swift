/// A habit of this house that the compiler cannot check: it looks at all files together and complains.
struct Rule {
    let complaints: (_ files: [SourceFile]) -> [Complaint]

    init(file complaints: @escaping (SourceFile) -> [Complaint]) {
        self.complaints = { files in files.flatMap(complaints) }
    }

    init(files complaints: @escaping ([SourceFile]) -> [Complaint]) { self.complaints = complaints }
}
