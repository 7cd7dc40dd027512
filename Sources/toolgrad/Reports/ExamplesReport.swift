import ArgumentParser
import Engine
import Review

/// How good each check is on the cases that were labelled by hand.
struct ExamplesReport {
    private let measures: [CheckMeasure]

    /// Runs every check over its cases.
    ///
    /// - Throws: ``LabelledSetError`` for a case that cannot be read.
    init() throws {
        measures = try CheckMeasure.ofAllChecks()
    }

    func print(asJSON: Bool) throws {
        if asJSON {
            for measure in measures { try Output.data.line(measure.json.compactText) }
        } else {
            try Output.data.write(text)
        }
    }

    private var text: String {
        let table = Table(columns: ["check", "version", "cases", "precision", "recall", "missed", "false alarms"])
            .with(
                measures.map { measure in
                    [
                        measure.check, "\(measure.version)", "\(measure.cases)", Self.share(measure.precision),
                        Self.share(measure.recall), "\(measure.missed.count)", "\(measure.falseAlarms.count)",
                    ]
                })
        let wrong = measures.flatMap { measure in
            measure.missed.map { "\(measure.check) misses: \($0)" }
                + measure.falseAlarms.map { "\(measure.check) false alarm: \($0)" }
        }
        return table.text + (wrong.isEmpty ? "" : "\n" + wrong.map { $0 + "\n" }.joined())
    }

    private static func share(_ share: Double?) -> String {
        guard let share else { return "–" }
        let thousandths = Int((share * 1000).rounded())
        let digits = String(thousandths % 1000)
        return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
    }
}

extension CheckMeasure {
    fileprivate var json: JSON {
        [
            "check": .string(check), "version": .number(JSON.Number(version)),
            "cases": .number(JSON.Number(cases)),
            "precision": precision.flatMap(JSON.Number.init).map(JSON.number) ?? .null,
            "recall": recall.flatMap(JSON.Number.init).map(JSON.number) ?? .null,
            "missed": .array(missed.map { .string($0) }), "falseAlarms": .array(falseAlarms.map { .string($0) }),
        ]
    }
}
