import Engine
import Foundation

/// What a real model answered, each answer under the hash of what was asked.
///
/// A text of one JSON object a line: what was recorded and when, then the answers in the order of their hashes. No key
/// and no header is part of it.
struct ModelTape: Hashable, Sendable {
    /// Where the answers come from.
    struct Source: Hashable, Sendable {
        let model: String
        /// The SHA-256 of the model's file.
        let file: String
        let server: String
        /// The day, as in 2026-11-23.
        let recorded: String
    }

    /// A line that cannot be read.
    struct Unreadable: Error, Hashable, CustomStringConvertible {
        let line: Int

        var description: String { "Line \(line) of the tape cannot be read; record it again." }
    }

    let source: Source
    private var answers: [String: Data] = [:]

    init(of source: Source) { self.source = source }

    /// Reads what ``text`` writes.
    init(parsing text: String) throws(Unreadable) {
        let lines = text.split(separator: "\n").map { try? JSON(parsing: String($0)) }
        guard let source = lines.first.flatMap({ $0 }).flatMap(Source.init) else { throw Unreadable(line: 1) }
        self.source = source
        for (number, line) in lines.enumerated().dropFirst() {
            guard let asked = line?["asked"]?.string, let reply = line?["reply"]?.string, answers[asked] == nil else {
                throw Unreadable(line: number + 1)
            }
            answers[asked] = Data(reply.utf8)
        }
    }

    /// The tape as a file holds it.
    var text: String {
        let lines = answers.sorted { $0.key < $1.key }.map { asked, reply -> JSON in
            ["asked": .string(asked), "reply": .string(String(decoding: reply, as: UTF8.self))]
        }
        return ([source.json] + lines).map { $0.compactText + "\n" }.joined()
    }

    var count: Int { answers.count }

    /// What was answered to a request; nil where nobody asked it.
    func answer(to request: Data) -> Data? { answers[ContentHash(of: request).hex] }

    /// Keeps an answer; the first one to a request stays.
    mutating func keep(_ answer: Data, to request: Data) {
        let asked = ContentHash(of: request).hex
        if answers[asked] == nil { answers[asked] = answer }
    }
}

extension ModelTape.Source {
    fileprivate init?(_ json: JSON) {
        guard let model = json["model"]?.string, let file = json["file"]?.string, let server = json["server"]?.string,
            let recorded = json["recorded"]?.string
        else { return nil }
        self.init(model: model, file: file, server: server, recorded: recorded)
    }

    fileprivate var json: JSON {
        [
            "model": .string(model), "file": .string(file), "server": .string(server), "recorded": .string(recorded),
        ]
    }
}
