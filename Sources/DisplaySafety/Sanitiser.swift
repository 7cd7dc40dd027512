/// Turns bytes into clusters that can be drawn, in one pass over them.
struct Sanitiser {
    private static let tabStop = 8
    private static let ascii = (0..<0x7F).map { value in
        SafeText.Cluster(text: String(Unicode.Scalar(UInt8(value))), width: 1, kind: .text)
    }

    private var clusters: [SafeText.Cluster] = []
    private var rules = ClusterRules()
    private var column = 0
    private var pending: (text: String, width: Int)?
    private var leftOut = 0

    /// The clusters of some text; linear in its length.
    static func clusters(of bytes: [UInt8]) -> [SafeText.Cluster] {
        var sanitiser = Sanitiser()
        sanitiser.clusters.reserveCapacity(bytes.count)
        sanitiser.read(ByteScalars(bytes))
        return sanitiser.clusters
    }

    private mutating func read(_ source: ByteScalars) {
        var source = source
        while true {
            drawPlain(source.plainRun())
            guard let unit = source.next() else { break }
            switch unit {
            case .scalar(let scalar): draw(scalar, rules.judge(scalar, before: source.upcoming))
            case .invalid(let byte):
                rules.close()
                draw(marker: Marker.text(for: byte))
            }
        }
        finishCluster()
    }

    private mutating func drawPlain(_ bytes: ArraySlice<UInt8>) {
        guard !bytes.isEmpty else { return }
        finishCluster()
        rules.close()
        for byte in bytes { clusters.append(Self.ascii[Int(byte)]) }
        column += bytes.count
    }

    private mutating func draw(_ scalar: Unicode.Scalar, _ verdict: ClusterRules.Verdict) {
        switch verdict {
        case .begins(let width):
            finishCluster()
            pending = (String(scalar), width)
        case .joins: pending?.text.unicodeScalars.append(scalar)
        case .exceeds, .continuesEmoji: leftOut += 1
        case .selects: break
        case .marked: draw(marker: Marker.text(for: scalar))
        case .returnBeforeLineFeed: draw(marker: "␍")
        case .tab: drawTab()
        case .lineFeed: breakLine()
        }
    }

    private mutating func finishCluster() {
        guard let finished = pending else { return }
        pending = nil
        append(SafeText.Cluster(text: finished.text, width: finished.width, kind: .text))
        if leftOut > 0 { draw(marker: "‹+\(leftOut)›") }
        leftOut = 0
    }

    private mutating func draw(marker: String) {
        finishCluster()
        for scalar in marker.unicodeScalars {
            append(SafeText.Cluster(text: String(scalar), width: 1, kind: .marker))
        }
    }

    private mutating func drawTab() {
        finishCluster()
        for _ in 0..<(Self.tabStop - column % Self.tabStop) { append(Self.ascii[0x20]) }
    }

    private mutating func breakLine() {
        finishCluster()
        clusters.append(SafeText.Cluster(text: "", width: 0, kind: .lineBreak))
        column = 0
    }

    private mutating func append(_ cluster: SafeText.Cluster) {
        clusters.append(cluster)
        column += cluster.width
    }
}
