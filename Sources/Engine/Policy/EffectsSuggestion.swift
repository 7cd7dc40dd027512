/// What a tool seems to do to the world, and why it seems so; nothing is done by it without the user's yes.
package struct EffectsSuggestion: Hashable, Sendable {
    /// What a suggestion goes by.
    package enum Ground: Hashable, Sendable {
        /// A rule of the user.
        case rule(ToolPattern)
        /// What the source claims.
        case hint
        /// A word of the tool's name.
        case verb(String)
        /// Nothing; it is then taken for destructive.
        case nothing
    }

    package let effects: Tool.Effects
    package let ground: Ground

    package init(effects: Tool.Effects, ground: Ground) {
        self.effects = effects
        self.ground = ground
    }

    /// By the source's own claim, or by a verb of the name where there is no claim or the verb is stricter.
    package init(for tool: Tool) {
        let verb = NameVerb(in: tool.name)
        switch (tool.hint, verb) {
        case (let hint?, let verb?) where verb.effects <= hint: self.init(effects: hint, ground: .hint)
        case (_, let verb?): self.init(effects: verb.effects, ground: .verb(verb.word))
        case (let hint?, nil): self.init(effects: hint, ground: .hint)
        case (nil, nil): self.init(effects: .destructive, ground: .nothing)
        }
    }
}

/// The word of a tool's name that says what it does.
private struct NameVerb {
    let word: String
    let effects: Tool.Effects

    /// A word that can only mean a change counts wherever it stands (`list_delete`, `get_or_create`); of the others the
    /// first one, as many are nouns further on: `get_post` reads, `post_reply` does not.
    init?(in name: ToolName) {
        let words = name.words
        let verbs =
            words.filter(Self.destroying.contains) + words.filter(Self.changing.contains)
            + words.filter { Self.leading[$0] != nil }
        guard let word = verbs.first else { return nil }
        self.word = word
        effects =
            Self.destroying.contains(word)
            ? .destructive : Self.changing.contains(word) ? .write : Self.leading[word] ?? .destructive
    }

    private static let destroying: Set = [
        "delete", "remove", "drop", "destroy", "erase", "purge", "wipe", "truncate", "kill", "terminate", "uninstall",
        "revoke", "overwrite", "discard", "unlink", "rm", "del", "rmdir", "execute", "exec", "eval",
    ]
    private static let changing: Set = [
        "create", "add", "insert", "write", "send", "edit", "modify", "replace", "rename", "move", "save", "append",
        "store", "register", "publish", "submit", "put", "patch", "upsert", "enable", "disable", "assign", "apply",
        "install", "start", "stop", "close", "cancel", "approve", "reject", "invite", "mkdir", "clone", "sync",
    ]
    private static let leading: [String: Tool.Effects] = {
        var table: [String: Tool.Effects] = [:]
        for word in reading { table[word] = .read }
        for word in changingOrNoun { table[word] = .write }
        for word in destroyingOrNoun { table[word] = .destructive }
        return table
    }()
    private static let destroyingOrNoun = ["run", "reset", "format", "shell", "shutdown", "pay", "transfer", "trash"]
    private static let changingOrNoun = [
        "set", "update", "post", "commit", "comment", "merge", "push", "upload", "copy", "import", "tag", "fork",
        "reply", "message", "email", "order", "book", "schedule", "lock", "mark", "pin", "stage", "checkout", "make",
        "open", "branch", "star", "follow", "subscribe",
    ]
    private static let reading = [
        "get", "list", "search", "read", "find", "describe", "show", "fetch", "query", "lookup", "view", "check",
        "count", "compare", "diff", "status", "log", "info", "is", "has", "exists", "calculate", "compute", "convert",
        "translate", "parse", "validate", "summarize", "inspect", "browse", "download", "export", "explain", "stat",
        "head", "tail", "cat", "ls", "grep", "echo", "ping", "now", "detect", "analyze",
    ]
}

extension ToolName {
    /// Its words in lower case, told apart by signs and by capitals: `getUserByID` has four.
    fileprivate var words: [String] {
        var words: [String] = []
        var word = ""
        var wasLower = false
        for character in text {
            let ends = !character.isLetter || (character.isUppercase && wasLower)
            if ends, !word.isEmpty {
                words.append(word.lowercased())
                word = ""
            }
            if character.isLetter { word.append(character) }
            wasLower = character.isLowercase
        }
        return word.isEmpty ? words : words + [word.lowercased()]
    }
}
