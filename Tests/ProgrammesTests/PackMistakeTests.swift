import Testing

/// A mistake: what is replaced in the sample, and every sentence that is said about it.
struct Mistake: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let said: [String]

    init(_ old: String, _ new: String, _ said: String...) { (self.old, self.new, self.said) = (old, new, said) }

    var testDescription: String { "“\(old)” as “\(new)”" }

    func check() { #expect(Sample.problems(replacing: old, with: new) == said.map { "sample.yaml:\($0)" }) }
}

@Suite struct `A mistake in a pack is said with its line, its column and its mend` {
    @Test(arguments: Mistakes.keys)
    func `a key that is wrong, missing, empty or twice`(mistake: Mistake) { mistake.check() }

    @Test(arguments: Mistakes.head)
    func `a version or a date that is none`(mistake: Mistake) { mistake.check() }

    @Test(arguments: Mistakes.people)
    func `what is wrong about people, stages and rules`(mistake: Mistake) { mistake.check() }

    @Test(arguments: Mistakes.freedom)
    func `a part that is neither fixed nor free, or both`(mistake: Mistake) { mistake.check() }

    @Test(arguments: Mistakes.floors)
    func `a floor that would protect too few`(mistake: Mistake) { mistake.check() }

    @Test(arguments: Mistakes.measuring)
    func `what is wrong about measures, tools and expectations`(mistake: Mistake) { mistake.check() }

    @Test(arguments: Mistakes.yaml)
    func `what is not YAML, in words for those who do not know it`(mistake: Mistake) { mistake.check() }
}
