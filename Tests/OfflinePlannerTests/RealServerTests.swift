import Review
import TestSupport
import Testing

@testable import Engine
@testable import OfflinePlanner

/// Samples that the offline planner grows over tools of somebody else.
struct GrownSamples {
    let all: [ReviewedSample]

    init(_ count: Int, over tools: [Tool], plan: Plan = .demo(seed: 7), answer: @escaping @Sendable (ToolCall) -> JSON)
        async throws
    {
        let library = try await ToolLibrary(
            InlineToolSource(tools) { call in
                let answer = answer(call)
                return .returned(answer.string.map { RecordedOutput($0) } ?? RecordedOutput(answer))
            })
        let generator = Generator(plan: plan, library: library, stages: .offline) { Timestamp(microseconds: 0) }
        var samples: [ReviewedSample] = []
        for index in 1...count {
            let id = SampleID(run: generator.run, index: index)
            var state = RunState()
            for try await event in generator.sample(id) { state.apply(event.event) }
            samples.append(
                ReviewedSample(id: id, seed: plan.seed, state: state, review: ReviewState(), library: library.tools))
        }
        all = samples
    }

    var steps: [Step] { all.flatMap(\.workflow.steps) }

    var completed: Int { all.count { $0.state.outcome?.title == "completed" } }

    /// Where each argument value of each sample comes from.
    var sources: [ArgumentSource] {
        all.flatMap { sample in
            sample.workflow.traces(query: sample.query, library: sample.tools).values.flatMap { $0.map(\.source) }
        }
    }

    /// What a reviewer would call wrong.
    var faults: [String] {
        all.flatMap { sample in
            sample.findings().filter { $0.severity == .error }.map { "\(sample.id): \($0.evidence)" }
        }
    }

    /// Why iterations had nothing to propose.
    var reasons: [String] {
        all.flatMap(\.state.iterations).compactMap { iteration in
            guard case .stalled(.nothingProposed(let reason)) = iteration.outcome else { return nil }
            return reason
        }
    }
}

@Suite("Samples over the tools of real servers")
struct RealServerTests {
    @Test func `the time server's examples are enough to ask and to convert`() async throws {
        let samples = try await GrownSamples(10, over: RealServer.time.tools()) { call in
            func time(_ argument: String) -> JSON {
                [
                    "timezone": call.arguments[argument] ?? "UTC", "datetime": "2027-05-17T09:30:00+01:00",
                    "day_of_week": "Monday", "is_dst": true,
                ]
            }
            return call.tool == "get_current_time"
                ? time("timezone")
                : ["source": time("source_timezone"), "target": time("target_timezone"), "time_difference": "+9.0h"]
        }

        #expect(samples.completed == 10)
        #expect(samples.steps.count >= 40)
        #expect(Set(samples.steps.map(\.call.tool)) == ["get_current_time", "convert_time"])
        #expect(samples.sources.allSatisfy { $0.isQuery }, "\(samples.sources)")
        #expect(samples.faults.isEmpty, "\(samples.faults)")
    }

    @Test func `without a repository that is known, nothing of git is proposed, and the reason says so`() async throws {
        let samples = try await GrownSamples(2, over: RealServer.git.tools()) { _ in "never asked" }

        #expect(samples.steps.isEmpty)
        #expect(samples.reasons.count == 20)
        #expect(samples.reasons.allSatisfy { $0.contains("no argument values are known for repo_path") })
    }

    @Test func `a repository that the user gave opens the git tools that need no more`() async throws {
        let tools = try RealServer.git.tools(knowing: ["repo_path": "/srv/atlas"])

        let samples = try await GrownSamples(10, over: tools) { _ in "On branch main\nnothing to commit" }

        #expect(samples.completed == 10)
        #expect(
            Set(samples.steps.map(\.call.tool))
                == [
                    "git_status", "git_diff_unstaged", "git_diff_staged", "git_log", "git_branch", "git_reset",
                ])
        #expect(samples.all.allSatisfy { $0.query?.contains("/srv/atlas") == true })
        #expect(samples.sources.allSatisfy { $0.isQuery })
        #expect(samples.faults.isEmpty, "\(samples.faults)")
    }

    @Test func `a table is described once the list of tables names it`() async throws {
        let samples = try await GrownSamples(10, over: RealServer.sqlite.tools()) { call in
            call.tool == "list_tables"
                ? [["name": "orders"], ["name": "customers"]] : [["cid": 0, "name": "city", "type": "TEXT"]]
        }

        let described = samples.steps.filter { $0.call.tool == "describe_table" }
        #expect(samples.completed == 10)
        #expect(!described.isEmpty)
        #expect(
            described.allSatisfy { ["orders", "customers"].contains($0.call.arguments["table_name"]?.string ?? "") })
        #expect(samples.sources.count { $0.isOutput } == described.count)
        #expect(samples.all.allSatisfy { $0.query?.contains("customers") == false })
        #expect(samples.faults.isEmpty, "\(samples.faults)")
    }

    @Test func `tables that come as prose name none`() async throws {
        let samples = try await GrownSamples(3, over: RealServer.sqlite.tools()) { _ in "[{'name': 'orders'}]" }

        #expect(Set(samples.steps.map(\.call.tool)) == ["list_tables"])
    }

    @Test func `an expression cannot be known`() async throws {
        let samples = try await GrownSamples(1, over: RealServer.calculator.tools()) { _ in ["result": "4"] }

        #expect(samples.steps.isEmpty)
        #expect(samples.reasons.first?.hasSuffix("no argument values are known for expression.") == true)
    }
}

extension ArgumentSource {
    var isQuery: Bool {
        guard case .query = self else { return false }
        return true
    }

    var isOutput: Bool {
        guard case .output = self else { return false }
        return true
    }
}

@Suite("Telling tools without words")
struct PlainTellingTests {
    private let players = Tool(
        name: "search_players", description: "Search for players by name",
        inputSchema: ["type": "object", "properties": ["query": ["type": "string"], "limit": ["type": "integer"]]],
        family: "games")
    private let statistics = Tool(
        name: "get_player_stats", description: "Get the statistics of a specific player in a season",
        inputSchema: [
            "type": "object",
            "properties": ["player_id": ["type": "integer"], "season": ["type": "integer"]],
        ], family: "games")

    private func told(seed: UInt64 = 1) throws -> Synthesis {
        let calls: [(Tool, JSON, JSON)] = [
            (
                players, ["query": "ann lee", "limit": 5],
                ["players": [["id": 4711, "name": "Ann Lee"], ["id": 4712, "name": "Ann Leeson"]], "total": 2]
            ),
            (statistics, ["player_id": 4712, "season": 2027], ["goals": 12, "topScorer": false, "note": ""]),
        ]
        let steps = calls.enumerated().map { index, call in
            Step(
                number: index + 1, call: ToolCall(tool: call.0.name, arguments: call.1), output: RecordedOutput(call.2),
                origin: .live, iteration: 1, proposal: Proposal.ID(1))
        }
        return try OfflineSynthesizer().synthesize(
            SynthesisRequest(
                workflow: Workflow(chains: [Chain(id: Chain.ID(1), steps: steps)]),
                library: [players.name: players, statistics.name: statistics],
                random: SeededGenerator(for: .synthesising, seed: seed, sample: 1, iteration: 0), models: .unused))
    }

    @Test func `the query says what was given in plain words, and what an output gave only as its place`() throws {
        for seed in 1...20 {
            let query = try told(seed: UInt64(seed)).query

            #expect(query.contains("search for players for \"ann lee\", at most 5 of them"), "\(query)")
            #expect(query.contains("the statistics of the second player in the season 2027."), "\(query)")
            #expect(!query.contains("4712"))
            #expect(!query.contains("_"))
        }
    }

    @Test func `the response tells the values of the outputs`() throws {
        let response = try told().response

        #expect(
            response == "The result: total 2; players ((1) ID 4711, name Ann Lee, (2) ID 4712, name Ann Leeson). "
                + "The statistics of the player 4712 in the season 2027: goals 12; top scorer no.")
    }

    @Test func `a long text is cut where it can be seen`() {
        let text = String(repeating: "word ", count: 200)

        let answer = PlainAnswer(subject: "The log", output: .string(text)).text

        #expect(answer.count < 520)
        #expect(answer.hasPrefix("The log: word word"))
        #expect(answer.hasSuffix("word …"))
    }

    @Test func `an empty output is told as one`() {
        #expect(PlainAnswer(subject: nil, output: [:]).text == "The result: nothing came back.")
        #expect(PlainAnswer(subject: nil, output: ["result": []]).text == "The result: nothing came back.")
    }
}
