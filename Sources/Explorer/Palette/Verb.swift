import Review

/// A command that no key gives: most want to know something more.
enum Verb: String, Hashable, Sendable, CaseIterable {
    case queue
    case saveQueue = "queue save"
    case openQueue = "queue open"
    case removeQueue = "queue remove"
    case clearFilter = "clear-filter"
    case sort
    case theme
    case go
    case reject
    case requeue
    case export
    case since

    /// What is typed, with what has to be filled in in capitals.
    var usage: String {
        switch self {
        case .queue: "queue FILTER"
        case .saveQueue, .openQueue, .removeQueue: rawValue + " NAME"
        case .clearFilter, .requeue: rawValue
        case .sort: "sort ORDER"
        case .theme: "theme NAME"
        case .go: "go SAMPLE"
        case .reject: "reject REASONS NOTE"
        case .export: "export FORMAT"
        case .since: "since DAY"
        }
    }

    var help: String {
        switch self {
        case .queue: "show the samples that a filter shows"
        case .saveQueue: "keep the filter and the order under a name"
        case .openQueue: "use a filter that was kept"
        case .removeQueue: "forget a filter that was kept"
        case .clearFilter: "show every sample"
        case .sort: "order the queue; - before it turns it around"
        case .theme: "change the theme; shown while you move"
        case .go: "go to a sample, such as s-00417 or 417"
        case .reject: "reject what is marked, else this, as in 3,8 why"
        case .requeue: "put what is marked back to pending"
        case .export: "write the accepted samples"
        case .since: "statistics of what was decided since then"
        }
    }

    /// Whether it is complete as it is.
    var needsNothing: Bool { usage == rawValue }

    /// The action with the same obstacles.
    var action: Action? {
        switch self {
        case .reject: .rejectMarked
        case .requeue: .returnToPending
        case .export: .export
        case .since: .screen(.stats)
        case .queue, .saveQueue, .openQueue, .removeQueue, .clearFilter, .sort, .theme, .go: nil
        }
    }

    /// The verb that a text begins with, the longest one, and what follows it.
    static func leading(_ text: String) -> (verb: Verb, rest: String)? {
        let verbs = allCases.filter { text == $0.rawValue || text.hasPrefix($0.rawValue + " ") }
        return verbs.max { $0.rawValue.count < $1.rawValue.count }.map { verb in
            (verb, text.dropFirst(verb.rawValue.count).trimmed)
        }
    }
}

extension Verb {
    /// What can be filled in, with what it means.
    func arguments(_ choices: Palette.Choices) -> [(text: String, help: String)] {
        switch self {
        case .openQueue, .removeQueue: choices.queues.map { ($0, "") }
        case .theme: choices.themes.map { ($0, $0 == choices.theme ? "in use" : "") }
        case .export: choices.formats.map { ($0, "") }
        case .sort: Self.orders
        case .reject: Reason.allCases.map { (String($0.key), $0.label) }
        case .since: StatisticsInterval.named.map { ($0.name, $0.title(offset: .zero)) }
        case .queue, .saveQueue, .clearFilter, .go, .requeue: []
        }
    }

    private static let orders = [
        ("id", "in the order of the labels"), ("lint", "most findings first"),
        ("uncertainty", "least certain checks first"), ("novelty", "rarest tools first"),
        ("length", "longest workflows first"), ("cost", "dearest first"), ("random", "by a seed"),
    ]

    /// The command with what follows the verb.
    func command(_ rest: String, _ choices: Palette.Choices) throws(CommandProblem) -> Command {
        switch self {
        case .queue: .queue(rest)
        case .saveQueue: .saveQueue(rest)
        case .openQueue: .openQueue(try known(rest, "queue", choices.queues))
        case .removeQueue: .removeQueue(try known(rest, "queue", choices.queues))
        case .theme: .theme(try known(rest, "theme", choices.themes))
        case .export: .export(try known(rest, "format", choices.formats))
        case .sort: .sort(rest)
        case .go: .go(rest)
        case .since: .since(rest)
        case .reject: try rejection(rest)
        case .clearFilter: try alone(.clearFilter, rest)
        case .requeue: try alone(.requeue, rest)
        }
    }

    private func known(_ name: String, _ kind: String, _ names: [String]) throws(CommandProblem) -> String {
        guard names.contains(name) else { throw CommandProblem(kind, called: name, among: names) }
        return name
    }

    private func alone(_ command: Command, _ rest: String) throws(CommandProblem) -> Command {
        guard rest.isEmpty else { throw CommandProblem("\(rawValue) takes nothing after it.") }
        return command
    }

    /// Reasons with commas between them, by key or by code, the primary one first; the rest is the note.
    private func rejection(_ rest: String) throws(CommandProblem) -> Command {
        let codes = rest.prefix { $0 != " " }
        let note = rest.dropFirst(codes.count).trimmed
        var reasons: [Reason] = []
        for code in codes.split(separator: ",").map(String.init) {
            guard let reason = Reason(code) else {
                throw CommandProblem("reason", called: code, among: Reason.allCases.map(\.rawValue))
            }
            if reason.needsNote, note.isEmpty { throw CommandProblem("\(reason.rawValue) needs a note after it.") }
            if !reasons.contains(reason) { reasons.append(reason) }
        }
        guard !reasons.isEmpty else { throw CommandProblem("reject needs more: \(usage).") }
        return .reject(reasons, note: note)
    }
}
