extension SafeText {
    /// The clusters at these places, as a text.
    package subscript(range: Range<Int>) -> SafeText {
        SafeText(clusters: Array(clusters[range]))
    }

    /// The lines without their breaks; text that ends with a break ends with an empty line.
    package var lines: [SafeText] {
        clusters.split(omittingEmptySubsequences: false) { $0.isLineBreak }.map { SafeText(clusters: Array($0)) }
    }

    /// The longest beginning of one line that takes no more than so many cells.
    package func prefix(width: Int) -> SafeText {
        self[0..<index(atColumn: width)]
    }

    /// One line without the clusters that begin in its first so many cells: for scrolling sideways.
    package func dropping(width: Int) -> SafeText {
        var column = 0
        let start = clusters.firstIndex { cluster in
            defer { column += cluster.width }
            return column >= width
        }
        return self[(start ?? clusters.count)..<clusters.count]
    }

    /// One line cut to so many cells, with an ellipsis at its end where something was cut.
    package func truncated(to width: Int, ellipsis: SafeText = "…") -> SafeText {
        guard self.width > width else { return self }
        return prefix(width: width - ellipsis.width) + ellipsis.prefix(width: width)
    }

    /// One line with spaces after it, up to so many cells.
    package func padded(to width: Int) -> SafeText {
        let missing = width - self.width
        return missing > 0 ? self + SafeText(String(repeating: " ", count: missing)) : self
    }

    /// The text for a terminal that shows ASCII alone: every other scalar is named by its number.
    package var ascii: SafeText {
        guard clusters.contains(where: { !$0.text.utf8.allSatisfy { $0 < 0x80 } }) else { return self }
        return SafeText(clusters: clusters.flatMap(\.asciiClusters))
    }

    private func index(atColumn width: Int) -> Int {
        var column = 0
        for (index, cluster) in clusters.enumerated() {
            column += cluster.width
            if column > width { return index }
        }
        return clusters.count
    }
}

extension SafeText.Cluster {
    fileprivate var asciiClusters: [SafeText.Cluster] {
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return [self] }
        return text.unicodeScalars.map(Self.asciiName).joined().map {
            SafeText.Cluster(text: String($0), width: 1, kind: .marker)
        }
    }

    private static func asciiName(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case _ where scalar.isASCII: String(scalar)
        case "‹": "<"
        case "›": ">"
        case _: "<" + Marker.text(for: scalar).dropFirst().dropLast() + ">"
        }
    }
}
