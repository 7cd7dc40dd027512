import Engine
import Synchronization

/// The tools of one run, ready to be offered beside others.
final class RunLibrary: Sendable {
    /// In the order of their source, each name once.
    let tools: [Tool]
    let byName: [ToolName: Tool]
    private let places: [ToolName: Int]
    private let words: [ToolWords]
    private let neighbours = Mutex<[ToolName: [Neighbour]]>([:])
    private let sizes = Mutex<[ToolName: Int]>([:])

    /// How much alike another tool is.
    struct Neighbour {
        let name: ToolName
        let likeness: Double
    }

    init(_ tools: [Tool]) {
        var seen: Set<ToolName> = []
        let tools = tools.filter { seen.insert($0.name).inserted }
        self.tools = tools
        byName = Dictionary(uniqueKeysWithValues: tools.map { ($0.name, $0) })
        places = Dictionary(uniqueKeysWithValues: tools.indices.map { (tools[$0].name, $0) })
        words = tools.map(ToolWords.init)
    }

    /// The source's order says nothing about which tools are used, so an offer in it gives nothing away.
    func inOrder(_ names: Set<ToolName>) -> [Tool] {
        names.compactMap { places[$0] }.sorted().map { tools[$0] }
    }

    /// The others that share words with a tool, the most alike first.
    func neighbours(of tool: ToolName) -> [Neighbour] {
        if let known = neighbours.withLock({ $0[tool] }) { return known }
        guard let place = places[tool] else { return [] }
        let found = tools.indices.filter { $0 != place }
            .map { Neighbour(name: tools[$0].name, likeness: words[place].likeness(to: words[$0])) }
            .filter { $0.likeness > 0 }
            .sorted { ($1.likeness, $0.name) < ($0.likeness, $1.name) }
        neighbours.withLock { $0[tool] = found }
        return found
    }

    /// How many tokens the description of a tool is; counted once.
    func size(of tool: Tool, _ count: (Tool) -> Int) -> Int {
        if let known = sizes.withLock({ $0[tool.name] }) { return known }
        let size = count(tool)
        sizes.withLock { $0[tool.name] = size }
        return size
    }
}

/// The libraries of the runs that were met, each made ready once.
final class KnownLibraries: Sendable {
    private let known = Mutex<[RunID: RunLibrary]>([:])

    func library(of run: RunID, _ tools: [Tool]) -> RunLibrary {
        known.withLock { known in
            if let library = known[run] { return library }
            let library = RunLibrary(tools)
            known[run] = library
            return library
        }
    }
}

/// The words by which a tool is known.
private struct ToolWords {
    private let name: Set<String>
    private let description: Set<String>

    init(_ tool: Tool) {
        name = Set(tool.name.text.words).subtracting(Self.common)
        description = Set(tool.description.words.filter { $0.count > 2 }).subtracting(Self.common)
    }

    /// From 0 for nothing in common to 2 for the same words; the name counts as much as the description.
    func likeness(to other: ToolWords) -> Double {
        Self.shared(name, other.name) + Self.shared(description, other.description)
    }

    /// Of all the words of both, the share that both have.
    private static func shared(_ left: Set<String>, _ right: Set<String>) -> Double {
        let both = left.intersection(right).count
        return both == 0 ? 0 : Double(both) / Double(left.count + right.count - both)
    }

    /// Words that say nothing about what a tool is for.
    private static let common: Set<String> = [
        "the", "and", "for", "its", "with", "from", "into", "that", "this", "which", "what", "how", "are", "was", "has",
        "have", "not", "any", "all", "one", "two", "each", "such", "other", "another", "given", "gives", "give", "gets",
        "get", "list", "lists", "find", "finds", "search", "searches", "lookup", "look", "tells", "tell", "computes",
        "compute", "returns", "return", "fetch", "fetches", "tool", "api", "data", "information", "info", "details",
        "fails", "unknown", "known", "needs", "use", "uses", "used", "can", "between", "about", "than", "most", "least",
    ]
}

extension String {
    /// Its words in lower case; `getCity_name` has three.
    var words: [String] {
        var words: [String] = []
        var word = ""
        for character in self {
            let isWord = character.isLetter || character.isNumber
            if !word.isEmpty, !isWord || (character.isUppercase && word.last?.isLowercase == true) {
                words.append(word.lowercased())
                word = ""
            }
            if isWord { word.append(character) }
        }
        return word.isEmpty ? words : words + [word.lowercased()]
    }
}
