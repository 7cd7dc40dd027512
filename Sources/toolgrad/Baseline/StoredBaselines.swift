import DatasetStore
import DisplaySafety
import Engine
import Evaluation
import Foundation

/// Looks at the baselines that a dataset has; nothing is asked and nothing written.
struct StoredBaselines {
    let path: String
    /// The first digits of the one that is wanted; nil for no choice.
    let wanted: String?
    let printsLines: Bool

    /// Prints a line for each sample, below a line for each baseline.
    func list() async throws {
        let dataset = try open()
        let distinctions = try await dataset.studies().filter { $0.kind == .baseline }.distinctions
        for study in try await studies(in: dataset) {
            let origin = BaselineLine.Origin(study: study.id, plan: study.plan)
            if printsLines {
                for try await sample in dataset.baselineSamples(of: study.id, by: origin.model) {
                    try Output.data.line(BaselineLine(sample: sample, origin: origin).json.compactText)
                }
                continue
            }
            var figures = BaselineFigures()
            var lines: [String] = []
            for try await sample in dataset.baselineSamples(of: study.id, by: origin.model) {
                figures.add(sample)
                lines.append(Self.line(for: sample))
            }
            let wanted = max(try await dataset.wantedSamples(of: study.id) ?? 0, figures.samples)
            let count = (figures.samples < wanted ? "\(figures.samples) of " : "") + wanted.samples
            let silent = figures.unanswered > 0 ? ["\(figures.unanswered) without an answer"] : []
            let facts = ["\(count), \(figures.answered) answered"] + silent + (distinctions[study.id] ?? [])
            try Output.data.line(SafeText("\(study.id)  \(study.name)  " + facts.joined(separator: ", ")).plain)
            for line in lines { try Output.data.line(line) }
        }
    }

    /// Prints one sample with its tree.
    func show(_ index: Int) async throws {
        let dataset = try open()
        let study = try await chosen(in: dataset)
        guard let json = try await dataset.item(index, of: study.id) else {
            throw CommandFailure(
                "The baseline \(study.id) has no sample \(index). List its samples with toolgrad baseline --list "
                    + "--dataset \(path).")
        }
        let origin = BaselineLine.Origin(study: study.id, plan: study.plan)
        let sample = try BaselineSample(stored: json, index: index, by: origin.model)
        let text = AnswerTreeText(sample: sample).text
        let line = BaselineLine(sample: sample, origin: origin).json.compactText + "\n"
        try Output.data.write(printsLines ? line : text)
    }

    private func open() throws -> Dataset {
        try Dataset.openedAfterCrash(at: try Surroundings.read().existingDataset(path), mode: .readOnly)
    }

    private func chosen(in dataset: Dataset) async throws -> StoredStudy {
        let found = try await studies(in: dataset)
        guard let newest = found.last(where: { $0.items > 0 }) ?? found.last else { throw none }
        guard wanted == nil || found.count == 1 else {
            throw CommandFailure("\(found.count) baselines begin with \(wanted ?? ""). Give more digits.")
        }
        return newest
    }

    private func studies(in dataset: Dataset) async throws -> [StoredStudy] {
        let all = try await dataset.studies().filter { $0.kind == .baseline }
        guard !all.isEmpty else { throw none }
        guard let wanted else { return all }
        let found = all.filter { $0.id.hash.hex.hasPrefix(wanted) }
        guard found.isEmpty else { return found }
        throw CommandFailure(
            "The dataset has no baseline \(SafeText(wanted).plain). It has: "
                + all.map(\.id.description).joined(separator: ", ") + ".")
    }

    private var none: CommandFailure {
        CommandFailure("The dataset has no baseline. Make one with toolgrad baseline --dataset \(path).")
    }

    private static func line(for sample: BaselineSample) -> String {
        let number = String(sample.index)
        let cells = [
            String(repeating: " ", count: max(0, 5 - number.count)) + number,
            sample.result.ending.title.padding(toLength: 16, withPad: " ", startingAt: 0),
            sample.result.queries.questions.padding(toLength: 13, withPad: " ", startingAt: 0),
            (sample.result.steps.count == 1 ? "1 step" : "\(sample.result.steps.count) steps").padding(
                toLength: 8, withPad: " ", startingAt: 0),
            (sample.spending.toolCalls == 1 ? "1 call" : "\(sample.spending.toolCalls) calls").padding(
                toLength: 9, withPad: " ", startingAt: 0),
            sample.instruction.query.split(whereSeparator: \.isNewline).joined(separator: " "),
        ]
        return SafeText(cells.joined(separator: "  ")).plain
    }
}

extension Int {
    /// A number of questions to a model, in words.
    var questions: String { self == 1 ? "1 question" : "\(self) questions" }
}
