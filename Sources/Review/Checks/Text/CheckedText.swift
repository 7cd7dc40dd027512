import Engine

/// One text of a sample that checks read: the query, the response, or a text inside the arguments.
struct CheckedText {
    let target: Target
    let text: String
    /// The last key on the way to it; empty for the query and the response.
    let key: String
}

extension CheckSubject {
    /// What people and models wrote: the query, the response and every text of the arguments, keys beside them.
    var writtenTexts: [CheckedText] {
        let texts = [
            CheckedText(target: .query, text: query, key: ""), CheckedText(target: .response, text: response, key: ""),
        ]
        return texts.filter { !$0.text.isEmpty } + steps.flatMap(argumentTexts)
    }

    private func argumentTexts(of step: Step) -> [CheckedText] {
        step.call.arguments.leaves.compactMap { leaf in
            guard let text = leaf.value.string ?? leaf.value.number?.text, !text.isEmpty else { return nil }
            let target = Target.argument(step: step.number, path: leaf.path)
            return CheckedText(target: target, text: text, key: leaf.path.lastKey)
        }
    }

    /// Every text that steps returned, with its key; an output that is not JSON is one text.
    func outputTexts(of step: Step) -> [CheckedText] {
        let target = Target.step(step.number)
        guard let output = outputs[step.number] else {
            return [CheckedText(target: target, text: String(decoding: step.output.bytes, as: UTF8.self), key: "")]
        }
        var texts: [CheckedText] = []
        output.forEachText(under: "") { text, key in
            texts.append(CheckedText(target: target, text: text, key: key))
        }
        return texts
    }
}

extension JSON {
    /// Every text in it with the innermost key, in the order of the text.
    fileprivate func forEachText(under key: String, _ body: (String, String) -> Void) {
        switch self {
        case .string(let text): body(text, key)
        case .array(let items): for item in items { item.forEachText(under: key, body) }
        case .object(let object): for member in object.members { member.value.forEachText(under: member.key, body) }
        case .null, .bool, .number: break
        }
    }
}

extension JSONPath {
    /// The innermost key; empty where there is none.
    var lastKey: String {
        for component in components.reversed() {
            guard case .key(let key) = component else { continue }
            return key
        }
        return ""
    }
}
