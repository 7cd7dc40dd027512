/// The query and the response.
struct SynthesisForm: Form {
    /// The tools that the workflow calls, which the query must not name.
    private let tools: [ToolName]

    let name = "synthesis"
    let schema = Shape.object([("query", Shape.text), ("response", Shape.text)])
    let words = #"{"query": text, "response": text}"#

    init(_ workflow: Workflow) {
        tools = Set(workflow.steps.map(\.call.tool)).sorted()
    }

    func read(_ answer: JSON) -> FormReading<Synthesis> {
        if let problem = Shape.problem(of: answer, against: schema) { return .unusable(problem: problem) }
        let query = (answer["query"]?.string ?? "").withoutOuterSpace
        let response = (answer["response"]?.string ?? "").withoutOuterSpace
        if query.isEmpty { return .unusable(problem: "The query is empty.") }
        if response.isEmpty { return .unusable(problem: "The response is empty.") }
        let synthesis = Synthesis(query: query, response: response)
        guard let leaked = tools.first(where: { $0.isNamed(in: query) }) else { return .usable(synthesis) }
        return .poor(
            synthesis,
            problem: "The query names the tool \(leaked). Say what the person wants to know, without any tool's name.")
    }
}

extension ToolName {
    /// Whether a text has the name in it as a word of its own.
    ///
    /// A name of one plain word, such as `weather`, is what people say anyway.
    fileprivate func isNamed(in query: String) -> Bool {
        guard text.unicodeScalars.contains(where: { !$0.properties.isLowercase }) else { return false }
        var rest = query[...]
        while let place = rest.firstRange(of: text) {
            let before = query[..<place.lowerBound].last, after = query[place.upperBound...].first
            if ![before, after].contains(where: { $0.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false }) {
                return true
            }
            rest = rest[place.upperBound...]
        }
        return false
    }
}

extension String {
    var withoutOuterSpace: String {
        let inner = drop(while: \.isWhitespace)
        guard let last = inner.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(inner[...last])
    }
}
