import Testing

/// Looks at every file of this repository. A complaint says where, what, and what to do about it.
@Suite struct `The source is tidy` {
    @Test func `in that the whole repository was read`() {
        #expect(SourceFile.all.contains { $0.path == "Package.swift" })
        #expect(SourceFile.sources.contains { $0.path == "Sources/Ground/Words.swift" })
        #expect(SourceFile.all.contains { $0.path == "Tests/TidyTests/TidyTests.swift" })
        #expect(SourceFile.all.contains { $0.path == "bin/test" })
    }

    @Test func `in that the domain knows no door`() { expectTidy(.domainKnowsNoDoor) }
    @Test func `in that only routes speak HTTP`() { expectTidy(.onlyRoutesSpeakHTTP) }
    @Test func `in that only App names an engine`() { expectTidy(.onlyAppNamesAnEngine) }
    @Test func `in that pages hold no bare words`() { expectTidy(.pagesHoldNoBareWords) }
    @Test func `in that sentences stand in Words files`() { expectTidy(.wordsStandInWordsFiles) }
    @Test func `in that a key has one sentence`() { expectTidy(.keysHaveOneSentence) }
    @Test func `in that attributes are quoted`() { expectTidy(.attributesAreQuoted) }
    @Test func `in that types are named for what they are`() { expectTidy(.typesAreIdeas) }
    @Test func `in that nothing is left lying about`() { expectTidy(.nothingIsLeftLying) }
    @Test func `in that every table says how long it keeps`() { expectTidy(.tablesSayRetention) }
    @Test func `in that nothing outside is named`() { expectTidy(.nothingOutsideIsNamed) }

    private func expectTidy(_ rule: Rule) {
        for complaint in rule.complaints(SourceFile.all) { Issue.record("\(complaint)") }
    }
}
