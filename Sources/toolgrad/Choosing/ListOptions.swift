import ArgumentParser
import DatasetStore
import DisplaySafety
import Explorer
import Review

/// Which samples a command is about: those of a filter, of a saved queue, or of both.
struct ListOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The samples that a filter lets through, such as 'status:pending lint:3'.", valueName: "filter"))
    var filter: String?

    @Option(help: ArgumentHelp("The samples of a queue that was saved in the explorer.", valueName: "name"))
    var queue: String?

    /// Whether samples are chosen by what they are like.
    var isUsed: Bool { filter != nil || queue != nil }

    /// What is wrong with the filter; nothing of the queue is known without a dataset.
    var problems: [String] {
        do throws(FilterProblem) { _ = try parsed() } catch {
            return ["--filter: " + error.underlined(in: filter ?? "")]
        }
        return []
    }

    /// The samples and their order.
    ///
    /// - Throws: ``CommandFailure`` when the dataset has no such queue.
    func view(in dataset: Dataset) async throws -> QueueView {
        let own = QueueView(filter: try parsed())
        guard let queue else { return own }
        let saved = try await dataset.savedQueue(named: queue)
        return QueueView(filter: saved.filter.and(own.filter), sort: saved.sort)
    }

    private func parsed() throws(FilterProblem) -> Filter {
        try filter.map { text throws(FilterProblem) in try Filter(parsing: text) } ?? .everything
    }
}

extension Dataset {
    /// What a saved queue shows.
    ///
    /// - Throws: ``CommandFailure`` when there is none of that name.
    func savedQueue(named name: String) async throws -> QueueView {
        guard let artefact = try await artefact(kind: ArtefactKind.queue, name: name) else {
            let known = try await artefacts(kind: ArtefactKind.queue).map(\.name)
            let choice = known.isEmpty ? "none was saved" : "there are \(known.joined(separator: ", "))"
            throw CommandFailure(SafeText("There is no queue \"\(name)\"; \(choice).").plain)
        }
        guard let view = artefact.json.decoded(as: QueueView.self) else {
            throw CommandFailure(
                "The queue \"\(SafeText(name).plain)\" was saved by a newer toolgrad. Update toolgrad.")
        }
        return view
    }
}

extension FilterProblem {
    /// The reason, and what was typed with the characters at fault marked below it.
    func underlined(in typed: String) -> String {
        let line = typed.replacing("\n", with: " ")
        let start = line.index(line.startIndex, offsetBy: range.lowerBound, limitedBy: line.endIndex) ?? line.endIndex
        let end = line.index(line.startIndex, offsetBy: range.upperBound, limitedBy: line.endIndex) ?? line.endIndex
        let indent = String(repeating: " ", count: SafeText(String(line[..<start])).width)
        let marks = String(repeating: "^", count: max(1, SafeText(String(line[start..<end])).width))
        return "\(SafeText(text).plain)\n  \(SafeText(line).plain)\n  \(indent)\(marks)"
    }
}
