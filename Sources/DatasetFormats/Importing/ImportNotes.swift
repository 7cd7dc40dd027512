import Engine

/// What an import leaves out or makes up, in the order in which it was met, each once.
struct ImportNotes {
    private(set) var sentences: [String] = []
    private var known: Set<String> = []

    mutating func add(_ sentence: String) {
        if known.insert(sentence).inserted { sentences.append(sentence) }
    }

    mutating func add(_ other: ImportNotes) {
        for sentence in other.sentences { add(sentence) }
    }

    /// Names what an object has beside the keys that are read.
    mutating func addOthers(in object: JSON.Object, than known: Set<String>, _ what: String) {
        let others = object.keys.filter { !known.contains($0) }
        if !others.isEmpty { add("\(what) left out: \(others.listed).") }
    }
}

extension [String] {
    /// The first ten, quoted and cut, and how many more there are.
    var listed: String {
        let shown = prefix(10).map { $0.quoted() }.joined(separator: ", ")
        return count > 10 ? "\(shown) and \(count - 10) more" : shown
    }
}

extension [Int] {
    /// The first ten, and how many more there are.
    var listed: String {
        let shown = prefix(10).map(String.init).joined(separator: ", ")
        return count > 10 ? "\(shown) and \(count - 10) more" : shown
    }
}
