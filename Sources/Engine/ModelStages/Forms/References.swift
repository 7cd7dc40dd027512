/// The outputs that an argument may refer to.
struct References {
    /// The workflow's steps.
    let steps: [Step]
    /// How many calls of the same proposal come before.
    let earlierCalls: Int

    static let none = References(steps: [], earlierCalls: 0)

    /// `call 1`, `step 3`: all there are.
    var names: [String] {
        (0..<earlierCalls).map { "call \($0 + 1)" } + steps.map { "step \($0.number)" }
    }

    /// The shape of a reference to one of them.
    var schema: JSON { Shape.object([("from", Shape.oneOf(names)), ("path", Shape.text)]) }

    /// What a value refers to; nil when it is no reference.
    func binding(of value: JSON) throws(Objection) -> PlannedCall.Binding? {
        guard let object = value.object, object.count == 2, let from = object["from"]?.string,
            let path = object["path"]?.string, let origin = Origin(from)
        else { return nil }
        guard let place = JSONPath(written: path) else {
            throw Objection("the path \(JSON.string(path.cut(to: 80)).compactText) cannot be read; write $.a.b[0]")
        }
        switch origin {
        case .call(let number):
            guard (1...max(1, earlierCalls)).contains(number), earlierCalls > 0 else { throw unknown(from) }
            return .call(number, path: place)
        case .step(let number):
            guard let step = steps.first(where: { $0.number == number }) else { throw unknown(from) }
            guard step.output.value(at: place) != nil else { throw nothing(at: path, in: step) }
            return .step(number, path: place)
        }
    }

    private func unknown(_ from: String) -> Objection {
        Objection("\(JSON.string(from.cut(to: 40)).compactText) does not exist here; there \(there)")
    }

    private var there: String {
        names.isEmpty ? "is nothing to refer to" : "are " + names.joined(separator: ", ")
    }

    private func nothing(at path: String, in step: Step) -> Objection {
        let paths = (step.output.json ?? .null).leaves(atMost: 12).map { "$" + $0.path.afterRoot }
        return Objection(
            "step \(step.number) has no value at \(path.cut(to: 80)); it has \(paths.joined(separator: ", ").cut(to: 600))"
        )
    }
}

/// What is wrong with a part of an answer.
struct Objection: Error, Hashable {
    let text: String

    init(_ text: String) {
        self.text = text
    }
}

/// `call 1` or `step 3`, however it is spelled.
private enum Origin {
    case call(Int)
    case step(Int)

    init?(_ text: String) {
        let letters = text.lowercased().prefix { $0.isLetter }
        let digits = text.dropFirst(letters.count).drop { " _-#.".contains($0) }
        guard let number = Int(digits), number >= 0 else { return nil }
        switch letters {
        case "call": self = .call(number)
        case "step": self = .step(number)
        case _: return nil
        }
    }
}

extension JSONPath {
    /// Reads a path as models write it: `$.items[0].id`, with or without `$`, keys in brackets with either quotes.
    init?(written text: String) {
        var rest = text.withoutOuterSpace[...]
        if rest.first == "$" { rest.removeFirst() }
        var components: [Component] = []
        while let first = rest.first {
            if first == "[" {
                guard let end = rest.firstIndex(of: "]"), let component = Self.bracketed(rest[..<end].dropFirst())
                else { return nil }
                components.append(component)
                rest = rest[rest.index(after: end)...]
            } else {
                if first == "." { rest.removeFirst() } else if !components.isEmpty { return nil }
                let key = rest.prefix { $0 != "." && $0 != "[" }
                guard !key.isEmpty, key != "*" else { return nil }
                components.append(.key(String(key)))
                rest = rest[key.endIndex...]
            }
        }
        self.init(components)
    }

    private static func bracketed(_ inside: Substring) -> Component? {
        if let index = Int(inside) { return index >= 0 ? .index(index) : nil }
        for quote in ["\"", "'"] where inside.count >= 2 && inside.hasPrefix(quote) && inside.hasSuffix(quote) {
            return .key(String(inside.dropFirst().dropLast()))
        }
        return nil
    }

    /// The path as it stands behind `$`.
    fileprivate var afterRoot: String {
        let text = description
        return text.isEmpty || text.hasPrefix("[") ? text : "." + text
    }
}

extension RecordedOutput {
    /// The value at a place of the output; an output that is no JSON is one text.
    func value(at path: JSONPath) -> JSON? {
        (json ?? .string(String(decoding: bytes, as: UTF8.self))).value(at: path)
    }
}
