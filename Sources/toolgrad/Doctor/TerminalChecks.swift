import Canvas
import Foundation
import NcursesTerminal

/// What the terminal is, and what toolgrad will do with it.
struct TerminalChecks {
    /// What the environment says of it.
    struct Environment: Sendable {
        let term: String?
        let wantsNoColor: Bool
        /// `COLORTERM`, by which some terminals say that they show any colour.
        let colorTerm: String?
        /// The variable that decides the locale, with its value, as `LANG=C.UTF-8`; nil when none is set.
        let locale: String?

        init(_ surroundings: Surroundings, variables: [String: String] = ProcessInfo.processInfo.environment) {
            let names = ["LC_ALL", "LC_CTYPE", "LANG"]
            term = surroundings.term
            wantsNoColor = surroundings.wantsNoColor
            colorTerm = variables["COLORTERM"]
            locale =
                names.lazy.compactMap { name in
                    variables[name].flatMap { $0.isEmpty ? nil : "\(name)=\($0)" }
                }.first
        }
    }

    let facts: TerminalFacts
    let environment: Environment

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
        if environment.wantsNoColor { return check("colours", .ok, "none, since NO_COLOR is set: attributes alone") }
        let number = facts.colors == 0 ? "no colours: attributes alone" : "\(facts.colors) colours"
        let source = "terminfo gives \(facts.hasDirectColor ? "any colour" : number)"
        let hint = environment.colorTerm.map { value in
            facts.tier < .truecolor && ["truecolor", "24bit"].contains(value)
                ? "; COLORTERM=\(value) changes nothing, since only what terminfo knows is used" : ""
        }
        return check("colours", .ok, source + (hint ?? ""))
    }

    private var text: Diagnosis {
        let origin = environment.locale ?? "no locale is set"
        guard let encoding = facts.encoding else {
            return check("text", .warn, "ASCII glyphs: the locale is not installed (\(origin)); try LANG=C.UTF-8")
        }
        guard encoding == "UTF-8" else {
            return check("text", .warn, "ASCII glyphs: the encoding is \(encoding) (\(origin)); try LANG=C.UTF-8")
        }
        if environment.hasASCIIGlyphsOnly {
            return check("text", .ok, "ASCII glyphs, since TERM=\(environment.term ?? "") has no others")
        }
        return check("text", .ok, "UTF-8 (\(origin))")
    }
}

extension TerminalChecks.Environment {
    /// The consoles of Linux and of the old terminals have no glyphs beyond ASCII, whatever the locale says.
    fileprivate var hasASCIIGlyphsOnly: Bool { term == "linux" || term?.hasPrefix("vt") == true }
}
