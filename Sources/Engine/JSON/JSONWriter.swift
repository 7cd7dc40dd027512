/// Writes a value as text in one of three styles.
struct JSONWriter {
    enum Style {
        case compact
        case pretty
        case canonical
    }

    private let style: Style
    private var bytes: [UInt8] = []
    private var level = 0

    static func text(of value: JSON, _ style: Style) -> String {
        var writer = JSONWriter(style: style)
        writer.write(value)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private init(style: Style) {
        self.style = style
    }

    private mutating func write(_ value: JSON) {
        switch value {
        case .null: put("null")
        case .bool(let value): put(value ? "true" : "false")
        case .number(let number): put(spelling(of: number))
        case .string(let string): write(string)
        case .array(let values): writeList(values, between: ("[", "]")) { $0.write($1) }
        case .object(let object): writeList(inOrder(object.members), between: ("{", "}")) { $0.write($1) }
        }
    }

    private mutating func write(_ member: JSON.Object.Member) {
        write(member.key)
        put(style == .pretty ? ": " : ":")
        write(member.value)
    }

    private mutating func writeList<Element>(
        _ elements: [Element], between brackets: (String, String), write: (inout JSONWriter, Element) -> Void
    ) {
        put(brackets.0)
        level += 1
        for (index, element) in elements.enumerated() {
            if index > 0 { put(",") }
            breakLine()
            write(&self, element)
        }
        level -= 1
        if !elements.isEmpty { breakLine() }
        put(brackets.1)
    }

    private mutating func breakLine() {
        guard style == .pretty else { return }
        put("\n" + String(repeating: "  ", count: level))
    }

    private mutating func put(_ text: String) {
        bytes.append(contentsOf: text.utf8)
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
    /// Copies what needs no escape in runs: prompts and outputs are long, and escapes in them few.
    private mutating func write(_ string: String) {
        put("\"")
        var string = string
        string.withUTF8 { text in
            var start = 0
            var index = 0
            while index < text.count {
                guard let escape = Self.escape(at: index, of: text) else {
                    index += 1
                    continue
                }
                bytes.append(contentsOf: text[start..<index])
                put(escape.text)
                index += escape.length
                start = index
            }
            bytes.append(contentsOf: text[start...])
        }
        put("\"")
    }

    /// What stands for the character that begins at a byte, and how many bytes it has; nil for one that stands for
    /// itself.
    private static func escape(at index: Int, of text: UnsafeBufferPointer<UInt8>) -> (text: String, length: Int)? {
        let byte = text[index]
        if byte > 0x22, byte != UInt8(ascii: "\\"), byte != 0xE2 { return nil }
        switch byte {
        case UInt8(ascii: "\""): return ("\\\"", 1)
        case UInt8(ascii: "\\"): return ("\\\\", 1)
        case 0x0A: return ("\\n", 1)
        case 0x0D: return ("\\r", 1)
        case 0x09: return ("\\t", 1)
        case 0x08: return ("\\b", 1)
        case 0x0C: return ("\\f", 1)
        case 0..<0x20: return ("\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16), 1)
        // U+2028 and U+2029 end lines for some readers.
        case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80 && (0xA8...0xA9).contains(text[index + 2]):
            return (text[index + 2] == 0xA8 ? "\\u2028" : "\\u2029", 3)
        case _: return nil
        }
    }
}
