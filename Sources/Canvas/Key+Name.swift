extension Key {
    /// A key by its name in key scripts and settings: `a`, `ctrl-d`, `alt-x`, `f1`, `enter`, `shift-tab`, `paste:text`.
    ///
    /// Nil where no key has the name.
    package init?(name: String) {
        if let key = Self.named[name] {
            self = key
        } else if name.count == 1, let character = name.first {
            self = .character(character)
        } else if let character = Self.character(of: name, after: "ctrl-") {
            self = .control(Character(character.lowercased()))
        } else if let character = Self.character(of: name, after: "alt-") {
            self = .alt(character)
        } else if name.hasPrefix("paste:") {
            self = .paste(String(name.dropFirst(6)))
        } else if name.hasPrefix("f"), let number = Int(name.dropFirst()), (1...35).contains(number) {
            self = .function(number)
        } else {
            return nil
        }
    }

    /// The key's name in key scripts, settings and help.
    package var name: String {
        switch self {
        case .character(" "): "space"
        case .character(let character): String(character)
        case .control(let character): "ctrl-\(character == " " ? "space" : String(character))"
        case .alt(let character): "alt-\(character == " " ? "space" : String(character))"
        case .function(let number): "f\(number)"
        case .paste(let text): "paste:\(text)"
        case .enter: "enter"
        case .escape: "esc"
        case .tab: "tab"
        case .backTab: "shift-tab"
        case .backspace: "backspace"
        case .delete: "delete"
        case .insert: "insert"
        case .up: "up"
        case .down: "down"
        case .left: "left"
        case .right: "right"
        case .home: "home"
        case .end: "end"
        case .pageUp: "pageup"
        case .pageDown: "pagedown"
        }
    }

    private static let plain: [Key] = [
        .character(" "), .enter, .escape, .tab, .backTab, .backspace, .delete, .insert,
        .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
    ]

    private static let named: [String: Key] = {
        var keys = Dictionary(uniqueKeysWithValues: plain.map { ($0.name, $0) })
        keys["escape"] = .escape
        keys["backtab"] = .backTab
        return keys
    }()

    private static func character(of name: String, after prefix: String) -> Character? {
        guard name.hasPrefix(prefix) else { return nil }
        let rest = name.dropFirst(prefix.count)
        return rest == "space" ? " " : rest.count == 1 ? rest.first : nil
    }
}
