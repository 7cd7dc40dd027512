import DatasetStore
import Engine
import Evaluation

/// Samples of a dataset that one method made: a run of the engine, or a query-first baseline.
struct StoredMethod: Hashable, Sendable {
    /// Of the run or of the study.
    let id: RunID
    let method: ComparedMethod
    let model: String
    /// Where it is asked; nil for what is asked nowhere, and for a baseline of a version that did not note it.
    let endpoint: String?
    let seed: UInt64
    let tools: ContentHash
    /// Nil where the dataset has the tools' hash only.
    let toolCount: Int?
    /// Nil for a run of the engine.
    let instructions: APISet.Scope?
    /// Samples that were asked for.
    let wanted: Int
}

extension Dataset {
    /// What can be compared, oldest first, runs before baselines; imports were made by nobody knows whom.
    func storedMethods() async throws -> [StoredMethod] {
        var methods: [StoredMethod] = []
        for run in try await runs() where run.planner != Dataset.importPlanner {
            methods.append(try StoredMethod(run, library: try await library(of: run.id)))
        }
        let counts = Dictionary(methods.map { ($0.tools, $0.toolCount) }) { first, _ in first }
        for study in try await studies() {
            let wanted = study.kind == .baseline ? try await wantedSamples(of: study.id) : nil
            let method = StoredMethod(study, wanted: wanted, toolCounts: counts.compactMapValues(\.self))
            if let method { methods.append(method) }
        }
        return methods
    }

    /// The figures of a method's first samples; `count` is nil for all of them, `obstacle` says why some are missing.
    ///
    /// Branches are not counted: a curator steered them.
    func column(
        of stored: StoredMethod, first count: Int? = nil, obstacle: String? = nil
    ) async throws -> ComparisonTable.Column {
        let most = count ?? .max
        let samples =
            switch stored.method.order {
            case .answerFirst: try await grownSamples(of: stored.id, upTo: most)
            case .queryFirst: try await searchedSamples(of: stored, upTo: most)
            }
        let unfinished =
            switch stored.method.order {
            case .answerFirst: Spending()
            case .queryFirst:
                try await unfinishedSpending(
                    of: stored.id, beside: samples.reduce(into: Spending()) { $0.add($1.spending) }, upTo: most
                ).asking(stored.model)
            }
        return ComparisonTable.Column(
            method: stored.method, model: stored.model, endpoint: stored.endpoint, seed: stored.seed,
            tools: stored.tools, toolCount: stored.toolCount, instructions: stored.instructions,
            wanted: count ?? stored.wanted, figures: MethodFigures(samples, seed: stored.seed), obstacle: obstacle,
            unfinished: unfinished)
    }

    private func searchedSamples(of baseline: StoredMethod, upTo most: Int) async throws -> [ComparedSample] {
        var samples: [ComparedSample] = []
        for try await sample in baselineSamples(of: baseline.id, by: baseline.model, upTo: most) {
            samples.append(ComparedSample(sample))
        }
        return samples
    }

    private func grownSamples(of run: RunID, upTo most: Int) async throws -> [ComparedSample] {
        var samples: [ComparedSample] = []
        for index in try await finishedIndices(of: run).sorted() where index <= most {
            let events = try await events(of: SampleID(run: run, index: index))
            if let sample = ComparedSample(events) { samples.append(sample) }
        }
        return samples
    }
}

extension StoredMethod {
    fileprivate init(_ run: StoredRun, library: [Tool]) throws {
        let setup = try run.modelSetup.map { try ModelSetup($0) }
        self.init(
            id: run.id, method: setup.map { ComparedMethod($0.strategy) } ?? .offline,
            model: setup.map { $0.each(\.model) } ?? run.planner, endpoint: setup.map { $0.each(\.base) },
            seed: run.plan.seed, tools: library.contentHash(), toolCount: library.count, instructions: nil,
            wanted: run.requested)
    }

    /// Nil for an evaluation, and for a baseline of another version.
    ///
    /// Where nobody noted how many samples were `wanted`, those that are there are taken for all.
    fileprivate init?(_ study: StoredStudy, wanted: Int?, toolCounts: [ContentHash: Int]) {
        guard study.kind == .baseline,
            let method = study.plan["method"]?.string.flatMap(BaselineSample.Method.init),
            let model = study.plan["model"]?.string.map({ ModelIdentity($0) }),
            let seed = study.plan["seed"]?.string.flatMap(UInt64.init), let tools = study.plan["tools"]?.string
        else { return nil }
        let hash = ContentHash(hex: tools)
        self.init(
            id: study.id, method: ComparedMethod(method), model: model.name, endpoint: model.base, seed: seed,
            tools: hash, toolCount: toolCounts[hash],
            instructions: study.plan["instructions"]?.string.flatMap(APISet.Scope.init), wanted: wanted ?? study.items)
    }
}

extension ComparedMethod {
    init(_ strategy: Plan.Strategy) {
        switch strategy {
        case .lean: self = .lean
        case .paper: self = .paper
        }
    }
}

extension ModelSetup {
    /// What the stages have, each once, in the order of the stages.
    fileprivate func each(_ part: (Stage) -> String) -> String {
        var seen: Set<String> = []
        return stages.all.map(part).filter { seen.insert($0).inserted }.joined(separator: " + ")
    }
}
