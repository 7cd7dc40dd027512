import Canvas
import DisplaySafety

extension SafeText {
    /// Where the text, markers left out, has what is looked for, as ranges of clusters.
    func ranges(of needle: Needle) -> [Range<Int>] {
        var (bytes, owners) = ([UInt8](), [Int]())
        for (index, cluster) in clusters.enumerated() {
            let own = cluster.kind == .text ? Array(cluster.text.utf8) : [0]
            bytes += own
            owners += Array(repeating: index, count: own.count)
        }
        return needle.matches(in: bytes).map { owners[$0.lowerBound]..<owners[$0.upperBound - 1] + 1 }
    }
}

extension Span {
    /// The span in pieces, those with what is looked for in the role of a match.
    ///
    /// The match that begins at the cluster `current` is the one that was gone to, and stands out.
    func marking(_ needle: Needle?, current: Int? = nil) -> [Span] {
        guard let needle else { return [self] }
        var (pieces, start) = ([Span](), 0)
        for range in text.ranges(of: needle) where range.lowerBound >= start {
            pieces.append(Span(text[start..<range.lowerBound], ink))
            let emphasis: Attributes = range.lowerBound == current ? .reverse : []
            pieces.append(Span(text[range], Ink(.listMatch, on: ink.surface, emphasis: emphasis)))
            start = range.upperBound
        }
        return (pieces + [Span(text[start..<text.clusters.count], ink)]).filter { !$0.text.isEmpty }
    }
}

extension Line {
    /// The clusters at these places, each in its ink.
    func part(_ range: Range<Int>) -> Line {
        var start = 0
        return Line(
            spans.map { span in
                let place = start..<start + span.text.clusters.count
                start = place.upperBound
                let kept = range.clamped(to: place)
                return Span(
                    span.text[kept.lowerBound - place.lowerBound..<kept.upperBound - place.lowerBound], span.ink)
            })
    }
}
