import Engine

/// The arguments of one call, held against the fields that its tool declares.
struct Arguments: Sendable {
    private let values: JSON.Object

    /// - Throws: ``Refusal/badArgument(name:expected:)`` for the first argument that breaks the input schema.
    init(_ arguments: JSON, for fields: [Field]) throws(Refusal) {
        guard var values = arguments.object else { throw .badArgument(name: "list", expected: "a JSON object") }
        for key in values.keys where !fields.contains(where: { $0.name == key }) {
            throw .badArgument(name: key, expected: "left out, since the tool takes none of that name")
        }
        for field in fields {
            if let value = values[field.name] {
                if let expected = field.kind.objection(to: value) {
                    throw .badArgument(name: field.name, expected: expected)
                }
            } else if let fallback = field.fallback {
                values.set(field.name, fallback)
            } else if field.isRequired {
                throw .badArgument(name: field.name, expected: "given")
            }
        }
        self.values = values
    }

    subscript(name: String) -> JSON? { values[name] }

    func text(_ name: String) throws(Refusal) -> String {
        guard let text = values[name]?.string else { throw .badArgument(name: name, expected: "a text") }
        return text
    }

    func whole(_ name: String) throws(Refusal) -> Int {
        guard let value = values[name]?.int else { throw .badArgument(name: name, expected: "a whole number") }
        return value
    }

    func number(_ name: String) throws(Refusal) -> Double {
        guard let value = values[name]?.double else { throw .badArgument(name: name, expected: "a number") }
        return value
    }

    /// - Throws: ``Refusal/impossible(_:next:)`` for a day that no calendar has.
    func day(_ name: String) throws(Refusal) -> CivilDay {
        let text = try text(name)
        guard let day = CivilDay(iso: text) else {
            throw .impossible("There is no day \"\(text)\".", next: "Give a day between 1900 and 2100 as 2027-05-17.")
        }
        return day
    }

    /// Minutes after midnight.
    ///
    /// - Throws: ``Refusal/impossible(_:next:)`` for a time that no clock shows.
    func minutes(_ name: String) throws(Refusal) -> Int {
        let text = try text(name)
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(parts[0]),
            let minute = Int(parts[1]), (0...23).contains(hour), (0...59).contains(minute)
        else { throw .impossible("There is no time \"\(text)\".", next: "Give a time of day as 22:07.") }
        return hour * 60 + minute
    }
}
