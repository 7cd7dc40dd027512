import Canvas
import Engine

extension Inspector {
    /// The second key of a copy; any other one ends it.
    mutating func pressedAfterY(_ key: Key) -> Outcome {
        mode = .reading
        switch key {
        case .character("a"): return .copied(CopiedText(name: artefact.title, text: whole))
        case .character("y"): return copyValue()
        case .character("p"): return copy("the path") { $0.outline.path(of: $0.cursor).dollarText }
        case .character("q"): return copy("the jq filter") { $0.outline.path(of: $0.cursor).filterText }
        case .character("k"): return copyKey()
        case .character, .control, .alt, .function, .paste, .enter, .escape, .tab, .backTab, .backspace, .delete,
            .insert, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown:
            return .stays
        }
    }

    private var whole: String {
        String(decoding: sheet.raw.text.bytes, as: UTF8.self)
    }

    /// The element under the cursor: a string as it reads, everything else as it was written.
    private func copyValue() -> Outcome {
        if let passage = sheet.passage {
            return .copied(CopiedText(name: "the string", text: String(decoding: passage.text.bytes, as: UTF8.self)))
        }
        guard let tree = sheet.shownTree else { return .copied(CopiedText(name: artefact.title, text: whole)) }
        let (outline, cursor) = (tree.outline, tree.cursor)
        let text = outline.string(of: cursor) ?? String(decoding: outline.source(of: cursor), as: UTF8.self)
        return .copied(CopiedText(name: "the value of \(outline.path(of: cursor).dollarText)", text: text))
    }

    private func copyKey() -> Outcome {
        guard let tree = sheet.shownTree else { return Self.needsTree }
        guard let key = tree.outline.key(of: tree.cursor) else { return .said("This has no key.") }
        return .copied(CopiedText(name: "the key", text: key))
    }

    private func copy(_ name: String, _ text: (TreePage) -> String) -> Outcome {
        guard let tree = sheet.shownTree else { return Self.needsTree }
        return .copied(CopiedText(name: name, text: text(tree)))
    }

    private static let needsTree = Outcome.said("Only an element of the tree has that.")
}
