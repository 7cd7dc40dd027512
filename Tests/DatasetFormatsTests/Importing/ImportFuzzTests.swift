import DatasetFormats
import Engine
import Foundation
import Testing

@Suite("Rows that were damaged by chance")
struct ImportFuzzTests {
    @Test(
        "are samples or problems, and never anything else",
        arguments: [
            ("others.jsonl", ImportFormat.openai), ("others.jsonl", .trl),
            ("seed=11__iter=3__num_apis=5.json", .toolgrad),
            ("trace-00011.json", .toolgrad),
        ] as [(String, ImportFormat)])
    func areSamplesOrProblems(name: String, format: ImportFormat) throws {
        let bytes = Array(try ImportFiles.fixture(name))
        let rows = format.isRowByRow ? bytes.split(separator: 0x0A).map(Array.init) : [bytes]
        let reader = ImportReader(format, file: name)
        var mutation = Mutation(seed: 20_260_101)
        var endings = (samples: 0, problems: 0)

        for round in 0..<600 {
            let damaged = mutation.damage(rows[round % rows.count], rows)
            switch Result(catching: { () throws(ImportProblem) in try reader.read(line: damaged, number: round + 1) }) {
            case .success(nil): continue
            case .success(let sample?):
                let steps = sample.content.workflow.steps
                try #require(!sample.content.query.isEmpty && sample.content.workflow.chains.count <= 10)
                try #require(steps.map(\.number) == Array(1..<(steps.count + 1)))
                endings.samples += 1
            case .failure(let problem):
                try #require(problem.line == round + 1 && problem.file == name)
                try #require(problem.wrong.hasSuffix(".") && problem.advice.hasSuffix("."))
                endings.problems += 1
            }
        }

        #expect(endings.problems > 100)
        #expect(name.hasPrefix("trace") || endings.samples > 10)
    }

    @Test func `of records are samples or problems`() throws {
        let text = Array(try RecordExamples.record.json.compactText.utf8)
        var mutation = Mutation(seed: 7)
        var refused = 0

        for _ in 0..<300 {
            let damaged = mutation.damage(text, [text])
            guard let json = try? JSON(parsing: damaged) else { continue }
            switch Result(catching: { () throws(WorkflowRecordProblem) in try WorkflowRecord(json) }) {
            case .success(let record): try #require(try WorkflowRecord(record.json) == record)
            case .failure(let problem):
                try #require(problem.wrong.hasPrefix("Its toolgrad_record"))
                refused += 1
            }
        }

        #expect(refused > 10)
    }
    @Test(arguments: [Int.max, .min, 0])
    func `of records may have any number anywhere`(number: Int) throws {
        let json = try RecordExamples.record.json
        let places = json.leaves.filter { $0.value.number != nil }.map(\.path)
        var refused = 0

        for place in places {
            let damaged = try #require(json.replacing(place, with: .number(JSON.Number(number))))
            switch Result(catching: { () throws(WorkflowRecordProblem) in try WorkflowRecord(damaged) }) {
            case .success(let record):
                let sample = record.reviewed
                let times = record.events.map(\.time)
                try #require(sample.state.nextIteration < 2_000_000 && sample.workflow.steps.count == 1)
                try #require(zip(times, times.dropFirst()).allSatisfy { $1.since($0) < .seconds(1 << 42) })
            case .failure: refused += 1
            }
        }

        #expect(refused > 20)
    }
}

/// Damage by chance, the same for the same seed.
private struct Mutation {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    private static let pieces = [
        "NaN", "null", "[]", "{}", "\"\"", "-9223372036854775808", "1e999999999", "\\ud800", "\u{FEFF}", "'",
        "\"role\"",
        "\"tool\"", "\"user\"", "\"messages\":", ",", "[[[[", "}]", "true", "\"error\":\"x\"", "\"a\":1,\"a\":2",
    ].map { Array($0.utf8) }

    mutating func damage(_ row: [UInt8], _ rows: [[UInt8]]) -> [UInt8] {
        var row = row
        for _ in 0..<(1 + below(4)) {
            guard !row.isEmpty else { return row }
            let place = below(row.count)
            let end = min(row.count, place + 1 + below(40))
            switch below(7) {
            case 0: row[place] = UInt8(truncatingIfNeeded: next())
            case 1: row.removeSubrange(place..<end)
            case 2: row.insert(contentsOf: Self.pieces[below(Self.pieces.count)], at: place)
            case 3: row.insert(contentsOf: row[place..<end], at: place)
            case 4: row.replaceSubrange(place..<end, with: Self.pieces[below(Self.pieces.count)])
            case 5: swapTokens(in: &row)
            case _:
                let other = rows[below(rows.count)]
                row = Array(row[..<place]) + other.suffix(below(other.count + 1))
            }
        }
        return row
    }

    /// Exchanges two quoted words, so that the row mostly stays JSON and means something else.
    private mutating func swapTokens(in row: inout [UInt8]) {
        var tokens: [Range<Int>] = []
        var start: Int?
        for (index, byte) in row.enumerated() where byte == UInt8(ascii: "\"") {
            if let begin = start {
                tokens.append(begin..<(index + 1))
                start = nil
            } else {
                start = index
            }
        }
        guard tokens.count > 1 else { return }
        let first = tokens[below(tokens.count)]
        let second = tokens[below(tokens.count)]
        row.replaceSubrange(first, with: Array(row[second]))
    }

    private mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    /// SplitMix64.
    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
