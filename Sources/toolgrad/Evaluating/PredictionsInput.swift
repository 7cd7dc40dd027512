import DatasetStore
import Engine
import Evaluation
import Foundation

/// Predictions out of a file, beside the items that they are for.
struct PredictionsInput: Sendable {
    /// Of the file's bytes.
    let contentHash: ContentHash
    /// What the file is called, without its ending.
    let name: String
    let predictions: [Truth.ID: Prediction]
    /// Lines that count for nothing, and items without a prediction; a line each.
    let notes: [String]

    private static let mostNamed = 20

    /// Reads a file; `others` says of samples that are no items why they are none, to be read after the id.
    ///
    /// - Throws: ``CommandFailure`` when the file cannot be read, or has no prediction for any item.
    init(_ path: String, for items: EvaluationItems, others: [Truth.ID: String] = [:]) throws {
        guard PredictionsPlace(path) != .folder else {
            throw CommandFailure("\(ToolText.line(path)) is a folder. Name a file of predictions.")
        }
        guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
            throw CommandFailure("The predictions \(ToolText.line(path)) cannot be read. Check the path.")
        }
        let file = PredictionsFile(bytes)
        let example = items.tasks.first?.truth.id ?? "s-00001"
        guard !file.saysNothing else { throw Self.nothing(in: path, example: example) }
        let matched = file.matched(to: items.tasks.map(\.truth))
        contentHash = ContentHash(of: bytes)
        name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
        predictions = matched.predictions.merging(matched.unreadable.map { ($0, $1.prediction(of: $0)) }) { own, _ in
            own
        }
        notes = Self.notes(file, matched, others)
        guard !matched.predictions.isEmpty else {
            let found = file.rows.first.map { ", such as \(Self.shown($0.prediction.id))" } ?? ""
            // What every item lacks is said in one sentence; the lines' own problems follow it.
            throw CommandFailure(
                ([
                    ToolText.line(
                        "No line of \(path) is a prediction for an item: it has \(file.rows.count) ids\(found), and the "
                            + "items are called \(example) and so on. Give each line the id of its item.")
                ] + Self.first(Self.useless(file, matched, others), "lines count for nothing")).joined(separator: "\n"))
        }
    }

    private static func nothing(in path: String, example: String) -> CommandFailure {
        CommandFailure(
            ToolText.line(
                "The predictions \(path) are empty. Write one JSON object a line, one for each item, as in "
                    + #"{"id": "\#(example)", "calls": [{"name": "TOOL", "arguments": {}}], "response": "TEXT"}."#))
    }

    /// An id as labels are written stands for itself; in any other, white space could not be seen.
    private static func shown(_ id: Truth.ID) -> String {
        SampleLabel(id)?.description == id ? id : JSON.string(String(id.prefix(60))).compactText
    }

    private static func useless(
        _ file: PredictionsFile, _ matched: PredictionsFile.Matched, _ others: [Truth.ID: String]
    ) -> [String] {
        let unknown = matched.unknown.map { row in
            let id = row.prediction.id
            let problem = others[id].map { "\(id) \($0)" } ?? "there is no item \(shown(id))"
            return (row.line, "Line \(row.line): \(problem).")
        }
        return (file.problems.map { ($0.line, $0.description) } + unknown).sorted { $0.0 < $1.0 }.map(\.1)
    }

    private static func notes(
        _ file: PredictionsFile, _ matched: PredictionsFile.Matched, _ others: [Truth.ID: String]
    ) -> [String] {
        let useless = useless(file, matched, others)
        let unreadable = matched.unreadable.sorted { $0.value.line < $1.value.line }.map { id, problem in
            "\(id) is given on line \(problem.line), which is unreadable, and counts as wrong."
        }
        return first(useless, "lines count for nothing") + warning(useless.count, of: file)
            + first(unreadable, "items are given on unreadable lines")
            + first(matched.missing.map { "\($0) has no prediction, and counts as wrong." }, "items have no prediction")
    }

    private static func warning(_ useless: Int, of file: PredictionsFile) -> [String] {
        let lines = file.rows.count + file.problems.count
        guard useless * 2 > lines else { return [] }
        // Notes number the empty lines too.
        let counted = file.emptyLines == 0 ? "lines" : "lines that are not empty"
        return ["Warning: \(useless) of the file's \(lines) \(counted) count for nothing."]
    }

    /// The first few of many, and how many there are.
    private static func first(_ lines: [String], _ words: String) -> [String] {
        let shown = lines.prefix(mostNamed).map(ToolText.line)
        return lines.count > mostNamed ? shown + ["… \(lines.count) \(words) in all."] : shown
    }
}

extension PredictionsInput {
    /// Whether there is a file at a path.
    static func isFile(_ path: String) -> Bool { PredictionsPlace(path) != .nothing }

    /// Each item with the score of what the file predicts for it.
    func scored(_ items: EvaluationItems) -> [EvaluatedItem] {
        items.tasks.map { task in
            let prediction = predictions[task.truth.id]
            return EvaluatedItem(
                truth: task.truth, prediction: prediction,
                score: ItemScore(prediction, against: task.truth, tools: task.byName))
        }
    }
}

extension PredictionsFile {
    /// Whether it has no line but empty ones.
    fileprivate var saysNothing: Bool { rows.isEmpty && problems.isEmpty }
}

extension PredictionProblem {
    /// What stands for a prediction that was given and cannot be read.
    fileprivate func prediction(of id: Truth.ID) -> Prediction {
        Prediction(id: id, calls: [], response: "", problem: "given on line \(line) and unreadable: \(wrong)")
    }
}

/// What there is at a path.
private enum PredictionsPlace {
    case nothing, file, folder

    init(_ path: String) {
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        self = isThere ? (isFolder.boolValue ? .folder : .file) : .nothing
    }
}

/// Predictions as a file that other programs, and a later evaluation, can read.
struct PredictionsOutput {
    let path: String

    /// Finds out what would keep the file from being written, before anything is spent on it.
    ///
    /// - Throws: ``CommandFailure``.
    func check() throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let problem: String? =
            switch (PredictionsPlace(path), PredictionsPlace(folder)) {
            case (.folder, _): "it is a folder. Name a file in it."
            case (.file, _):
                FileManager.default.isWritableFile(atPath: path) ? nil : "it may not be written. Name another file."
            case (.nothing, .folder):
                FileManager.default.isWritableFile(atPath: folder)
                    ? nil : "nothing may be written in \(folder). Name another folder."
            case (.nothing, .file): "\(folder) is no folder. Name a file in one."
            case (.nothing, .nothing): "there is no folder \(folder). Make it, or name another one."
            }
        guard let problem else { return }
        throw CommandFailure(ToolText.line("The predictions cannot be written to \(path): \(problem)"))
    }

    /// Writes the file whole or not at all.
    ///
    /// - Throws: ``CommandFailure``.
    func write(_ items: [EvaluatedItem]) throws {
        let lines = items.compactMap(\.prediction?.line).map { $0 + "\n" }
        do { try Data(lines.joined().utf8).write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
            throw CommandFailure(
                ToolText.line(
                    "The predictions cannot be written to \(path). Free some space, or choose another place; the same "
                        + "command writes them without asking anything again."))
        }
        try Output.notes.line("\(lines.count) predictions written to \(ToolText.line(path)).")
    }
}
