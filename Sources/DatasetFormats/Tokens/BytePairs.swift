/// Joins bytes into tokens, the pair that was learnt first before all others.
struct BytePairs: Sendable {
    private let vocabulary: [[UInt8]: Int]
    private let merges: [Pair: Merge]
    /// Whether a piece that is a token as a whole is never put together from its parts.
    private let takesWholePieces: Bool
    /// Whether a byte without a token counts as an unknown one; else it is dropped.
    private let hasUnknown: Bool

    struct Pair: Hashable {
        let left: Int
        let right: Int
    }

    struct Merge {
        let rank: Int
        let token: Int
    }

    init(vocabulary: [[UInt8]: Int], merges: [Pair: Merge], takesWholePieces: Bool, hasUnknown: Bool) {
        self.vocabulary = vocabulary
        self.merges = merges
        self.takesWholePieces = takesWholePieces
        self.hasUnknown = hasUnknown
    }

    /// How many tokens a piece becomes.
    func count(_ piece: [UInt8]) -> Int {
        if takesWholePieces, vocabulary[piece] != nil { return 1 }
        let tokens = piece.map { vocabulary[[$0]] }
        let unknown = hasUnknown ? tokens.count { $0 == nil } : 0
        var joining = Joining(tokens.compactMap(\.self), merges)
        return joining.finalCount() + unknown
    }
}

/// One piece on its way: a list of tokens with links, and the pairs that can be joined, best first.
private struct Joining {
    private var tokens: [Int?]
    private var next: [Int]
    private var previous: [Int]
    private var count: Int
    private var waiting = RankedPairs()
    private let merges: [BytePairs.Pair: BytePairs.Merge]

    init(_ tokens: [Int], _ merges: [BytePairs.Pair: BytePairs.Merge]) {
        self.tokens = tokens
        self.merges = merges
        count = tokens.count
        next = tokens.indices.map { $0 + 1 }
        previous = tokens.indices.map { $0 - 1 }
        for place in tokens.indices { offer(place) }
    }

    mutating func finalCount() -> Int {
        while let best = waiting.popBest() { join(best) }
        return count
    }

    /// A pair that was offered before one of its sides changed is no longer there.
    private mutating func join(_ entry: RankedPairs.Entry) {
        let right = next[entry.place]
        guard right < tokens.count, let merge = merge(at: entry.place), merge.rank == entry.rank else { return }
        tokens[entry.place] = merge.token
        tokens[right] = nil
        count -= 1
        next[entry.place] = next[right]
        if next[right] < tokens.count { previous[next[right]] = entry.place }
        offer(entry.place)
        if previous[entry.place] >= 0 { offer(previous[entry.place]) }
    }

    private mutating func offer(_ place: Int) {
        if let merge = merge(at: place) { waiting.push(RankedPairs.Entry(rank: merge.rank, place: place)) }
    }

    private func merge(at place: Int) -> BytePairs.Merge? {
        guard next[place] < tokens.count, let left = tokens[place], let right = tokens[next[place]] else { return nil }
        return merges[BytePairs.Pair(left: left, right: right)]
    }
}

/// A heap: the lowest rank first, of equal ones the leftmost.
private struct RankedPairs {
    struct Entry: Comparable {
        let rank: Int
        let place: Int

        static func < (left: Entry, right: Entry) -> Bool { (left.rank, left.place) < (right.rank, right.place) }
    }

    private var heap: [Entry] = []

    mutating func push(_ entry: Entry) {
        heap.append(entry)
        var child = heap.count - 1
        while child > 0, heap[child] < heap[(child - 1) / 2] {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func popBest() -> Entry? {
        guard let last = heap.popLast() else { return nil }
        guard let best = heap.first else { return last }
        heap[0] = last
        var parent = 0
        while let child = [2 * parent + 1, 2 * parent + 2].filter({ $0 < heap.count }).min(by: { heap[$0] < heap[$1] }),
            heap[child] < heap[parent]
        {
            heap.swapAt(child, parent)
            parent = child
        }
        return best
    }
}
