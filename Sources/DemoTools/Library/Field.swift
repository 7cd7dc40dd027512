import Engine

/// One argument or one value of an output: its schema, its meaning and what people say for it.
struct Field: Sendable {
    /// What values a field takes.
    indirect enum Kind: Sendable {
        case text(ofAtMost: Int)
        case choice([String])
        case whole(ClosedRange<Int>)
        case number(ClosedRange<Double>)
        /// A day as `2027-05-17`.
        case date
        /// A time of day as `22:07`.
        case time
        case truth
        case list(of: Kind, count: ClosedRange<Int>)
        case records([Field])
    }

    let name: String
    let kind: Kind
    let text: String
    private(set) var meaning: Meaning?
    private(set) var isRequired = true
    private(set) var fallback: JSON?
    private(set) var values: [JSON] = []
    private(set) var sayings: [String: String] = [:]

    init(_ name: String, _ kind: Kind, _ text: String) {
        self.name = name
        self.kind = kind
        self.text = text
    }
}

extension Field {
    static func text(_ name: String, _ text: String) -> Field { Field(name, .text(ofAtMost: 200), text) }

    static func whole(_ name: String, _ range: ClosedRange<Int>, _ text: String) -> Field {
        Field(name, .whole(range), text)
    }

    static func number(_ name: String, _ range: ClosedRange<Double>, _ text: String) -> Field {
        Field(name, .number(range), text)
    }

    static func date(_ name: String, _ text: String) -> Field { Field(name, .date, text) }

    static func time(_ name: String, _ text: String) -> Field { Field(name, .time, text) }

    static func truth(_ name: String, _ text: String) -> Field { Field(name, .truth, text) }

    static func choice(_ name: String, _ options: [String], _ text: String) -> Field {
        Field(name, .choice(options), text)
    }

    static func texts(_ name: String, _ text: String) -> Field {
        Field(name, .list(of: .text(ofAtMost: 200), count: 0...500), text)
    }

    static func records(_ name: String, _ text: String, _ fields: [Field]) -> Field {
        Field(name, .records(fields), text)
    }
}

extension Field {
    func means(_ meaning: Meaning) -> Field {
        changed { $0.meaning = meaning }
    }

    /// Values that a person would name.
    func values(_ values: JSON...) -> Field {
        changed { $0.values = values }
    }

    /// Values that a person would name.
    func values(_ values: [JSON]) -> Field {
        changed { $0.values = values }
    }

    /// Values that a person would name, each with the words for it.
    func said(_ sayings: KeyValuePairs<String, String>) -> Field {
        changed { field in
            field.values = sayings.map { JSON.string($0.key) }
            field.sayings = Dictionary(sayings.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// Whole numbers that a person would name, each with the words for it.
    func said(_ sayings: KeyValuePairs<Int, String>) -> Field {
        changed { field in
            field.values = sayings.map { JSON.whole($0.key) }
            field.sayings = Dictionary(
                sayings.map { (String($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// May be left out.
    var optional: Field {
        changed { $0.isRequired = false }
    }

    /// May be left out, which is as good as giving this value.
    func optional(_ fallback: JSON) -> Field {
        changed { field in
            field.isRequired = false
            field.fallback = fallback
        }
    }

    private func changed(_ change: (inout Field) -> Void) -> Field {
        var field = self
        change(&field)
        return field
    }
}
