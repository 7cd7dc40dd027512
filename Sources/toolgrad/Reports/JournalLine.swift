import DatasetFormats
import DisplaySafety
import Engine
import Review

/// A decision as a line of the journal; what is not stored of it is left out.
struct JournalLine {
    let decision: Decision
    /// The label of its sample.
    let label: String
    /// The label of the sample that it is compared with; nil where nobody looked it up, or there is none.
    var compared: String?

    /// For machines: exact.
    var json: JSON {
        var line: JSON.Object = [
            "seq": .count(decision.sequence), "ts": .string(decision.time.iso), "reviewer": .string(decision.reviewer),
            "sample": .string(label), "action": .string(decision.action.title),
        ]
        for member in decision.action.members { line.set(member.key, member.value) }
        if let other = decision.action.compared {
            if let compared { line.set("other", .string(compared)) }
            line.set("otherID", other.json)
        }
        if let bulk = decision.bulk { line.set("bulk", .count(bulk)) }
        return .object(line)
    }

    /// For people: one line, safe for a terminal.
    var text: String {
        let words = [
            "\(decision.sequence)", decision.time.short, decision.reviewer, label, decision.action.words(compared),
        ]
        let bulk = decision.bulk.map { ["of bulk \($0)"] } ?? []
        return SafeText((words + bulk).joined(separator: "  ").replacing("\n", with: " ")).plain
    }
}

extension Decision.Action {
    /// What the action carries.
    fileprivate var members: [JSON.Object.Member] {
        switch self {
        case .accept, .skip, .returnToPending, .flag, .unflag, .prefer, .equal: []
        case .reject(let reasons, let note):
            [.init(key: "reasons", value: .array(reasons.map(\.json))), .init(key: "note", value: .string(note))]
        case .edit(let edit): [.init(key: "patch", value: edit.patch)]
        case .comment(let target, let text):
            [
                .init(key: "target", value: .string(target.description)),
                .init(key: "text", value: .string(text)),
            ]
        case .judge(let opinion, let pass): [.init(key: "pass", value: .count(pass))] + opinion.members
        case .adjudicate(let opinion): opinion.members
        case .undo(let sequence): [.init(key: "undoes", value: .count(sequence))]
        }
    }

    /// The action in a line for people, not yet safe to show; with the label of the sample that it compares with.
    func words(_ compared: String? = nil) -> String {
        switch self {
        case .accept, .skip, .returnToPending, .flag, .unflag: title
        case .prefer(let other): "prefer  over \(compared ?? other.words)"
        case .equal(let other): "equal  to \(compared ?? other.words)"
        case .reject(let reasons, let note):
            "reject  \(reasons.map(\.words).joined(separator: ", "))" + (note.isEmpty ? "" : "  \"\(note)\"")
        case .edit(let edit): "edit  \(edit.path)"
        case .comment(let target, let text): "comment  \(target)  " + (text.isBlank ? "taken back" : "\"\(text)\"")
        case .judge(let opinion, let pass): "judge  in pass \(pass)  \(opinion.decision.words())"
        case .adjudicate(let opinion): "adjudicate  \(opinion.decision.words())"
        case .undo(let sequence): "undo  \(sequence)"
        }
    }
}

extension Opinion {
    /// The verdict, and what a rejection carries.
    fileprivate var members: [JSON.Object.Member] {
        [.init(key: "verdict", value: .string(status.rawValue))] + decision.members
    }
}

extension AnchoredReason {
    /// The reason for machines.
    var json: JSON {
        var object: JSON.Object = ["code": .string(reason.rawValue), "target": .string(target.description)]
        if let other { object.set("other", .string(other)) }
        return .object(object)
    }

    /// The reason for people, not yet safe to show.
    var words: String { "\(reason.rawValue) at \(target)" + (other.map { " of \($0)" } ?? "") }
}

extension Edit {
    /// The edit and what it changes, as exports name it.
    fileprivate var patch: JSON {
        var object = json.object ?? [:]
        object.set("paths", .array(paths.map(JSON.string)))
        return .object(object)
    }
}

extension SampleID {
    /// The sample for machines, in whatever file it is.
    fileprivate var json: JSON {
        ["run": .string(run.hash.hex), "index": .count(index), "branch": .array(branch.map(JSON.count))]
    }

    /// The sample for people where a file has no label for it.
    fileprivate var words: String { "sample \(index)\(branch.map { ".b\($0)" }.joined()) of run \(run)" }
}
