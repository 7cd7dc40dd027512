import Foundation
import Review

/// The labelled cases of a check, read from the sources.
func labelledCases(of check: some Check, from place: String = #filePath) throws -> LabelledSet {
    var root = URL(filePath: place)
    for _ in 0..<5 { root.deleteLastPathComponent() }
    let file = root.appending(path: "Sources/Review/Labelled/Cases/\(check.name).jsonl")
    return try LabelledSet(check: check.name, lines: String(contentsOf: file, encoding: .utf8))
}

/// A check's measure on its labelled cases, printed with what it got wrong.
func measure(_ check: some Check) throws -> (precision: Double, recall: Double) {
    let measure = CheckMeasure(of: check, on: try labelledCases(of: check))
    let precision = measure.precision ?? 0
    let recall = measure.recall ?? 0
    print("\(check.name) \(check.version): \(measure.cases) cases, precision \(precision), recall \(recall)")
    for name in measure.missed { print("  missed: \(name)") }
    for name in measure.falseAlarms { print("  false alarm: \(name)") }
    return (precision, recall)
}
