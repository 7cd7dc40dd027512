import Engine

/// Finds for each sample the first earlier one that is too like it: the same calls, or nearly the same query.
///
/// Its answers depend on the samples and their order only. A query without words is like no other.
package struct LikenessIndex: Sendable {
    /// An earlier sample, and what is alike.
    package struct Match: Hashable, Sendable {
        package let other: SampleID
        package let kind: Kind

        package init(other: SampleID, kind: Kind) {
            self.other = other
            self.kind = kind
        }

        package enum Kind: Hashable, Sendable {
            /// The queries are nearly the same: their estimated Jaccard similarity, at least 0.7.
            case query(similarity: Double)
            /// The chains make equal calls in the same order.
            case calls
        }
    }

    private var sketches = SketchTable()
    private var sketched: [SampleID] = []
    private var chains: [Int64: SampleID] = [:]

    package init() {}

    /// Keeps a sample, and tells which earlier one it is too like; nil where there is none.
    package mutating func add(_ id: SampleID, query: String, calls: [ToolCall]) -> Match? {
        let alike = similar(to: id, query: query)
        if let hash = Likeness.calls(calls) {
            if let other = chains[hash] { return Match(other: other, kind: .calls) }
            chains[hash] = id
        }
        return alike.first.map { Match(other: $0.id, kind: .query(similarity: $0.similarity)) }
    }

    /// Keeps a sample, and tells every earlier one that it is too like, the first first.
    mutating func addAndFindAll(_ id: SampleID, query: String, calls: [ToolCall]) -> [SampleID] {
        let alike = similar(to: id, query: query).map(\.id)
        guard let hash = Likeness.calls(calls) else { return alike }
        guard let other = chains[hash] else {
            chains[hash] = id
            return alike
        }
        return [other] + alike
    }

    /// Comparisons that were left out, since a band was shared by too many samples; 0 for all but uniform data.
    package var skippedComparisons: Int { sketches.skippedComparisons }

    /// The bytes that a sample's bands and sketch take, on average; its label and the hash of its calls come on top.
    package var memoryPerSample: Int { sketches.count == 0 ? 0 : sketches.memory / sketches.count }

    private mutating func similar(to id: SampleID, query: String) -> [(id: SampleID, similarity: Double)] {
        let sketch = QuerySketch(query)
        guard !sketch.isEmpty else { return [] }
        let alike = sketches.add(sketch).map { (sketched[$0.number], $0.similarity) }
        sketched.append(id)
        return alike
    }
}

extension Finding {
    /// Tells that a sample is too like another one.
    ///
    /// It comes from comparing samples, so no ``Check`` makes it.
    package static func duplicate(_ match: LikenessIndex.Match) -> Finding {
        duplicate(of: "\(match.other)", match.kind)
    }

    /// Tells the same, by whatever name the other sample is known to the reader.
    package static func duplicate(of other: String, _ kind: LikenessIndex.Match.Kind) -> Finding {
        let (evidence, severity): (String, Severity) =
            switch kind {
            case .calls: ("the same calls as \(other)", .error)
            case .query(let similarity):
                ("asks nearly what \(other) asks: \(Int((similarity * 100).rounded())) % alike", .warning)
            }
        return Finding(
            check: "duplicate", version: 1, target: .query, evidence: evidence, reason: .duplicate, severity: severity)
    }
}
