import Engine

/// The tools that one row offers.
struct ToolOffer {
    /// In the order of their source.
    let tools: [Tool]

    /// Fills the tools in use up with others, one kind after the other.
    init(_ sample: ExportableSample, among library: RunLibrary, _ options: ExportOptions, _ others: Distractors) {
        let used = Set(sample.toolsInUse.map(\.name))
        let chosen = others.names(options.distractors, atMost: options.candidates - used.count, leavingOut: used)
        tools = library.inOrder(used.union(chosen))
    }
}

/// Tools that a row may offer beside those it uses.
struct Distractors {
    private let sample: ExportableSample
    private let library: RunLibrary
    private let order: SeededOrder
    private let canOffer: (Tool) -> Bool

    /// Takes what the format can offer beside what a row uses.
    init(
        of sample: ExportableSample, among library: RunLibrary, order: SeededOrder,
        canOffer: @escaping (Tool) -> Bool
    ) {
        self.sample = sample
        self.library = library
        self.order = order
        self.canOffer = canOffer
    }

    /// As many as wanted, as far as the kinds have them; of each kind the first ones, in the order of the kinds.
    func names(_ kinds: [Distractor], atMost count: Int, leavingOut excluded: Set<ToolName>) -> Set<ToolName> {
        var chosen: Set<ToolName> = []
        for kind in kinds where chosen.count < count {
            for name in names(kind, atMost: count - chosen.count, leavingOut: excluded.union(chosen)) {
                chosen.insert(name)
            }
        }
        return chosen
    }

    private func names(_ kind: Distractor, atMost count: Int, leavingOut excluded: Set<ToolName>) -> [ToolName] {
        let isFree = { (name: ToolName) in !excluded.contains(name) && library.byName[name].map(canOffer) == true }
        switch kind {
        case .pool: return Array(ranked(sample.pool.map(\.name).filter(isFree)).prefix(count))
        case .family:
            let families = Set(sample.toolsInUse.map(\.family)).subtracting([""])
            let kin = library.tools.filter { families.contains($0.family) }.map(\.name)
            return Array(ranked(kin.filter(isFree)).prefix(count))
        case .nearMiss: return Array(nearest.filter(isFree).prefix(count))
        case .random: return drawn(count, isFree)
        }
    }

    /// By the seed, whatever else there is.
    private func ranked(_ names: [ToolName]) -> [ToolName] {
        let ranks = Dictionary(uniqueKeysWithValues: names.map { ($0, order.rank(sample.id.key, $0.text)) })
        return names.sorted { ranks[$0, default: ""] < ranks[$1, default: ""] }
    }

    /// The neighbours of all the tools in use, each with the likeness to the one it is most alike.
    private var nearest: [ToolName] {
        var likeness: [ToolName: Double] = [:]
        for neighbour in sample.toolsInUse.flatMap({ library.neighbours(of: $0.name) }) {
            likeness[neighbour.name] = max(likeness[neighbour.name] ?? 0, neighbour.likeness)
        }
        return likeness.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }

    /// Drawn from the whole library, which may be too large to be ranked for every sample.
    private func drawn(_ count: Int, _ isFree: (ToolName) -> Bool) -> [ToolName] {
        let seed = UInt64(order.rank("random", sample.id.key).prefix(16), radix: 16) ?? order.seed
        var random = SeededGenerator(for: .sampling, seed: seed, sample: sample.id.index, iteration: 0)
        var places = Array(library.tools.indices)
        var drawn: [ToolName] = []
        while drawn.count < count, !places.isEmpty {
            places.swapAt(Int.random(in: places.indices, using: &random), places.count - 1)
            let name = library.tools[places.removeLast()].name
            if isFree(name) { drawn.append(name) }
        }
        return drawn
    }
}

extension SampleID {
    /// Names the sample among all runs.
    var key: String { "\(run.hash.hex)/\(self)" }
}

extension Tool {
    /// The tool as chat formats describe it.
    func function(named name: String) -> JSON {
        var parameters = inputSchema.object ?? ["type": "object", "properties": [:]]
        parameters.remove("$schema")
        return [
            "type": "function",
            "function": [
                "name": .string(name), "description": .string(description), "parameters": .object(parameters),
            ],
        ]
    }
}
