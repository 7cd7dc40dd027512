import DisplaySafety
import Engine
import Foundation
import Review

/// How far two readings agree, for people and for machines.
struct AgreementReport {
    let summary: AgreementSummary

    /// Every line has passed the sanitiser; nobody is named, so that whoever settles a disagreement can read it.
    var lines: [String] {
        guard summary.samples > 0 else {
            return (["No sample was judged twice. toolgrad review --pass 2 judges a part of them again, blind."] + left)
                .map { SafeText($0).plain }
        }
        return (heading + [""] + table + pairs + [""] + notes + disagreements).map { SafeText($0).plain }
    }

    private var heading: [String] {
        let samples = summary.samples == 1 ? "1 sample was" : "\(summary.samples) samples were"
        let readers = summary.readers == 1 ? "1 reader" : "\(summary.readers) readers"
        return ["\(samples) judged twice, \(summary.blind) of them blind the second time, by \(readers)."] + left
    }

    /// What the figures are not of; empty for nothing.
    private var left: [String] {
        var lines: [String] = []
        if summary.leftOut > 0 {
            let readings = summary.leftOut == 1 ? "1 further reading is" : "\(summary.leftOut) further readings are"
            lines.append(
                "\(readings) in the table of readers alone: elsewhere a sample makes one pair, with its earliest blind "
                    + "reading if it has one.")
        }
        if summary.edited > 0 {
            let samples = summary.edited == 1 ? "1 edited sample is" : "\(summary.edited) edited samples are"
            lines.append("\(samples) not read again: a blind pass shows samples as they were made.")
        }
        return lines
    }

    private var table: [String] {
        let reasons = summary.reasons.map { row($0.reason.rawValue, $0.figure) }
        return Table(columns: ["on", "n", "raw", "Cohen's kappa (95 %)", "Gwet's AC1 (95 %)"])
            .with([row("decision", summary.decision), row("primary reason", summary.primaryReason)] + reasons)
            .text.split(separator: "\n").map(String.init)
    }

    private var showsPairs: Bool { summary.pairwise.pairs.count > 1 || summary.leftOut > 0 }

    /// Every two readers by letters; empty where there is only one pair.
    private var pairs: [String] {
        guard showsPairs else { return [] }
        var rows = summary.pairwise.pairs.map { row($0.letters, $0.figure) }
        if let mean = summary.pairwise.mean {
            let values = [mean.raw, mean.kappa, mean.ac1].map { value in value.map(Self.share) ?? "–" }
            rows.append(["mean", mean.pairs == 1 ? "1 pair" : "\(mean.pairs) pairs"] + values)
        }
        let text = Table(columns: ["decision, by readers", "n", "raw", "Cohen's kappa (95 %)", "Gwet's AC1 (95 %)"])
            .with(rows).text
        return [""] + text.split(separator: "\n").map(String.init)
    }

    private func row(_ name: String, _ figure: AgreementFigure) -> [String] {
        [name, "\(figure.samples)", figure.raw.map(Self.share) ?? "–", text(of: figure.kappa), text(of: figure.ac1)]
    }

    private func text(of estimate: AgreementEstimate?) -> String {
        guard let estimate else { return "–" }
        let interval = estimate.interval.map { "\(Self.share($0.lowerBound)) to \(Self.share($0.upperBound))" }
        return "\(Self.share(estimate.value)) (\(interval ?? "–"))"
    }

    static func share(_ value: Double) -> String { String(format: "%.2f", value) }

    private var notes: [String] {
        [
            "decision: accepted, rejected or skipped. primary reason: where both rejected. A reason: given or not, by all.",
            "Kappa is depressed where one label dominates: read it with AC1 and the raw share. – is not defined, as an "
                + "interval is for fewer than 3 samples and where nothing varies.",
        ] + (showsPairs ? [Self.pairNote] : []) + Self.sources
    }

    private static let pairNote =
        "The mean counts every pair of different readers the same (R. J. Light, Psychological Bulletin 76 (1971), 365-377)"
        + "; a reader again is somebody's own first two readings."

    /// Where the formulas are from.
    static let sources = [
        "kappa: J. Cohen, Educational and Psychological Measurement 20 (1960), 37-46; its interval by J. L. Fleiss, "
            + "J. Cohen, B. S. Everitt, Psychological Bulletin 72 (1969), 323-327.",
        "AC1: K. L. Gwet, British Journal of Mathematical and Statistical Psychology 61 (2008), 29-48.",
    ]

    private var disagreements: [String] {
        guard !summary.disagreements.isEmpty else { return ["", "No two decisions differ."] }
        let count = summary.disagreements.count
        return ["", "\(count) decision\(count == 1 ? " differs" : "s differ"), \(summary.adjudicated) settled:"]
            + summary.disagreements.map { reading in
                let outcome = reading.adjudication.map { "settled as \($0.opinion.words)" } ?? "open"
                return
                    "\(reading.label)  \(reading.first.opinion.words)  |  \(reading.second.opinion.words)  \(outcome)"
            }
    }
}

extension AgreementReport {
    /// All of it, reviewers too.
    var json: JSON {
        var reasons: JSON.Object = [:]
        for reason in summary.reasons { reasons.set(reason.reason.rawValue, reason.figure.json) }
        return [
            "samples": .count(summary.samples), "blind": .count(summary.blind), "readers": .count(summary.readers),
            "leftOut": .count(summary.leftOut), "edited": .count(summary.edited), "decision": summary.decision.json,
            "primaryReason": summary.primaryReason.json, "reasons": .object(reasons),
            "pairs": .array(summary.pairwise.json), "mean": summary.pairwise.mean?.json ?? .null,
            "adjudicated": .count(summary.adjudicated),
            "disagreements": .array(summary.disagreements.map(\.json)),
            "sources": .array(Self.sources.map(JSON.string)),
        ]
    }
}

extension PairwiseAgreement {
    /// A row for each pair, with the reviewers.
    fileprivate var json: [JSON] {
        pairs.map { pair in
            let names = [pair.first, pair.second].map { JSON.string(readers[$0]) }
            return ["reviewers": .array(names), "decision": pair.figure.json]
        }
    }
}

extension PairwiseAgreement.Mean {
    fileprivate var json: JSON {
        ["pairs": .count(pairs), "raw": .figure(raw), "kappa": .figure(kappa), "ac1": .figure(ac1)]
    }
}

extension Opinion {
    fileprivate var words: String {
        status.rawValue + (reasons.isEmpty ? "" : ": " + reasons.map(\.words).joined(separator: ", "))
    }

    fileprivate var json: JSON {
        ["status": .string(status.rawValue), "reasons": .array(reasons.map(\.json)), "note": .string(note)]
    }
}

extension ReadTwice {
    fileprivate var json: JSON {
        [
            "sample": .string(label), "first": first.json, "second": second.json,
            "adjudication": adjudication?.json ?? .null,
        ]
    }
}

extension ReadTwice.Reading {
    fileprivate var json: JSON {
        [
            "reviewer": .string(reviewer), "pass": .count(pass), "time": .string(time.iso), "verdict": opinion.json,
        ]
    }
}

extension AgreementFigure {
    /// The figures; null where one is not defined.
    var json: JSON {
        [
            "n": .count(samples), "raw": .figure(raw), "kappa": kappa?.json ?? .null, "ac1": ac1?.json ?? .null,
        ]
    }
}

extension AgreementEstimate {
    fileprivate var json: JSON {
        [
            "value": .figure(value), "standardError": .figure(standardError), "low": .figure(interval?.lowerBound),
            "high": .figure(interval?.upperBound),
        ]
    }
}

extension JSON {
    /// A number; null for none, and for what is no number.
    fileprivate static func figure(_ value: Double?) -> JSON {
        value.flatMap(JSON.Number.init).map(JSON.number) ?? .null
    }
}
