import Ground
import Testing
import World

/// What the demonstration's tools expect, typed again from their pack.
private func isAtExpectation(_ result: World.Result) -> Bool {
    let reading = [34, 42, 50, 57, 63, 69, 74, 79]
    let mathematics = [32, 41, 49, 56, 62, 68, 73, 77]
    switch (result.tool, result.value) {
    case (.harbourScale, .score(let score)):
        return score >= (result.subject == .reading ? reading : mathematics)[result.yearLevel - 1]
    case (.pipitTest, .score(let stanine)): return stanine >= 4
    case (.teacherJudgement, .level(let level)): return level == .at || level == .above
    default:
        Issue.record("\(result.tool) cannot give \(result.value)")
        return false
    }
}

private func count(_ results: [World.Result]) -> (reached: Int, assessed: Int) {
    (results.count(where: isAtExpectation), results.count)
}

@Suite struct `The results` {
    static let all = Dictionary(uniqueKeysWithValues: World.schools.map { ($0.key, World.results(of: $0)) })

    static func results(
        _ school: World.School, _ subject: World.Subject, _ occasion: World.Occasion
    ) -> [World.Result] {
        (all[school.key] ?? []).filter { $0.subject == subject && $0.occasion == occasion }
    }

    @Test(arguments: World.schools) func `put between 55 and 88 of a hundred at expectation`(school: World.School) {
        for (subject, occasion) in World.Subject.allCases.flatMap({ subject in World.occasions.map { (subject, $0) } })
        {
            let (reached, assessed) = count(Self.results(school, subject, occasion))
            #expect((0.55...0.88).contains(Double(reached) / Double(assessed)), "\(subject) \(occasion.key)")
        }
    }

    @Test(arguments: World.schools) func `leave out three to eight of a hundred who were away`(school: World.School) {
        let learners = World.learners(of: school)
        for occasion in World.occasions {
            let onRoll = learners.count { $0.yearLevel(in: occasion.year) != nil }
            for subject in World.Subject.allCases {
                let assessed = Self.results(school, subject, occasion).count
                #expect((0.92...0.97).contains(Double(assessed) / Double(onRoll)))
            }
        }
    }

    @Test func `come from three tools, and from another one this year in two schools`() {
        let changed = World.harbourSchools.filter { $0.tools[2025] != $0.tools[2026] }
        #expect(changed.map(\.key) == ["saltmarsh-road", "lamplighter-hill"])
        let used = Set(World.harbourSchools.compactMap { $0.tools[2026] })
        #expect(used == Set(World.Tool.allCases))
        for school in World.schools {
            #expect(Set((Self.all[school.key] ?? []).map(\.tool)) == Set(school.toolsUsed))
        }
    }

    @Test func `lie in the range of their tool and on a school day of their round`() {
        for result in Self.all.values.joined() {
            switch (result.tool, result.value) {
            case (.harbourScale, .score(let score)): #expect((20...120).contains(score))
            case (.pipitTest, .score(let stanine)):
                #expect((1...9).contains(stanine))
                #expect(result.yearLevel >= 3)
            case (.teacherJudgement, .level): break
            default: Issue.record("\(result.tool) cannot give \(result.value)")
            }
            let into = result.day.daysSince1970 - result.occasion.opens.daysSince1970
            #expect((0...11).contains(into) && into % 7 < 5 && result.day <= World.today)
            // 1970-01-01 was a Thursday, so that a Monday leaves 4.
            #expect(result.occasion.opens.daysSince1970 % 7 == 4)
        }
    }

    @Test func `are one per learner, subject and round`() {
        for results in Self.all.values {
            let keys = results.map { [$0.learner.localID, $0.subject.rawValue, $0.occasion.key] }
            #expect(Set(keys).count == keys.count)
        }
    }

    @Test func `show writing at Tōrea Spit better than a year ago, and no other school so much better`() {
        func gain(_ school: World.School) -> Double {
            let before = count(Self.results(school, .writing, World.occasions[1]))
            let after = count(Self.results(school, .writing, World.occasions[3]))
            return Double(after.reached) / Double(after.assessed) - Double(before.reached) / Double(before.assessed)
        }
        #expect(gain(World.toreaSpit) > 0.15)
        for school in World.schools where school.key != World.toreaSpit.key { #expect(gain(school) < 0.1) }
    }

    @Test func `are what the check of the gem says they are`() throws {
        let check = try #require(World.talkBeforeYouWrite.checks.first)
        let finding = try #require(check.findings.first { $0.measured != nil })
        let measured = try #require(finding.measured)
        #expect(measured.school == World.toreaSpit.key)
        for occasion in [measured.before, measured.after] {
            let (reached, assessed) = count(Self.results(World.toreaSpit, measured.subject, occasion))
            let words = occasion == measured.after ? "\(reached) of \(assessed)" : "\(reached) of \(assessed) were"
            #expect(finding.text.contains(words))
        }
    }

    @Test func `are what the challenges start from`() {
        for target in World.challenges.flatMap(\.targets) {
            let results = World.harbourSchools.flatMap { Self.results($0, target.measure, target.baseline) }
            let meant = results.filter { result in
                target.years.contains(result.yearLevel)
                    && target.group.map { result.learner.groups.contains($0) } ?? true
            }
            let (reached, assessed) = count(meant)
            #expect(target.baselineReached == reached)
            #expect(target.baselineAssessed == assessed)
            #expect(target.goalPercent * assessed > reached * 100)
        }
    }

    @Test func `show more girls than boys at expectation in writing, as the second challenge says`() {
        let senior = World.harbourSchools.flatMap { Self.results($0, .writing, World.occasions[1]) }
            .filter { $0.yearLevel >= 4 }
        let girls = count(senior.filter { $0.learner.groups.contains("girls") })
        let boys = count(senior.filter { $0.learner.groups.contains("boys") })
        #expect(girls.reached * boys.assessed > boys.reached * girls.assessed)
    }

    @Test func `are the same for the same seed and others for another`() {
        for school in [World.patikiFlat, World.ropewalk] {
            #expect(World.results(of: school) == World.results(of: school))
            #expect(World.results(of: school, seed: 1) != World.results(of: school))
            #expect(World.learners(of: school) == World.learners(of: school))
            #expect(World.learners(of: school, seed: 1) != World.learners(of: school))
        }
    }
}
