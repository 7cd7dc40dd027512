import Canvas
import NcursesTerminal

/// What the terminal is, and what toolgrad will do with it.
struct TerminalChecks {
    let facts: TerminalFacts
    let surroundings: Surroundings

    var all: [Diagnosis] { [streams, kind] + size + [colors, text] }

    private func check(_ subject: String, _ verdict: Diagnosis.Verdict, _ text: String) -> Diagnosis {
        Diagnosis(.terminal, subject, verdict, text)
    }

    private static let instead = "the explorer cannot open here; use toolgrad show, decide and generate"

    private var streams: Diagnosis {
        let strangers = [(StandardStreams.input, "input"), (.output, "output")].filter { !$0.0.isTerminal }.map(\.1)
        guard !strangers.isEmpty else { return check("streams", .ok, "input and output are a terminal") }
        let names = strangers.joined(separator: " and ")
        return check("streams", .warn, "\(names) \(strangers.count == 1 ? "is" : "are") no terminal: \(Self.instead)")
    }

    private var kind: Diagnosis {
        switch facts.description {
        case .usable(let term): check("TERM", .ok, "\(term), known to terminfo")
        case .unnamed: check("TERM", .warn, "\(TerminalError.noTerm) Until then \(Self.instead).")
        case .unknown(let term), .withoutCursor(let term):
            check("TERM", .warn, "\(TerminalError.unusableTerm(term)) Until then \(Self.instead).")
        }
    }

    private var size: [Diagnosis] {
        guard let size = facts.size else { return [] }
        return [check("size", .ok, "\(size.columns) columns, \(size.rows) rows")]
    }

    private var colors: Diagnosis {
        if surroundings.wantsNoColor { return check("colours", .ok, "none, since NO_COLOR is set: attributes alone") }
        let number = facts.colors == 0 ? "no colours: attributes alone" : "\(facts.colors) colours"
        let source = "terminfo gives \(facts.tier == .truecolor ? "any colour" : number)"
        let hint = surroundings.colorTerm.map { value in
            facts.tier < .truecolor && ["truecolor", "24bit"].contains(value)
                ? "; COLORTERM=\(value) changes nothing, since only what terminfo knows is used" : ""
        }
        return check("colours", .ok, source + (hint ?? ""))
    }

    private var text: Diagnosis {
        let origin = surroundings.locale.map { "\($0)" } ?? "no locale is set"
        guard let encoding = facts.encoding else {
            return check("text", .warn, "ASCII glyphs: the locale is not installed (\(origin)); \(localeAdvice)")
        }
        guard encoding == "UTF-8" else {
            return check("text", .warn, "ASCII glyphs: the encoding is \(encoding) (\(origin)); \(localeAdvice)")
        }
        guard GlyphSet.utf8.suits(term: surroundings.term) else {
            return check("text", .ok, "ASCII glyphs, since TERM=\(surroundings.term ?? "") has no others")
        }
        return check("text", .ok, "UTF-8 (\(origin))")
    }

    /// Only the variable that decides can change anything.
    private var localeAdvice: String {
        let name = surroundings.locale?.name ?? "LANG"
        return "try \(name)=C.UTF-8" + (name == "LC_ALL" ? ", or unset it where LANG is right" : "")
    }
}
