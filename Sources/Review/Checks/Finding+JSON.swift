import Engine

extension Finding {
    /// The finding as machines read it: of a model's it says so, `"by": "llm"`.
    package var json: JSON {
        let told: JSON.Object = [
            "check": .string(check), "version": .number(JSON.Number(version)), "target": .string("\(target)"),
            "severity": .string(severity.rawValue), "reason": .string(reason.rawValue), "evidence": .string(evidence),
        ]
        switch origin {
        case .lint: return .object(told)
        case .llm:
            return .object(JSON.Object(told.members + [JSON.Object.Member(key: "by", value: .string(origin.rawValue))]))
        }
    }
}
