import Engine
import Foundation

/// What a sample's response and its later calls say, to tell which parts of an output they use.
///
/// It errs on the side of keeping: a value counts as used wherever the response could have taken it from there.
struct ResponseUse {
    /// The words with a blank before and after each.
    private let text: String
    private let words: Set<String>
    /// Words that neither the query nor an argument has.
    private let telling: Set<String>
    private let numbers: [(value: Double, tolerance: Double)]
    /// Texts that calls are made with.
    private let arguments: [String]

    init(of sample: ExportableSample) {
        let said = sample.response.folded.words
        text = " " + said.joined(separator: " ") + " "
        words = Set(said)
        let leaves = sample.workflow.steps.flatMap(\.call.arguments.leaves).map(\.value)
        arguments = leaves.compactMap(\.string).filter { $0.count > 2 }
        let known = sample.query.folded.words + arguments.flatMap(\.folded.words)
        telling = words.subtracting(known).filter { $0.count > 3 || $0.contains(where: \.isNumber) }
        numbers = Self.numbers(in: sample.response)
    }

    /// The places of the scalars that the response uses; long texts are looked at piece by piece instead.
    ///
    /// Of a value that stands there often, only those beside another used value count, and the first one if there are none.
    func paths(in output: JSON) -> Set<JSONPath> {
        var places: [JSON: [JSONPath]] = [:]
        for leaf in output.leaves where uses(leaf.value, at: leaf.path) {
            places[leaf.value, default: []].append(leaf.path)
        }
        var paths = Set(places.values.filter { $0.count <= Self.few }.joined())
        let owners = Set(paths.map(\.owner))
        for many in places.values where many.count > Self.few {
            let beside = many.filter { owners.contains($0.owner) }
            paths.formUnion(beside.isEmpty ? Array(many.prefix(1)) : beside)
        }
        return paths
    }

    private static let few = 3

    /// Whether a sentence or a line of a text may be where something comes from.
    func uses(_ piece: Substring) -> Bool {
        let text = String(piece)
        return !telling.isDisjoint(with: text.folded.words) || arguments.contains { text.contains($0) }
            || Self.numbers(in: text).contains { says($0.value) }
    }

    /// Whether the response says a number in figures or, up to twelve, in words.
    func says(count: Int) -> Bool {
        words.contains(String(count)) || Self.counts.indices.contains(count) && words.contains(Self.counts[count])
    }

    private static let counts = [
        "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]
}

extension ResponseUse {
    private func uses(_ value: JSON, at path: JSONPath) -> Bool {
        switch value {
        case .number(let number): says(abs(number.double))
        case .bool: path.ownName.words.contains { $0.count > 3 && words.contains($0) }
        case .string(let said): said.count <= CuttableText.shortest && uses(said)
        case .null, .array, .object: false
        }
    }

    /// A short text is said as a whole, or by one of its numbers; a date also by its day and month.
    private func uses(_ said: String) -> Bool {
        let parts = said.folded.words
        if !parts.isEmpty, text.contains(" \(parts.joined(separator: " ")) ") { return true }
        if let day = CalendarDay(iso: String(said.prefix(10))) {
            let words = day.inWordsWithoutYear.folded.words
            if words.allSatisfy(self.words.contains) { return true }
        }
        let numbers = parts.filter { $0.count > 1 && $0.allSatisfy(\.isNumber) }
        if numbers.contains(where: telling.contains) { return true }
        return parts.count > Self.fewWords && !telling.isDisjoint(with: parts)
    }

    private static let fewWords = 3

    private func says(_ value: Double) -> Bool {
        numbers.contains { abs($0.value - value) <= $0.tolerance || abs($0.value - value * 100) <= $0.tolerance }
    }

    /// With `,` between thousands or before decimals; a rounded number stands for all that it may be rounded from.
    private static func numbers(in text: String) -> [(value: Double, tolerance: Double)] {
        text.split { !$0.isNumber && $0 != "." && $0 != "," }.compactMap { chunk in
            let bare = chunk.trimmingCharacters(in: [".", ","])
            let groups = bare.split(separator: ",", omittingEmptySubsequences: false)
            let isGrouped = groups.count > 1 && groups.dropFirst().allSatisfy { $0.prefix { $0 != "." }.count == 3 }
            let plain = bare.replacingOccurrences(of: ",", with: isGrouped ? "" : ".")
            guard let value = Double(plain) else { return nil }
            let decimals = plain.split(separator: ".").dropFirst().first?.count ?? 0
            let zeros = decimals > 0 || value < 1_000 ? 0 : plain.reversed().prefix { $0 == "0" }.count
            let isExact = decimals == 0 && value < 10
            return (value, isExact ? 0 : pow(10, Double(zeros - decimals)) / 2 + 1e-9)
        }
    }
}

extension JSONPath {
    /// Where the value that holds it is.
    fileprivate var owner: JSONPath { JSONPath(Array(components.dropLast())) }

    /// The innermost key; empty where there is none.
    fileprivate var ownName: String {
        for component in components.reversed() {
            guard case .key(let key) = component else { continue }
            return key
        }
        return ""
    }
}

extension String {
    /// Without accents; its words are compared without case.
    fileprivate var folded: String { folding(options: .diacriticInsensitive, locale: nil) }
}
