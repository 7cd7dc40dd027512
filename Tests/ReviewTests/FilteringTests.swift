import Engine
import Review
import TestSupport
import Testing

@Suite struct `The filter language` {
    @Test(arguments: [
        ("", Filter.everything), ("  ", .everything),
        ("status:pending", .condition(.status([.pending]))),
        ("STATUS:Pending,draft", .condition(.status([.pending, .draft]))), ("status:none", .condition(.status([]))),
        ("growth:failed", .condition(.growth(.failed))),
        ("flag", .condition(.flagged)), ("flag:yes", .condition(.flagged)),
        ("flag:no", .not(.condition(.flagged))), ("!flag", .not(.condition(.flagged))),
        ("edited", .condition(.edited)), ("stale", .condition(.stale)), ("commented", .condition(.commented)),
        ("steps:3..", .condition(.count(.steps, .init(3, nil)))),
        ("chains:2", .condition(.count(.chains, .init(2, 2)))),
        ("iterations:..5", .condition(.count(.iterations, .init(nil, 5)))),
        ("calls:3..5", .condition(.count(.calls, .init(3, 5)))),
        ("cost:>0.01", .condition(.count(.cost, .init(0.01, nil, isStrict: true)))),
        ("cost:<1e-05", .condition(.count(.cost, .init(nil, 0.00001, isStrict: true)))),
        ("cost:..", .condition(.count(.cost, .init(nil, nil)))),
        ("noop:>1..<4", .condition(.count(.noop, .init(1, 4, isStrict: true)))),
        ("lint:>2", .condition(.count(.lint, .init(2, nil, isStrict: true)))),
        ("lint:2..2", .condition(.count(.lint, .init(2, 2)))),
        ("lint:any", .condition(.finding(nil))), ("lint:3", .condition(.finding(.argumentNotInferable))),
        ("lint:arg_not_inferable", .condition(.finding(.argumentNotInferable))),
        ("check:leaks_tools", .condition(.check("leaks_tools", nil))),
        ("check:leaks_tools:error", .condition(.check("leaks_tools", .error))),
        ("check:own:any", .condition(.check("own", nil))), ("check:a:b:any", .condition(.check("a:b", nil))),
        ("reason:t", .condition(.reason(.timeBound))), ("it:noop", .condition(.noOp)),
        ("id:s-00417", .condition(.number(.init(417, 417)))), ("id:400..420", .condition(.number(.init(400, 420)))),
        ("tool:hotel.*", .condition(.tool("hotel.*"))), ("model:M-*", .condition(.model("M-*"))),
        (#"text:"in \"old\" Lisbon""#, .condition(.text(#"in "old" Lisbon"#))),
        ("by:zh", .condition(.reviewer("zh"))), ("dup:yes", .condition(.duplicate)),
        ("since:2026-11-01", .condition(.since(Timestamp(microseconds: 1_793_491_200_000_000)))),
        ("since:2026-11-01T01:00:00.5+01:00", .condition(.since(Timestamp(microseconds: 1_793_491_200_500_000)))),
        ("run:7f3a", .condition(.run("7f3a"))),
        ("lisbon", .condition(.fuzzy("lisbon"))), (#""flag""#, .condition(.fuzzy("flag"))),
        ("dup", .condition(.fuzzy("dup"))),
        ("flag  lisbon", .all([.condition(.flagged), .condition(.fuzzy("lisbon"))])),
        ("!(flag !edited)", .not(.all([.condition(.flagged), .not(.condition(.edited))]))),
        ("(flag)", .all([.condition(.flagged)])), ("()", .all([])), ("!!flag", .not(.not(.condition(.flagged)))),
    ])
    func `says which samples are meant`(text: String, filter: Filter) throws {
        #expect(try Filter(parsing: text) == filter)
        #expect(try Filter(parsing: filter.text) == filter)
    }

    @Test(arguments: [
        ("steps>8", 0..<7, #"a colon is missing after steps, as in "#),
        ("flag  statsu:pending", 6..<12, #"unknown field "statsu" (status?)"#),
        ("flag status:accepted,pendign", 21..<28, #"unknown status "pendign" (pending?)"#),
        (
            #"status:"draft,flaged""#, 14..<20,
            #"unknown status "flaged": use pending, draft, accepted, rejected, skipped"#
        ),
        ("growth:done", 7..<11, #"unknown growth "done": use growing, finished, failed"#),
        ("reason:leak_tools", 7..<17, #"unknown reason "leak_tools" (leaks_tools?)"#),
        ("check:leaks_tools:errors", 6..<24, #"unknown severity "errors" (error?)"#),
        ("it:x", 3..<4, #"unknown it "x": use noop"#), ("dup:maybe", 4..<9, #"unknown answer "maybe": use yes, no"#),
        ("since:yesterday", 6..<15, #""yesterday" is no day; write 2026-11-01, 2026-11-01T08:00Z or "#),
        ("status:", 0..<7, "status: needs a value, as in status:pending,draft"),
        ("a ! b", 2..<3, "! needs a condition right after it, as in !flag"),
        ("!", 0..<1, "! needs a condition right after it, as in !flag"),
        ("(flag (edited)", 0..<1, "the bracket is not closed"),
        ("flag) edited", 4..<5, #"there is no bracket to close; put ")" in quotation marks"#),
        (#"text:"in Lisbon"#, 5..<15, "the quotation mark is not closed"),
        (#"text:"\"#, 5..<7, "the quotation mark is not closed"),
        (#""a"b"#, 0..<3, "a space must follow the quotation mark"),
        ("é東:1", 0..<2, #"unknown field "é東": use status,"#),
    ])
    func `says what is wrong, and where`(text: String, range: Range<Int>, reason: String) throws {
        let problem = try #require(throws: FilterProblem.self) { try Filter(parsing: text) }

        #expect(problem.range == range)
        #expect(problem.text.hasPrefix(reason), "\(problem.text)")
    }

    @Test(arguments: [
        "x", "3...5", "1..x", ">", "<", ">3..5", "3..<5", ">..<", "0x10", "nan", "inf", "--1", "1e999", "５",
    ])
    func `takes no range that says nothing`(range: String) throws {
        let problem = try #require(throws: FilterProblem.self) { try Filter(parsing: "steps:\(range)") }

        #expect(problem.range == 6..<6 + range.count)
        #expect(problem.text.contains("write a range of numbers as 3, 3.., ..5, 3..5, >3 or <5"))
    }

    @Test func `ends at a depth that nobody writes`() throws {
        for sign in ["!", "("] {
            let problem = try #require(throws: FilterProblem.self) {
                try Filter(parsing: String(repeating: sign, count: 100_000))
            }
            #expect(problem.text == "this goes too deep")
        }
    }

    @Test(arguments: 1...300)
    func `reads back any tree that it has written`(seed: UInt64) throws {
        var random = SeededGenerator(for: .sampling, seed: seed, sample: 1, iteration: 1)

        for _ in 1...20 {
            let filter = Filter.random(depth: 4, using: &random)
            let text = filter.text
            #expect(try Filter(parsing: text) == filter, "\(text.debugDescription)")
        }
    }

    @Test(arguments: 1...100)
    func `never points beyond what was typed`(seed: UInt64) {
        var random = SeededGenerator(for: .proposing, seed: seed, sample: 1, iteration: 1)
        let bits = [
            "status:", "!", "(", ")", "\"", "\\", " ", "x", ":", "\u{301}", "👩‍🚀", "..", ">", "3", ",", "\r", "\n",
            "lint",
        ]

        for _ in 1...50 {
            let text = (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in bits.randomElement(using: &random)
            }
            .joined()
            do { _ = try Filter(parsing: text) } catch {
                #expect((0...text.count).contains(error.range.lowerBound), "\(text.debugDescription)")
                #expect((0...text.count).contains(error.range.upperBound), "\(text.debugDescription)")
            }
        }
    }

    @Test func `has an example of every field that it reads itself`() throws {
        for entry in FilterVocabulary.entries {
            guard case .condition = try Filter(parsing: entry.example) else {
                Issue.record("\(entry.example) is no condition")
                continue
            }
            #expect(entry.example.hasPrefix(entry.name) && !entry.help.isEmpty)
            for value in entry.values { _ = try Filter(parsing: "\(entry.name):\(value)") }
        }
        for rule in FilterVocabulary.rules { _ = try Filter(parsing: rule.example) }
    }

    @Test(arguments: [
        ("st", ["status:", "stale:", "steps:"]), ("flag !st", ["flag !status:", "flag !stale:", "flag !steps:"]),
        ("status:a", ["status:accepted"]), ("!(status:draft,RE", ["!(status:draft,rejected"]), ("tool:h", []),
        ("nothing", []), ("dup:", ["dup:yes", "dup:no"]),
    ])
    func `completes the last word`(text: String, expected: [String]) {
        #expect(FilterVocabulary.completions(of: text) == expected)
    }
}

@Suite struct `Common filters` {
    private let run = RunID(ContentHash(of: "run"))

    @Test func `are written like any other`() throws {
        #expect(Filter.undecided.text == "status:pending,draft")
        #expect(Filter.accepted.text == "status:accepted growth:finished")
        #expect(Filter.withFindings.text == "lint:any")
        #expect(Filter(run: run).text == "run:\(run.hash.hex)")
        #expect(Filter() == .everything)
    }

    @Test func `join without growing deeper`() {
        let flagged = Filter.condition(.flagged)

        #expect(Filter.everything.and(flagged) == flagged)
        #expect(flagged.and(.everything) == flagged)
        #expect(Filter.accepted.and(flagged).text == "status:accepted growth:finished flag")
        #expect(Filter.not(flagged).and(flagged).text == "!flag flag")
    }
}

@Suite struct `Orders of a queue` {
    @Test(arguments: [
        ("id", Sort.standard), ("-id", Sort(.id, isReversed: true)), (" Lint ", Sort(.lint)),
        ("-uncertainty", Sort(.uncertainty, isReversed: true)), ("novelty", Sort(.novelty)), ("length", Sort(.length)),
        ("cost", Sort(.cost)), ("random:7", Sort(.random(seed: 7))), ("random", Sort(.random(seed: 0))),
        ("-random:18446744073709551615", Sort(.random(seed: .max), isReversed: true)),
    ])
    func `are read as they are written`(text: String, sort: Sort) throws {
        #expect(try Sort(parsing: text) == sort)
        #expect(try Sort(parsing: sort.text) == sort)
    }

    @Test(arguments: [
        ("", "name an order: id, lint, uncertainty"), ("lnit", #"unknown order "lnit" (lint?)"#),
        ("random:x", "a seed is a whole number, as in random:7"), ("--id", #"unknown order "-id" (id?)"#),
    ])
    func `that are none are told`(text: String, reason: String) throws {
        let problem = try #require(throws: FilterProblem.self) { try Sort(parsing: text) }

        #expect(problem.text.hasPrefix(reason), "\(problem.text)")
        #expect(problem.range == 0..<text.count)
    }
}

@Suite struct `Being alike` {
    @Test func `of queries leaves out how they are spelled`() {
        let plain = Likeness.query("How warm is it in Oslo?")

        #expect(plain == Likeness.query("how WARM,  is it in Oslo"))
        #expect(plain != Likeness.query("How warm is it in Oslo today?"))
        #expect(Likeness.query("?!") == nil)
    }

    @Test func `of calls goes by their order, their tools and what their arguments mean`() {
        let (first, second) = (ToolCall(tool: "a", arguments: ["x": 1, "y": 2]), ToolCall(tool: "b", arguments: [:]))
        let respelled = ToolCall(tool: "a", arguments: ["y": 2, "x": 1])

        #expect(Likeness.calls([first, second]) == Likeness.calls([respelled, second]))
        #expect(Likeness.calls([first, second]) != Likeness.calls([second, first]))
        #expect(Likeness.calls([second], after: Likeness.calls([first])) == Likeness.calls([first, second]))
        #expect(Likeness.calls([]) == nil)
    }
}

extension Filter {
    /// A tree of any shape, with values that are hard to write down.
    fileprivate static func random(depth: Int, using random: inout SeededGenerator) -> Filter {
        switch depth == 0 ? 2 : Int.random(in: 0...3, using: &random) {
        case 0:
            let count = Int.random(in: 0...3, using: &random)
            return .all((0..<count).map { _ in .random(depth: depth - 1, using: &random) })
        case 1: return .not(.random(depth: depth - 1, using: &random))
        case _: return .condition(.random(using: &random))
        }
    }
}

extension Filter.Condition {
    fileprivate static func random(using random: inout SeededGenerator) -> Self {
        let text = String.random(using: &random)
        let reason = Reason.allCases.randomElement(using: &random)
        let quantity = Filter.Quantity.allCases.randomElement(using: &random) ?? .steps
        let statuses = ReviewState.Status.allCases.filter { _ in Bool.random(using: &random) }
        let conditions: [Self] = [
            .status(Set(statuses)), .growth(Filter.Growth.allCases.randomElement(using: &random) ?? .growing), .flagged,
            .edited, .stale, .commented, .count(quantity, .random(using: &random)), .number(.random(using: &random)),
            .tool(text), .model(text), .finding(Bool.random(using: &random) ? reason : nil), .reason(reason ?? .other),
            .check(text, nil), .check(text, Finding.Severity.allCases.randomElement(using: &random)), .noOp,
            .text(text), .fuzzy(text), .reviewer(text), .duplicate, .run(text),
        ]
        return conditions.randomElement(using: &random) ?? .flagged
    }
}

extension Filter.Bounds {
    fileprivate static func random(using random: inout SeededGenerator) -> Self {
        let numbers: [Double?] = [nil, 0, 1, 3, 12, 0.01, 1e-7, 1e21, -4, 0.1 + 0.2, .infinity, .nan]
        return Self(
            numbers.randomElement(using: &random) ?? nil, numbers.randomElement(using: &random) ?? nil,
            isStrict: Bool.random(using: &random))
    }
}

extension String {
    fileprivate static func random(using random: inout SeededGenerator) -> String {
        let bits = [
            "flag", "a", "*", "!", "(", ")", "\"", "\\", " ", ":", ",", "é", "e\u{301}", "\u{301}", "東", "\n", "\r\n",
            "\u{202E}",
            "👩‍🚀", "\0", "s-", "..", "\u{200D}", "\u{FE0F}",
        ]
        let count = Int.random(in: 0...4, using: &random)
        return (0..<count).compactMap { _ in bits.randomElement(using: &random) }.joined()
    }
}
