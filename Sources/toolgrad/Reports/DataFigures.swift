import Engine
import Review

/// What the data of a run are like: how its steps depend on each other, where its values come from, and how varied its
/// queries are.
struct DataFigures {
    private let library: [ToolName: Tool]
    private(set) var samples = 0
    private(set) var samplesOfTwoSteps = 0
    private(set) var dependentSamples = 0
    private(set) var laterSteps = 0
    private(set) var dependentLaterSteps = 0
    /// How many argument values have each kind of source.
    private(set) var sources: [String: Int] = [:]
    private(set) var leakingQueries = 0
    private(set) var alike = 0
    /// The samples' calls and their normalised queries, hashed.
    private var likenesses: [[ContentHash]] = []
    private var seen: Set<ContentHash> = []
    private var beginnings: [String: Int] = [:]

    /// Takes the run's tools; samples are added one by one.
    init(of library: [ToolName: Tool]) {
        self.library = library
    }

    /// Counts a completed sample; one without a query is left out.
    mutating func add(_ sample: ReviewedSample) {
        let state = sample.state
        guard case .completed(let synthesis) = state.outcome else { return }
        samples += 1
        if state.workflow.steps.count >= 2 { samplesOfTwoSteps += 1 }
        addSources(of: state.workflow, query: synthesis.query)
        if LeakedToolNames().findings(in: CheckSubject(sample)).contains(where: { $0.target == .query }) {
            leakingQueries += 1
        }
        addLikeness(of: state.workflow, query: synthesis.query)
        beginnings[Self.words(of: synthesis.query).prefix(4).joined(separator: " "), default: 0] += 1
    }

    /// The four words that most queries begin with, and how many do.
    var commonestBeginning: (words: String, count: Int)? {
        beginnings.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { (words: $0.key, count: $0.value) }
    }

    private mutating func addSources(of workflow: Workflow, query: String) {
        let dependencies = workflow.dependencies(query: query, library: library)
        let dependent = workflow.steps.dropFirst().count { dependencies[$0.number]?.isEmpty == false }
        laterSteps += max(0, workflow.steps.count - 1)
        dependentLaterSteps += dependent
        if dependent > 0 { dependentSamples += 1 }
        for trace in workflow.traces(query: query, library: library).values.joined() {
            sources[trace.source.title, default: 0] += 1
        }
    }

    /// Two samples are alike when their calls or their normalised queries are equal.
    private mutating func addLikeness(of workflow: Workflow, query: String) {
        let calls = workflow.steps.map(\.call.contentHash.hex).joined(separator: " ")
        let words = Self.words(of: query).joined(separator: " ")
        let likeness = [calls, words].map { ContentHash(of: $0) }
        if !seen.isDisjoint(with: likeness) { alike += 1 }
        seen.formUnion(likeness)
        likenesses.append(likeness)
    }

    /// How many samples are alike to one of the other run.
    func alike(to other: DataFigures) -> Int {
        likenesses.count { !other.seen.isDisjoint(with: $0) }
    }

    private static func words(of text: String) -> [String] {
        text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "'" || $0 == "-") }.map(
            String.init)
    }
}
