import Engine

/// A file of predictions, one JSON object a line.
///
/// A line is `{"id", "calls": [{"name", "arguments", "error"}], "response"}`: `arguments` are an object or JSON text,
/// `error` is empty or null for a call that worked and absent for one that nobody made. `"offered": false` in a call
/// says that nothing was offered under its name, though a tool may be called so. `tool_calls` stands for `calls`, also as
/// OpenAI writes them, with `function` around name and arguments. Instead of both, `messages` may hold the whole
/// conversation: the assistant's `tool_calls`, the results of role `tool`, and the words of the last answer.
package struct PredictionsFile: Hashable, Sendable {
    /// A prediction and where it stands.
    package struct Row: Hashable, Sendable {
        /// 1 for the first line of the file.
        package let line: Int
        package let prediction: Prediction
    }

    /// What some editors write before everything else.
    private static let mark = Array("\u{FEFF}".utf8)

    /// In the order of the file; one for each id.
    package private(set) var rows: [Row] = []
    /// One for each line that is no prediction, or repeats an id.
    package private(set) var problems: [PredictionProblem] = []
    /// Lines of white space.
    package private(set) var emptyLines = 0

    /// Reads a whole file that is in memory; lines end with a line feed, and a carriage return before it is white space.
    ///
    /// A mark before the first line that says that the file is UTF-8 is skipped.
    package init(_ bytes: some Collection<UInt8>) {
        var lines: [String: Int] = [:]
        let text = bytes.starts(with: Self.mark) ? bytes.dropFirst(Self.mark.count) : bytes.dropFirst(0)
        let all = Array(text).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        // What follows the last line feed is a line only where there is something.
        let whole = all.last?.isEmpty == true ? all.dropLast() : all[...]
        for (index, line) in whole.enumerated() {
            let number = index + 1
            guard !line.allSatisfy(\.isSpace) else {
                emptyLines += 1
                continue
            }
            do throws(PredictionProblem.Objection) {
                let prediction = try PredictionRow.read(line)
                if let first = lines[prediction.id] {
                    throw .init(
                        "The id \(prediction.id.quoted) stands in line \(first) already; that one counts.",
                        advice: "Keep one of them.")
                }
                lines[prediction.id] = number
                rows.append(Row(line: number, prediction: prediction))
            } catch { problems.append(PredictionProblem(line: number, id: PredictionRow.id(of: line), error)) }
        }
    }
}

/// Why a line is no prediction that counts: where it stands, what is wrong, and what to do.
///
/// Words of the file are quoted cut, but otherwise as they are; they need sanitising before they are shown.
package struct PredictionProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// 1 for the first line.
    package let line: Int
    /// The item that it seems to be for; nil where that cannot be told.
    package let id: Truth.ID?
    /// A whole sentence.
    package let wrong: String
    /// A whole sentence.
    package let advice: String

    package var description: String { "Line \(line): \(wrong) \(advice)" }

    /// What is wrong, said by code that does not know the line.
    struct Objection: Error, Hashable {
        let wrong: String
        let advice: String

        init(_ wrong: String, advice: String) {
            self.wrong = wrong
            self.advice = advice
        }
    }

    init(line: Int, id: Truth.ID?, _ objection: Objection) {
        self.line = line
        self.id = id
        wrong = objection.wrong
        advice = objection.advice
    }
}

extension PredictionsFile {
    /// The predictions beside the items that they are for.
    package struct Matched: Hashable, Sendable {
        /// By the items' ids.
        package let predictions: [Truth.ID: Prediction]
        /// Of no item, in the order of the file.
        package let unknown: [Row]
        /// Items without a prediction for which a line is there that cannot be read: the first of those lines.
        package let unreadable: [Truth.ID: PredictionProblem]
        /// Items for which nothing was given, in their order; they count as wrong.
        package let missing: [Truth.ID]
    }

    /// Which prediction is for which item.
    package func matched(to truths: [Truth]) -> Matched {
        let ids = Set(truths.map(\.id))
        let known = rows.filter { ids.contains($0.prediction.id) }
        let predictions = Dictionary(known.map { ($0.prediction.id, $0.prediction) }) { first, _ in first }
        let broken = problems.compactMap { problem in problem.id.map { ($0, problem) } }
            .filter { ids.contains($0.0) && predictions[$0.0] == nil }
        let unreadable = Dictionary(broken) { first, _ in first }
        return Matched(
            predictions: predictions, unknown: rows.filter { !ids.contains($0.prediction.id) }, unreadable: unreadable,
            missing: truths.map(\.id).filter { predictions[$0] == nil && unreadable[$0] == nil })
    }
}

extension Prediction {
    /// As a line of a file has it; ``PredictionsFile`` reads the same prediction out of it.
    package var line: String {
        var json: JSON.Object = [
            "id": .string(id), "calls": .array(calls.map(\.json)), "response": .string(response),
        ]
        if let problem { json.set("problem", .string(problem)) }
        return JSON.object(json).compactText
    }
}

extension Prediction.Call {
    /// The arguments stay the text that the model wrote, since it may be no JSON.
    fileprivate var json: JSON {
        var json: JSON.Object = ["name": .string(name), "arguments": .string(arguments)]
        switch outcome {
        case .worked: json.set("error", "")
        // An empty error says that the call worked.
        case .failed(let reason): json.set("error", .string(reason.isEmpty ? "failed" : reason))
        case .notOffered(let reason):
            json.set("error", .string(reason))
            json.set("offered", .bool(false))
        case nil: break
        }
        return .object(json)
    }
}

extension UInt8 {
    /// White space as JSON knows it.
    fileprivate var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0D }
}

extension String {
    /// In quotation marks, cut.
    var quoted: String { JSON.string(head(60)).compactText }
}
