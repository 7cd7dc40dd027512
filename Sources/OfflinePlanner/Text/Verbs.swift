/// The verbs with which descriptions of tools begin.
enum Verbs {
    /// Verbs after which the rest names what somebody wants to know.
    private static let asking: Set<String> = [
        "get", "fetch", "retrieve", "return", "list", "show", "obtain", "gather", "provide", "display", "give", "view",
        "receive", "pull", "access", "grab", "read", "collect", "output", "expose", "enumerate", "present", "load",
    ]
    /// Verbs of things that are done for somebody.
    private static let doing: Set<String> = [
        "search", "find", "check", "convert", "calculate", "generate", "create", "compute", "validate", "verify",
        "translate", "detect", "extract", "download", "look", "lookup", "query", "describe", "count", "add", "update",
        "delete", "remove", "execute", "run", "switch", "record", "send", "post", "analyze", "analyse", "parse",
        "write", "compare", "encode", "decode", "scrape", "transform", "estimate", "predict", "recommend", "determine",
        "identify", "unstage", "evaluate", "browse", "crawl", "capture", "shorten", "summarize", "summarise", "filter",
        "sort", "resolve", "render", "format", "make", "build", "measure", "monitor", "track", "test", "upload", "save",
        "set", "reset", "move", "copy", "rename", "edit", "encrypt", "decrypt", "suggest", "locate", "discover",
        "explore", "classify", "cancel", "register", "subscribe", "submit", "start", "stop", "scan", "match",
        "autocomplete", "complete", "solve", "request", "issue", "log", "append", "insert", "replace", "rate",
        "reverse", "compress", "merge", "split", "export", "import", "print", "determine", "inspect", "open", "close",
        "apply", "assign", "archive", "ping", "subtract", "multiply", "divide", "sum", "tell", "lemmatize", "play",
    ]

    enum Kind: Hashable {
        case asking, doing
    }

    /// The verb in its plain form, of a word that is one: `Shows` and `Showing` are `show`.
    static func verb(_ word: String) -> (verb: String, kind: Kind)? {
        let lower = word.lowercased()
        for form in [lower] + bases(of: lower) {
            if asking.contains(form) { return (form, .asking) }
            if doing.contains(form) { return (form, .doing) }
        }
        return nil
    }

    private static func bases(of word: String) -> [String] {
        if word.hasSuffix("ies") { return [word.dropLast(3) + "y"] }
        if word.hasSuffix("es") { return [String(word.dropLast()), String(word.dropLast(2))] }
        if word.hasSuffix("s") { return [String(word.dropLast())] }
        guard word.hasSuffix("ing") else { return [] }
        let stem = String(word.dropLast(3))
        return [stem, stem + "e", String(stem.dropLast())]
    }
}
