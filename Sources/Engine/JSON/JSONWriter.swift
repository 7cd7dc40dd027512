/// Writes a value as text in one of three styles.
struct JSONWriter {
    enum Style {
        case compact
        case pretty
        case canonical
    }

    private let style: Style
    private var text = ""
    private var level = 0

    static func text(of value: JSON, _ style: Style) -> String {
        var writer = JSONWriter(style: style)
        writer.write(value)
        return writer.text
    }

    private init(style: Style) {
        self.style = style
    }

    private mutating func write(_ value: JSON) {
        switch value {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .number(let number): text += spelling(of: number)
        case .string(let string): write(string)
        case .array(let values): writeList(values, between: ("[", "]")) { $0.write($1) }
        case .object(let object): writeList(inOrder(object.members), between: ("{", "}")) { $0.write($1) }
        }
    }

    private mutating func write(_ member: JSON.Object.Member) {
        write(member.key)
        text += style == .pretty ? ": " : ":"
        write(member.value)
    }

    private mutating func writeList<Element>(
        _ elements: [Element], between brackets: (String, String), write: (inout JSONWriter, Element) -> Void
    ) {
        text += brackets.0
        level += 1
        for (index, element) in elements.enumerated() {
            if index > 0 { text += "," }
            breakLine()
            write(&self, element)
        }
        level -= 1
        if !elements.isEmpty { breakLine() }
        text += brackets.1
    }

    private mutating func breakLine() {
        guard style == .pretty else { return }
        text += "\n" + String(repeating: "  ", count: level)
    }

    private func spelling(of number: JSON.Number) -> String {
        guard style == .canonical, let decimal = number.decimal else { return number.text }
        return decimal.canonicalText
    }

    /// Swift's sort is stable in practice but does not promise it, so the place decides among equal keys.
    private func inOrder(_ members: [JSON.Object.Member]) -> [JSON.Object.Member] {
        guard style == .canonical else { return members }
        let keys = members.map { ExactText($0.key) }
        let places = members.indices.sorted { left, right in
            keys[left] == keys[right] ? left < right : keys[left] < keys[right]
        }
        return places.map { members[$0] }
    }
}

extension JSONWriter {
    private mutating func write(_ string: String) {
        text += "\""
        if string.utf8.contains(where: Self.mayNeedEscape) {
            for scalar in string.unicodeScalars { write(scalar) }
        } else {
            text += string
        }
        text += "\""
    }

    /// 0xE2 begins U+2028 and U+2029, among others.
    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0xE2
    }

    private mutating func write(_ scalar: Unicode.Scalar) {
        if let escape = Self.shortEscapes[scalar] {
            text += escape
        } else if scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029 {
            let digits = String(scalar.value, radix: 16)
            text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
            text.unicodeScalars.append(scalar)
        }
    }

    private static let shortEscapes: [Unicode.Scalar: String] = [
        "\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\u{8}": "\\b", "\u{C}": "\\f",
    ]
}
