package import DisplaySafety

/// Text in one ink.
package struct Span: Hashable, Sendable {
    /// What is drawn.
    package var text: SafeText
    /// What it is drawn with.
    package var ink: Ink

    /// Text in an ink.
    package init(_ text: SafeText, _ ink: Ink = Ink()) {
        self.text = text
        self.ink = ink
    }

    /// Text in a role, on the base.
    package init(_ text: SafeText, _ role: Role) {
        self.init(text, Ink(role))
    }
}

/// Text in several inks, one after the other.
package struct Line: Hashable, Sendable {
    /// Its pieces, from left to right.
    package var spans: [Span]

    /// A line of pieces.
    package init(_ spans: [Span] = []) {
        self.spans = spans
    }

    /// A line in one ink.
    package init(_ text: SafeText, _ ink: Ink = Ink()) {
        self.init([Span(text, ink)])
    }

    /// Its text without the inks.
    package var text: SafeText { SafeText.joined(spans.map(\.text)) }

    /// The cells it takes, or its widest part where it has line breaks.
    package var width: Int {
        var (widest, current) = (0, 0)
        for span in spans {
            for cluster in span.text.clusters {
                current = cluster.isLineBreak ? 0 : current + cluster.width
                widest = max(widest, current)
            }
        }
        return widest
    }

    /// Puts text at its end.
    package mutating func append(_ text: SafeText, _ ink: Ink = Ink()) {
        spans.append(Span(text, ink))
    }

    /// One line after the other.
    package static func + (left: Line, right: Line) -> Line {
        Line(left.spans + right.spans)
    }

    /// The line on another surface, as when its row is selected.
    package func on(_ surface: Role) -> Line {
        Line(spans.map { Span($0.text, $0.ink.on(surface)) })
    }

    /// The line in lines of at most so many cells, as `SafeText.wrapped(to:)`; every piece keeps its ink.
    package func wrapped(to width: Int) -> [Line] {
        text.wrappedRanges(to: width).map(clusters(in:))
    }

    /// The line without what its first columns show; a wide character across the edge goes with them.
    package func dropping(columns: Int) -> Line {
        let text = text
        let hidden = text.prefix(width: columns).clusters.count
        return clusters(in: hidden..<text.clusters.count)
    }

    /// The line cut to so many cells, with an ellipsis in its last ink where something was cut.
    package func truncated(to width: Int, ellipsis: SafeText = "…") -> Line {
        guard self.width > width else { return self }
        let kept = text.prefix(width: width - ellipsis.width).clusters.count
        var line = clusters(in: 0..<kept)
        line.append(ellipsis.prefix(width: width), (line.spans.last ?? spans.first)?.ink ?? Ink())
        return line
    }

    private func clusters(in range: Range<Int>) -> Line {
        var start = 0
        return Line(
            spans.compactMap { span in
                let place = start..<start + span.text.clusters.count
                start = place.upperBound
                let part = range.clamped(to: place)
                guard !part.isEmpty else { return nil }
                let first = part.lowerBound - place.lowerBound
                return Span(span.text[first..<first + part.count], span.ink)
            })
    }
}

extension Frame {
    /// Draws a line piece by piece and returns how many columns it took; cut like a text.
    @discardableResult
    package mutating func draw(_ line: Line, at position: Position, columns limit: Int? = nil) -> Int {
        let limit = limit ?? size.columns - position.column
        var used = 0
        for span in line.spans where used < limit {
            let place = Position(row: position.row, column: position.column + used)
            used += draw(span.text, at: place, ink: span.ink, columns: limit - used)
        }
        return used
    }

    /// Draws lines in the rows of a part, from its top; what does not fit is cut.
    package mutating func draw(_ lines: some Sequence<Line>, in rect: Rect) {
        for (row, line) in zip(rect.rowRange, lines) {
            draw(line, at: Position(row: row, column: rect.column), columns: rect.columns)
        }
    }
}
