extension SafeText {
    /// The text in lines of at most so many cells, broken between words and at its own line breaks.
    ///
    /// A word longer than a line is broken inside; a wide character never is, and stays whole even in a single cell.
    package func wrapped(to width: Int) -> [SafeText] {
        wrappedRanges(to: width).map { self[$0] }
    }

    /// Where the lines of the wrapped text lie in its clusters; spaces at a break belong to no line.
    package func wrappedRanges(to width: Int) -> [Range<Int>] {
        var wrapping = Wrapping(clusters: clusters, limit: max(1, width))
        return wrapping.ranges()
    }
}

/// Breaks clusters into lines, first come first served.
private struct Wrapping {
    let clusters: [SafeText.Cluster]
    let limit: Int
    private var finished: [Range<Int>] = []
    private var start = 0
    private var used = 0
    private var breakPlace: Int?
    private var continuesLine = false

    init(clusters: [SafeText.Cluster], limit: Int) {
        self.clusters = clusters
        self.limit = limit
    }

    mutating func ranges() -> [Range<Int>] {
        for index in clusters.indices { place(index) }
        finished.append(start..<clusters.count)
        return finished
    }

    private mutating func place(_ index: Int) {
        let cluster = clusters[index]
        if cluster.isLineBreak {
            endLine(at: index, next: index + 1)
            continuesLine = false
            return
        }
        if continuesLine, cluster.isSpace, index == start {
            start = index + 1
            return
        }
        if cluster.width == 2, index > start { breakPlace = index }
        while used + cluster.width > limit, index > start {
            if cluster.isSpace { return endLine(at: index, next: index + 1) }
            let cut = breakPlace ?? index
            endLine(at: withoutSpaces(before: cut), next: cut)
            used = clusters[cut..<index].reduce(0) { $0 + $1.width }
        }
        used += cluster.width
        if cluster.isSpace || cluster.width == 2 { breakPlace = index + 1 }
    }

    private mutating func endLine(at end: Int, next: Int) {
        finished.append(start..<end)
        start = next
        used = 0
        breakPlace = nil
        continuesLine = true
    }

    private func withoutSpaces(before end: Int) -> Int {
        var end = end
        while end > start, clusters[end - 1].isSpace { end -= 1 }
        return end
    }
}
