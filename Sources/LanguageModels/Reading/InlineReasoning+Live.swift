import Engine

extension InlineReasoning {
    /// Tells thoughts from words while a text arrives, as far as that can be known before its end.
    struct Live: Sendable {
        private enum State {
            /// Nothing but what may be the beginning of a tag.
            case beginning(String)
            /// Inside a tag; with what may be the beginning of its end.
            case thinking(tag: String, held: String)
            case speaking
        }

        private var state = State.beginning("")
        /// No tag comes after as many blanks as this.
        private static let longestBeginning = 1_024

        mutating func take(_ piece: String) -> [StreamedText] {
            guard !piece.isEmpty else { return [] }
            switch state {
            case .speaking: return [.answer(piece)]
            case .thinking(let tag, let held): return think(held + piece, tag)
            case .beginning(let held): return begin(held + piece)
            }
        }

        private mutating func begin(_ text: String) -> [StreamedText] {
            let start = text.drop(while: \.isWhitespace)
            for tag in InlineReasoning.tags where start.hasPrefix("<\(tag)>") {
                return think(String(start.dropFirst(tag.count + 2)), tag)
            }
            let mayBegin = text.utf8.count <= Self.longestBeginning
            guard !mayBegin || !InlineReasoning.tags.contains(where: { "<\($0)>".hasPrefix(start) }) else {
                state = .beginning(text)
                return []
            }
            state = .speaking
            return [.answer(text)]
        }

        private mutating func think(_ text: String, _ tag: String) -> [StreamedText] {
            let close = "</\(tag)>"
            if let end = text.range(of: close) {
                state = .speaking
                let thought = StreamedText.reasoning(String(text[..<end.lowerBound]))
                return [thought, .answer(String(text[end.upperBound...]))].filter { !$0.isEmpty }
            }
            let held = (1..<close.count).reversed().first { text.hasSuffix(close.prefix($0)) } ?? 0
            state = .thinking(tag: tag, held: String(text.suffix(held)))
            return [.reasoning(String(text.dropLast(held)))].filter { !$0.isEmpty }
        }
    }
}

extension StreamedText {
    fileprivate var isEmpty: Bool {
        switch self {
        case .answer(let text), .reasoning(let text): text.isEmpty
        case .startedOver: false
        }
    }
}
