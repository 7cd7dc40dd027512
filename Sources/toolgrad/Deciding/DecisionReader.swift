import Canvas
import DatasetStore
import DisplaySafety
import Review

/// Reads words from left to right and keeps what is wrong with them.
struct DecisionReader {
    let words: DecisionWords
    var problems: [String] = []

    init(_ words: DecisionWords) {
        self.words = words
    }

    mutating func request() -> DecisionRequest? {
        guard let verb = verb() else { return nil }
        let labels = labels(for: verb)
        for option in words.options where option.verb != verb {
            problems.append("\(option.name) is for \(option.verb.rawValue), not for \(verb.rawValue).")
        }
        return act(of: verb).map { DecisionRequest(labels: labels, act: $0) }
    }

    private mutating func verb() -> DecisionWords.Verb? {
        let word = words.words.last ?? ""
        if let verb = DecisionWords.Verb(rawValue: word) { return verb }
        let known = DecisionWords.Verb.allCases.map(\.rawValue)
        let meant = NearestName.of(word, in: known).map { " Do you mean \($0)?" } ?? ""
        problems.append("\"\(safe(word))\" is no action.\(meant) End with one of: \(known.joined(separator: ", ")).")
        return nil
    }

    private mutating func labels(for verb: DecisionWords.Verb) -> [SampleLabel] {
        let texts = words.words.dropLast()
        if verb.takesBack {
            guard !texts.isEmpty || words.usesList else { return [] }
            problems.append(
                "\(verb.rawValue) takes no samples: it is about what you decided last, whatever its sample.")
        } else if texts.isEmpty, !words.usesList {
            problems.append("Name the samples to \(verb.rawValue), or use --filter, --queue or --pending.")
        }
        return texts.compactMap { text in
            if let label = SampleLabel(text) { return label }
            problems.append("\"\(safe(text))\" is no sample. Samples are called s-00001 and so on.")
            return nil
        }
    }

    private mutating func act(of verb: DecisionWords.Verb) -> DecisionRequest.Act? {
        switch verb {
        case .accept: .decide([.accept])
        case .reject: .decide([.reject(reasons(), note: words.note ?? "")])
        case .skip: .decide([.skip])
        case .pending: .decide([.returnToPending])
        case .flag: .decide([.flag])
        case .unflag: .decide([.unflag])
        case .comment: comment()
        case .edit: .decide(edits())
        case .prefer: other("--over", words.over).map { .compare($0, .better) }
        case .equal: other("--to", words.to).map { .compare($0, .equal) }
        case .undo: .undo
        case .redo: .redo
        }
    }

    private mutating func comment() -> DecisionRequest.Act? {
        let target = target(words.target ?? "whole")
        if words.text == nil {
            problems.append("Say what the comment is with --text; an empty text takes yours back.")
        }
        return target.map { .decide([.comment($0, text: words.text ?? "")]) }
    }

    /// The sample that others are compared with.
    private mutating func other(_ option: String, _ text: String?) -> SampleLabel? {
        guard let text else {
            problems.append("Name the other sample with \(option).")
            return nil
        }
        if let label = SampleLabel(text) { return label }
        problems.append("\(option): \"\(safe(text))\" is no sample. Samples are called s-00001 and so on.")
        return nil
    }

    mutating func target(_ text: String) -> Target? {
        if let target = Target(text) { return target }
        problems.append(
            "\"\(safe(text))\" is no target. Use whole, query, response, \"chain c1\", \"step 2\", \"step 2.city\", "
                + "\"iteration 3\" or \"proposal 3.1\".")
        return nil
    }

    func safe(_ text: String) -> String { SafeText(text).plain }
}
