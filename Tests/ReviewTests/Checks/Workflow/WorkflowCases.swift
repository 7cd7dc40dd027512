import Foundation
import Review
import Testing

/// The labelled cases of a check, read from beside its source.
func labelledCases(of check: some Check) throws -> LabelledSet {
    try LabelledSet(check: check.name, lines: try labelledLines(check.name))
}

/// The text of a file of labelled cases.
func labelledLines(_ name: String) throws -> String {
    var root = URL(filePath: #filePath)
    for _ in 0..<5 { root.deleteLastPathComponent() }
    let file = root.appending(path: "Sources/Review/Labelled/Cases/\(name).jsonl")
    return try String(contentsOf: file, encoding: .utf8)
}

/// Expects that a check finds at least nine in ten faults, and that nine in ten of its findings are faults.
func expectTells(_ check: some Check, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let measure = CheckMeasure(of: check, on: try labelledCases(of: check))

    let precision = try #require(measure.precision, sourceLocation: sourceLocation)
    let recall = try #require(measure.recall, sourceLocation: sourceLocation)
    print("\(check.name) v\(check.version): \(measure.cases) cases, precision \(precision), recall \(recall)")
    #expect(measure.cases >= 40, sourceLocation: sourceLocation)
    #expect(precision >= 0.9, "\(measure.falseAlarms)", sourceLocation: sourceLocation)
    #expect(recall >= 0.9, "\(measure.missed)", sourceLocation: sourceLocation)
}
