import DatasetStore
import Engine
import Review

/// Which samples are exported: a part of the dataset, and of it those that were asked for.
struct ExportScope {
    enum Part: Hashable {
        case accepted, finished, rejected
    }

    let part: Part
    /// Every sample where nothing was asked.
    var asked = Filter.everything
    /// How it was asked, as a card has it; empty where nothing was.
    var words = ""

    var filter: Filter { asked.and(part.filter) }
}

extension ExportScope.Part {
    fileprivate var filter: Filter {
        switch self {
        case .accepted: .accepted
        case .finished: Filter(growth: .finished)
        case .rejected: Filter(statuses: [.rejected])
        }
    }

    fileprivate var word: String {
        switch self {
        case .accepted: "accepted"
        case .finished: "finished"
        case .rejected: "rejected"
        }
    }

    /// What to do where there is none of it.
    fileprivate var remedy: String {
        switch self {
        case .accepted: "Accept some first, or use --include all."
        case .finished: "Let one grow to its end first."
        case .rejected: "Annotations are what was said of rejected samples; reject some first."
        }
    }
}

extension Dataset {
    /// Why a scope holds no sample, and what to do about it; `verb` says what was to be done with them.
    func nothing(in scope: ExportScope, to verb: String = "export") async throws -> CommandFailure {
        let inPart = try await sampleCount(scope.part.filter)
        let asked = try await sampleCount(scope.asked)
        let (word, words) = (scope.part.word, ToolText.line(scope.words))
        guard inPart > 0 else {
            let others = words.isEmpty ? "" : "; \(asked.matching) \(words)"
            return CommandFailure("Nothing to \(verb): no sample is \(word)\(others). \(scope.part.remedy)")
        }
        guard asked > 0 else {
            return CommandFailure(
                "Nothing to \(verb): no sample matches \(words); \(inPart.being) \(word). Choose another filter; "
                    + "toolgrad show --filter shows what one lets through.")
        }
        let wider = scope.part == .accepted ? ", or use --include all" : ""
        return CommandFailure(
            "Nothing to \(verb): \(inPart.being) \(word) and \(asked.matching) \(words), and none does both. Choose "
                + "another filter\(wider).")
    }
}

extension Int {
    fileprivate var being: String { self == 1 ? "1 sample is" : "\(self) samples are" }
    fileprivate var matching: String { self == 1 ? "1 sample matches" : "\(self) samples match" }
}
