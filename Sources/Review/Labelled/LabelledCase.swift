import Engine
import Foundation

/// A sample written by hand, and whether a check has to find something in it.
package struct LabelledCase: Hashable, Sendable {
    /// What is special about it, as a few words.
    package let name: String
    package let isFault: Bool
    /// Where the fault is; nil where any place is right.
    package let target: Target?
    package let sample: ReviewedSample

    package init(name: String, isFault: Bool, target: Target?, sample: ReviewedSample) {
        self.name = name
        self.isFault = isFault
        self.target = target
        self.sample = sample
    }
}

/// Labelled cases of one check.
package struct LabelledSet: Sendable {
    /// The name of the check.
    package let check: String
    package let cases: [LabelledCase]
}

/// Why a line of labelled cases cannot be read.
package struct LabelledSetError: Error, Hashable, CustomStringConvertible {
    package let check: String
    package let line: Int
    package let problem: String

    package var description: String { "The labelled cases of \(check), line \(line): \(problem)" }
}

extension LabelledSet {
    /// Reads one case a line; empty lines and lines that begin with `//` are passed over.
    ///
    /// A case is an object: `case` (its name), `fault` (true or false), `target` (as ``Target`` writes it, optional),
    /// `query`, `response`, `chains` (lists of steps: `tool`, `arguments`, `output` as JSON or as `text`), and `tools`
    /// (`name`, `description`, `input`, `output`, `effects`) for those whose definitions matter; others take any
    /// arguments. Steps are numbered through all chains, unless they have a `number`.
    package init(check: String, lines: String) throws(LabelledSetError) {
        self.check = check
        var cases: [LabelledCase] = []
        for (index, line) in lines.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard !line.allSatisfy(\.isWhitespace), !line.hasPrefix("//") else { continue }
            do throws(LabelledCaseReader.Problem) {
                cases.append(try LabelledCaseReader(JSONText(String(line)), number: cases.count + 1).read())
            } catch { throw LabelledSetError(check: check, line: index + 1, problem: error.text) }
        }
        self.cases = cases
    }
}

/// A line that should be JSON.
struct JSONText {
    let value: JSON?

    init(_ text: String) {
        value = try? JSON(parsing: text)
    }
}

/// Reads one case.
struct LabelledCaseReader {
    struct Problem: Error {
        let text: String
    }

    private let json: JSON
    private let number: Int

    init(_ text: JSONText, number: Int) throws(Problem) {
        guard let json = text.value, json.object != nil else { throw Problem(text: "It is no JSON object.") }
        self.json = json
        self.number = number
    }

    func read() throws(Problem) -> LabelledCase {
        guard let name = json["case"]?.string, let isFault = json["fault"]?.bool else {
            throw Problem(text: "It has no \"case\" or no \"fault\".")
        }
        let target = json["target"]?.string.map { Target($0) }
        if case .some(.none) = target { throw Problem(text: "Its \"target\" is no target.") }
        let workflow = try workflow()
        let synthesis = Synthesis(query: json["query"]?.string ?? "", response: json["response"]?.string ?? "")
        let state = RunState([
            .began(planner: "by hand", plan: .demo(seed: 0)), .imported(from: "labelled", workflow),
            .finished(.completed(synthesis)),
        ])
        return LabelledCase(
            name: name, isFault: isFault, target: target ?? nil,
            sample: ReviewedSample(
                id: SampleID(run: RunID(ContentHash(of: "labelled")), index: number), seed: 0, state: state,
                review: ReviewState(), library: try tools(of: workflow)))
    }

    private func workflow() throws(Problem) -> Workflow {
        var chains: [Chain] = []
        var last = 0
        for chain in json["chains"]?.array ?? [] {
            var steps: [Step] = []
            for step in chain.array ?? [] {
                let made = try self.step(step, after: last)
                last = max(last, made.number)
                steps.append(made)
            }
            chains.append(Chain(id: Chain.ID(chains.count + 1), steps: steps))
        }
        return Workflow(chains: chains)
    }

    private func step(_ step: JSON, after last: Int) throws(Problem) -> Step {
        guard let tool = step["tool"]?.string else { throw Problem(text: "A step has no \"tool\".") }
        guard let output = step["text"]?.string ?? step["output"]?.compactText else {
            throw Problem(text: "A step of \(tool) has neither \"output\" nor \"text\".")
        }
        let number = step["number"]?.int ?? last + 1
        return Step(
            number: number, call: ToolCall(tool: ToolName(tool), arguments: step["arguments"] ?? [:]),
            output: RecordedOutput(output), origin: .live, iteration: number, proposal: Proposal.ID(1))
    }

    private func tools(of workflow: Workflow) throws(Problem) -> [Tool] {
        var tools: [Tool] = []
        for definition in json["tools"]?.array ?? [] { tools.append(try tool(definition)) }
        let known = Set(tools.map(\.name))
        var others: [ToolName: Tool] = [:]
        for step in workflow.steps where !known.contains(step.call.tool) {
            others[step.call.tool] = Tool(name: step.call.tool, description: "", inputSchema: ["type": "object"])
        }
        return tools + others.values.sorted { $0.name < $1.name }
    }

    private func tool(_ definition: JSON) throws(Problem) -> Tool {
        guard let name = definition["name"]?.string else { throw Problem(text: "A tool has no \"name\".") }
        let effects = definition["effects"]?.string.map { Tool.Effects(rawValue: $0) } ?? .read
        guard let effects else { throw Problem(text: "The effects of \(name) are not known.") }
        return Tool(
            name: ToolName(name), description: definition["description"]?.string ?? "",
            inputSchema: definition["input"] ?? ["type": "object"], outputSchema: definition["output"],
            effects: effects)
    }
}
