import DisplaySafety
import Engine

/// One thing that the doctor looked at, and what came out.
struct Diagnosis: Hashable, Sendable {
    /// What it belongs to, in the order in which people read it.
    enum Area: String, CaseIterable, Sendable {
        case terminal, sqlite, themes, model, dataset
    }

    enum Verdict: String, Comparable, Sendable {
        case ok
        /// Something is worth knowing; everything works that can work here.
        case warn
        case fail

        static func < (left: Verdict, right: Verdict) -> Bool { left.badness < right.badness }

        private var badness: Int {
            switch self {
            case .ok: 0
            case .warn: 1
            case .fail: 2
            }
        }

        /// The word that stands out in a list without any colour.
        var word: String { self == .fail ? "FAIL" : rawValue }
    }

    let area: Area
    let subject: String
    let verdict: Verdict
    let text: String

    init(_ area: Area, _ subject: String, _ verdict: Verdict, _ text: String) {
        self.area = area
        self.subject = subject
        self.verdict = verdict
        self.text = text
    }
}

extension Diagnosis {
    /// The narrowest text beside the verdict and the subject that can still be read.
    private static let narrowest = 20

    /// For people; what comes from files and from the environment is made safe.
    ///
    /// It is one line, or where there is a terminal of so many columns, as many as it takes there.
    func lines(columns: Int?) -> String {
        let head = "  \(padded(verdict.word, to: 4))  \(padded(subject, to: 10))  "
        guard let columns else { return head + SafeText(text).plain.replacing("\n", with: " ") }
        let rows = SafeText(text).wrapped(to: max(Self.narrowest, columns - head.count)).map(\.plain)
        return head + rows.joined(separator: "\n" + padded("", to: head.count))
    }

    /// The same for machines, exact.
    var json: JSON {
        [
            "area": .string(area.rawValue), "subject": .string(subject), "verdict": .string(verdict.rawValue),
            "text": .string(text),
        ]
    }

    private func padded(_ word: String, to width: Int) -> String {
        word + String(repeating: " ", count: max(0, width - word.count))
    }
}

extension [Diagnosis] {
    /// The worst of the verdicts; fine when nothing was looked at.
    var verdict: Diagnosis.Verdict { map(\.verdict).max() ?? .ok }
}
