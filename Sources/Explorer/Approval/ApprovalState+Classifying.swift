import Canvas
import Engine

extension ApprovalState {
    /// Changes that can be taken back at most.
    private static let historyLimit = 200

    /// Classifies what is marked, else the tool under the cursor, and goes on to the next.
    mutating func classify(as classification: ToolUse) {
        let marked = marked
        guard marked.isEmpty else {
            let count = set(classification, of: items.filter { marked.contains($0.tool.name) })
            (marks, anchor) = ([], nil)
            notice = "\(Self.tools(count)) \(classification.word) now; u takes it back."
            return
        }
        guard let selected else { return }
        guard selected.isThere else {
            notice = "\(selected.tool.name) is gone: there is nothing to approve."
            return
        }
        set(classification, of: [selected])
        move(by: 1)
    }

    /// What is unclassified becomes what it looks like; what is suspicious is left for the user to read.
    mutating func takeSuggestions() {
        let open = items.filter { $0.isThere && classifications[$0.tool.name] == nil }
        let clear = open.filter(\.warnings.isEmpty)
        guard !open.isEmpty else {
            notice = "Every tool is classified."
            return
        }
        remember()
        for item in clear { classifications[item.tool.name] = .used(item.suggested) }
        let counts = ToolUseCounts(clear.map { .used($0.suggested) })
        let rest = open.count - clear.count
        notice =
            "By suggestion: \(counts.words)."
            + (rest > 0 ? " \(Self.tools(rest)) left: read the warnings." : " u takes it back.")
    }

    mutating func undo() {
        guard let before = history.popLast() else {
            notice = "There is nothing to take back."
            return
        }
        classifications = before
        notice = "Taken back: \(counts.words)."
    }

    /// Takes a key of the pattern line in.
    mutating func classify(_ key: Key, _ field: TextField) {
        var field = field
        switch key {
        case .escape: layer = nil
        case .enter: classify(by: field)
        case .character, .control, .alt, .function, .paste, .tab, .backTab, .backspace, .delete, .insert, .up, .down,
            .left, .right, .home, .end, .pageUp, .pageDown:
            _ = field.press(key)
            layer = .patterning(field, complaint: nil)
        }
    }

    private mutating func classify(by field: TextField) {
        do throws(PatternLine.Problem) {
            let line = try PatternLine(parsing: field.text)
            let found = items.filter { $0.isThere && line.matches($0.tool.name) }
            guard !found.isEmpty else {
                layer = .patterning(field, complaint: "No tool is called so.")
                return
            }
            let count = set(line.classification, of: found)
            layer = nil
            notice = "\(Self.tools(count)) \(line.classification.word) now; u takes it back."
        } catch {
            layer = .patterning(field, complaint: error.text)
        }
    }

    /// Says what some tools are; those that are gone are nothing.
    @discardableResult
    private mutating func set(_ classification: ToolUse, of some: [ApprovalItem]) -> Int {
        remember()
        let there = some.filter(\.isThere)
        for item in there { classifications[item.tool.name] = classification }
        return there.count
    }

    private mutating func remember() {
        history = (history + [classifications]).suffix(Self.historyLimit)
    }

    private static func tools(_ count: Int) -> String { count == 1 ? "1 tool is" : "\(count) tools are" }
}
