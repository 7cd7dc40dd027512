import Engine

extension Judgement {
    /// As a dataset keeps it: one object for each verdict.
    package var json: JSON { .array(verdicts.map(\.json)) }

    /// Reads what ``json`` wrote; nil for anything else.
    ///
    /// Verdicts of checks that are not known here, as a newer program may have stored them, are left out.
    package init?(_ json: JSON) {
        guard let items = json.array else { return nil }
        var verdicts: [Verdict] = []
        for item in items {
            guard let name = item["check"]?.string else { return nil }
            guard let check = JudgedCheck(rawValue: name) else { continue }
            guard let verdict = Verdict(item, of: check) else { return nil }
            verdicts.append(verdict)
        }
        self.init(verdicts)
    }
}

extension Judgement.Verdict {
    fileprivate var json: JSON {
        var object: JSON.Object = [
            "check": .string(check.name), "version": .number(JSON.Number(version)), "verdict": .string(ruling.word),
        ]
        switch ruling {
        case .fine: break
        case .problem(let target, let evidence), .unsure(let target, let evidence):
            object.set("target", .string("\(target)"))
            object.set("evidence", .string(evidence))
        }
        return .object(object)
    }

    fileprivate init?(_ json: JSON, of check: JudgedCheck) {
        guard let version = json["version"]?.int, let word = json["verdict"]?.string,
            let ruling = Judgement.Ruling(
                word, at: json["target"]?.string.flatMap(Target.init), evidence: json["evidence"]?.string ?? "")
        else { return nil }
        self.init(check, version: version, ruling)
    }
}

extension Judgement.Ruling {
    /// The words for rulings, as models give them.
    static let words = ["ok", "problem", "unsure"]

    var word: String {
        switch self {
        case .fine: "ok"
        case .problem: "problem"
        case .unsure: "unsure"
        }
    }

    /// Takes one of ``words``; nil for another, and where a fault has no place.
    init?(_ word: String, at target: Target?, evidence: String) {
        switch (word, target) {
        case ("ok", _): self = .fine
        case ("problem", let target?): self = .problem(target, evidence: evidence)
        case ("unsure", let target?): self = .unsure(target, evidence: evidence)
        case (_, _): return nil
        }
    }
}
