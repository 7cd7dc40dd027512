/// Text that can be drawn: no control, no direction change, nothing invisible, every cell's width known.
///
/// It can only be made by sanitising. What must not be drawn stands there as a visible marker: `‹U+202E›` for a
/// scalar, `‹FF›` for a byte that is not UTF-8, `‹+3›` for combining marks or parts of an emoji that one cell cannot
/// hold. Tabs become spaces up to the next multiple of eight, a carriage return before a line feed becomes `␍`.
package struct SafeText: Hashable, Sendable {
    /// One thing to draw: a visible scalar with its marks, a piece of a marker, or the end of a line.
    package struct Cluster: Hashable, Sendable {
        /// What a cluster stands for.
        package enum Kind: Hashable, Sendable {
            case text
            case marker
            case lineBreak
        }

        /// What to draw: one visible scalar and at most four zero-width marks; empty for a line break.
        package let text: String
        /// The cells it takes: 1 or 2, or 0 for a line break.
        package let width: Int
        /// What the cluster stands for.
        package let kind: Kind

        /// Whether this is a piece of a marker, not of the data.
        package var isMarker: Bool { kind == .marker }
        /// Whether a new line begins after this.
        package var isLineBreak: Bool { kind == .lineBreak }
        /// Whether a line may be broken after this.
        var isSpace: Bool { kind == .text && text == " " }
    }

    /// The clusters in reading order.
    package let clusters: [Cluster]

    /// Text of clusters that were made by sanitising.
    init(clusters: [Cluster]) {
        self.clusters = clusters
    }

    /// Sanitises a string.
    package init(_ string: String) {
        self.init(clusters: Sanitiser.clusters(of: Array(string.utf8)))
    }

    /// Sanitises bytes as UTF-8; each byte that is not valid becomes a marker.
    package init(_ bytes: some Sequence<UInt8>) {
        self.init(clusters: Sanitiser.clusters(of: Array(bytes)))
    }

    /// No text at all.
    package static let empty = SafeText(clusters: [])

    /// Whether there is nothing to draw.
    package var isEmpty: Bool { clusters.isEmpty }

    /// Whether anything in the text had to be replaced by a marker.
    package var hasMarkers: Bool { clusters.contains { $0.isMarker } }

    /// The cells of the widest line.
    package var width: Int {
        var widest = 0
        var current = 0
        for cluster in clusters {
            current = cluster.isLineBreak ? 0 : current + cluster.width
            widest = max(widest, current)
        }
        return widest
    }

    /// What is drawn, as a string with line feeds between its lines: for logs and for tables outside a terminal.
    package var plain: String {
        var string = ""
        for cluster in clusters { string += cluster.isLineBreak ? "\n" : cluster.text }
        return string
    }

    /// One text after the other.
    package static func + (left: SafeText, right: SafeText) -> SafeText {
        SafeText(clusters: left.clusters + right.clusters)
    }

    /// Texts one after the other.
    package static func joined(_ texts: [SafeText]) -> SafeText {
        SafeText(clusters: texts.flatMap(\.clusters))
    }

    /// This text with another after it.
    package func appending(_ other: SafeText) -> SafeText { self + other }
}

extension SafeText: ExpressibleByStringLiteral {
    /// Sanitises a literal.
    package init(stringLiteral value: String) {
        self.init(value)
    }
}
