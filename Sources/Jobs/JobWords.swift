import Ground

enum JobWords {
    static func givenUp(_ times: Int) -> Words {
        Words("job.given-up", "It was begun \(times) times and never finished.")
    }
}
