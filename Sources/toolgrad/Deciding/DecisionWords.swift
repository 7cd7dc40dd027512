/// What was typed after `toolgrad decide`, word by word; ``DecisionRequest`` is what it means.
struct DecisionWords: Hashable, Sendable {
    /// The labels, then the verb.
    var words: [String] = []
    var reasons: [String] = []
    var note: String?
    /// The label of the sample that a duplicate repeats.
    var duplicateOf: String?
    /// What a comment is about.
    var target: String?
    /// What a comment says.
    var text: String?
    var query: String?
    var response: String?
    /// Edits of arguments, as `step 2.city="Oslo"`.
    var arguments: [String] = []
    /// The label of the sample that one is preferred to.
    var over: String?
    /// The label of the sample that one is equal to.
    var to: String?
    /// Whether samples are chosen by a filter too.
    var usesList = false
}

extension DecisionWords {
    /// What can be done to samples.
    enum Verb: String, Hashable, Sendable, CaseIterable {
        case accept, reject, skip, pending, flag, unflag, comment, edit, prefer, equal, undo, redo

        /// Whether it is about what was decided last, whatever the sample.
        var takesBack: Bool { self == .undo || self == .redo }
    }

    /// The options that were given, and what they are for.
    var options: [(name: String, verb: Verb)] {
        let given: [(name: String, verb: Verb, isGiven: Bool)] = [
            ("--reason", .reject, !reasons.isEmpty), ("--note", .reject, note != nil),
            ("--duplicate-of", .reject, duplicateOf != nil), ("--on", .comment, target != nil),
            ("--text", .comment, text != nil), ("--query", .edit, query != nil),
            ("--response", .edit, response != nil), ("--set", .edit, !arguments.isEmpty),
            ("--over", .prefer, over != nil), ("--to", .equal, to != nil),
        ]
        return given.filter(\.isGiven).map { (name: $0.name, verb: $0.verb) }
    }
}
