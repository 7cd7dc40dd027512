import Engine

/// A second row of a sample: none of the tools that it offers can do the task, so nothing is called.
struct IrrelevanceRow {
    private let sample: ExportableSample
    private let library: RunLibrary
    private let others: Distractors
    private let options: ExportOptions
    private let order: SeededOrder

    init(
        of sample: ExportableSample, among library: RunLibrary, _ others: Distractors, _ options: ExportOptions,
        _ order: SeededOrder
    ) {
        self.sample = sample
        self.library = library
        self.others = others
        self.options = options
        self.order = order
    }

    /// As many tools as the sample's own row offers where there are enough, so that the number tells nothing.
    func row(offering count: Int) throws(RowRefusal) -> ExportRow {
        let kinds = options.distractors.filter { $0 == .pool || $0 == .random } + [.pool, .random]
        let chosen = others.names(kinds, atMost: max(2, count), leavingOut: capable)
        guard chosen.count >= 2 else {
            throw RowRefusal(kind: .irrelevance, reason: .tooFewOtherTools(chosen.count))
        }
        return ExportRow(
            kind: .irrelevance(without: sample.toolsInUse.map(\.name)), query: sample.query, turns: [],
            response: response, tools: library.inOrder(chosen))
    }

    /// The tools in use, and all that could perhaps stand in for one of them: their families, those that are alike, and
    /// those that give a value of the same meaning.
    private var capable: Set<ToolName> {
        let used = sample.toolsInUse
        let families = Set(used.map(\.family)).subtracting([""])
        let meanings = Set(used.flatMap(\.wording.outputMeanings.values))
        let kin = library.tools.filter { tool in
            families.contains(tool.family) || !meanings.isDisjoint(with: tool.wording.outputMeanings.values)
        }
        let alike = used.flatMap { library.neighbours(of: $0.name) }.filter { $0.likeness >= Self.tooAlike }
        return Set(used.map(\.name)).union(kin.map(\.name)).union(alike.map(\.name))
    }

    /// One word of the name in four, or of the description, or some of both.
    private static let tooAlike = 0.25
}

extension IrrelevanceRow {
    private var response: String {
        order.choice(of: Self.templates, for: "irrelevance response", sample.id).replacing("{question}", with: question)
    }

    private static let templates = [
        "None of the tools that I have here can answer {question}.",
        "I cannot help with {question}: nothing among the tools offered here can find that out.",
        "The tools that I was given do not cover {question}, so I did not call any of them.",
        "To answer {question} I would need a tool that is not offered here.",
        "I would rather not guess: no tool at hand covers {question}.",
    ]

    /// What the query is about: the names that it says, else its first question as it stands; never a tool's name.
    private var question: String {
        let subjects = Array(names.prefix(2))
        guard subjects.isEmpty else { return "your \(noun) about \(subjects.joined(separator: " and "))" }
        return firstQuestion.map { "your question “\($0)”" } ?? "your \(noun)"
    }

    private var noun: String {
        switch sample.query.count(where: { $0 == "?" }) {
        case 0: "request"
        case 1: "question"
        case _: "questions"
        }
    }

    private var firstQuestion: String? {
        guard let mark = sample.query.firstIndex(of: "?") else { return nil }
        let before = sample.query[..<mark]
        let ends = [". ", "! ", "\n"].compactMap { before.ranges(of: $0).last?.upperBound }
        let question = String(before[(ends.max() ?? before.startIndex)...]) + "?"
        let namesTool = library.tools.contains { question.lowercased().contains($0.name.text.lowercased()) }
        return namesTool ? nil : question
    }

    /// What the query says for arguments, as it says it, each once; never a tool's name.
    private var names: [String] {
        let characters = Array(sample.query)
        let traces = sample.workflow.traces(query: sample.query, library: library.byName)
        var seen: Set<String> = []
        let tools = Set(library.tools.map { $0.name.text.lowercased() })
        return sample.workflow.steps.flatMap { traces[$0.number] ?? [] }.compactMap { trace in
            guard case .query(let from, let to) = trace.source, let value = trace.value.string,
                characters.indices.contains(from), to <= characters.count
            else { return nil }
            let said = String(characters[from..<to])
            let isName =
                said.count > 2 && value.first?.isLetter == true && said.last.map { $0.isLetter || $0.isNumber } == true
                && CalendarDay(iso: value) == nil
            return isName && !tools.contains(said.lowercased()) && seen.insert(said.lowercased()).inserted ? said : nil
        }
    }
}
