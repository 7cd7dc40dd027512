import Engine
import Foundation

extension JSON {
    /// Reads a row or a file that others wrote: strictly, within the limits, and no key twice.
    init(importing bytes: some Collection<UInt8>) throws(ImportObjection) {
        guard bytes.count <= ImportLimits.bytes else { throw .tooLong(bytes.count) }
        let text = Array(bytes)
        do throws(ParseError) { self = try JSON(parsing: text) } catch {
            throw ImportObjection(error, in: text)
        }
        if let key = repeatedKey {
            throw ImportObjection(
                "The key \(key.quoted()) stands twice in one object.", advice: "Keep one of them.")
        }
    }

    /// Reads JSON that a row has inside a text.
    ///
    /// `what` begins the sentence of an objection: `The arguments of call 2`.
    init(nested text: String, _ what: String) throws(ImportObjection) {
        do throws(ParseError) { self = try JSON(parsing: text) } catch {
            throw ImportObjection(
                "\(what) are a text that is no JSON: column \(error.column): \(error.reason.sentence)",
                advice: "Write them as JSON.")
        }
        if let key = repeatedKey {
            throw ImportObjection("\(what) have the key \(key.quoted()) twice.", advice: "Keep one of them.")
        }
    }
}

extension ImportObjection {
    fileprivate init(_ error: JSON.ParseError, in text: [UInt8]) {
        if let word = Self.pythonWords.first(where: { text.dropFirst(error.offset).starts(with: $0.utf8) }) {
            self.init(
                "Column \(error.column) has \(word), which Python writes and JSON does not know.",
                advice: "Write null, or leave the value out.", line: error.line)
        } else if text.first == UInt8(ascii: "{"), text.dropFirst().first(where: { $0 > 0x20 }) == UInt8(ascii: "'") {
            self.init(
                "It is written as Python writes a dictionary, not as JSON.",
                advice: "Write it with json.dumps.", line: error.line)
        } else {
            self.init(
                "It is no JSON: column \(error.column): \(error.reason.sentence)",
                advice: "Mend it there, or leave it out.", line: error.line)
        }
    }

    /// A row, or a file, above the limit.
    static func tooLong(_ bytes: Int) -> ImportObjection {
        ImportObjection(
            "It has \(bytes) bytes; at most \(ImportLimits.bytes) are read.", advice: "Split it, or leave it out.")
    }

    private static let pythonWords = ["NaN", "Infinity", "None", "True", "False"]
}
