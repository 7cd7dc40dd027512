package import Foundation

extension SafeText {
    /// Bytes as text in which everything that cannot be seen is a marker, and from which they can be had back exactly.
    ///
    /// For files that a person edits. Unlike what is drawn, it keeps tabs, whole emoji and every combining mark.
    package static func marked(_ bytes: some Sequence<UInt8>) -> String {
        var source = ByteScalars(Array(bytes))
        var rules = ClusterRules()
        var text = ""
        while let unit = source.next() {
            switch unit {
            case .invalid(let byte):
                rules.close()
                text += Marker.text(for: byte)
            case .scalar(let scalar):
                append(scalar, rules.judge(scalar, before: source.upcoming), to: &text)
            }
        }
        return text
    }

    /// The bytes that a marked text stands for; only `‹+3›` cannot be undone, and gives nothing.
    package static func original(ofMarked text: String) -> Data {
        let bytes = Array(text.utf8)
        var original = Data(capacity: bytes.count)
        var index = 0
        while index < bytes.count {
            if let (end, meaning) = marker(at: index, in: bytes) {
                original.append(contentsOf: meaning)
                index = end
            } else {
                original.append(bytes[index])
                index += 1
            }
        }
        return original
    }

    private static func append(_ scalar: Unicode.Scalar, _ verdict: ClusterRules.Verdict, to text: inout String) {
        switch verdict {
        case .marked, .exceeds, .returnBeforeLineFeed: text += Marker.text(for: scalar)
        case .begins, .joins, .selects, .continuesEmoji, .lineFeed, .tab: text.unicodeScalars.append(scalar)
        }
    }

    private static func marker(at start: Int, in bytes: [UInt8]) -> (end: Int, meaning: [UInt8])? {
        let body = start + Marker.opening.count
        guard body < bytes.count, bytes[start..<body].elementsEqual(Marker.opening) else { return nil }
        let limit = min(bytes.count, body + Marker.longestBody + 1)
        guard let close = bytes[body..<limit].firstIndex(of: Marker.closing[0]) else { return nil }
        let end = close + Marker.closing.count
        guard end <= bytes.count, bytes[close..<end].elementsEqual(Marker.closing) else { return nil }
        return Marker.bytes(of: bytes[body..<close]).map { (end, $0) }
    }
}
