/// Finds phone numbers, payment cards, social security numbers and internet addresses among runs of digits.
struct DigitScan {
    private(set) var found: [PersonalScan.Found] = []
    private let isPhoneKey: Bool

    /// Reads a text that stands under a key, or under none.
    init(_ bytes: [UInt8], under key: String) {
        let key = key.lowercased()
        isPhoneKey =
            ["phone", "mobile", "whatsapp", "telephone", "msisdn"].contains(where: key.contains) || key == "tel"
        var index = 0
        while let start = Self.nextStart(from: index, in: bytes) {
            index = start
            let end = Self.endOfRun(at: index, in: bytes)
            if end - index >= 7, let kind = kind(of: DigitRun(bytes[index..<end]), index, end, bytes) {
                let text = String(decoding: bytes[index..<end], as: UTF8.self)
                found.append(PersonalScan.Found(kind: kind, text: text))
            }
            index = max(end, index + 1)
        }
    }

    /// The next digit, plus or bracket.
    private static func nextStart(from start: Int, in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            var index = start
            while index < bytes.count {
                let byte = bytes[index]
                if byte &- 0x30 < 10 || byte == 0x2B || byte == 0x28 { return index }
                index += 1
            }
            return nil
        }
    }

    /// Digits in groups, with one or two signs between them, from a plus, a bracket or a digit to the last digit.
    private static func endOfRun(at start: Int, in bytes: [UInt8]) -> Int {
        var end = start
        var index = start
        while index < bytes.count, index - end <= 3, bytes[index].isDigit || signs.contains(bytes[index]) {
            index += 1
            if bytes[index - 1].isDigit { end = index }
        }
        return end
    }

    private func kind(of run: DigitRun, _ start: Int, _ end: Int, _ bytes: [UInt8]) -> PersonalScan.Kind? {
        // Digits inside a word or behind a currency sign belong to something else.
        if start > 0, Self.isWord(bytes[start - 1]) || "$#/=".utf8.contains(bytes[start - 1]) { return nil }
        if end < bytes.count, Self.isWord(bytes[end]) { return nil }
        if run.isCard { return .card }
        if run.isSocialSecurity { return .socialSecurity }
        if run.isPublicAddress { return .internetAddress }
        if run.isPhone || (isPhoneKey && (8...15).contains(run.digits.count)) { return .phone }
        return nil
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F
    }

    private static let signs = Set(" -.()+/".utf8)
}

/// A run of digits in groups.
struct DigitRun {
    let text: [UInt8]
    let digits: [UInt8]
    private let groups: [[UInt8]]
    private let signs: Set<UInt8>

    init(_ text: ArraySlice<UInt8>) {
        self.text = Array(text)
        digits = text.filter(\.isDigit).map { $0 - 0x30 }
        groups = text.split { !$0.isDigit }.map { $0.map { $0 - 0x30 } }
        signs = Set(text.filter { !$0.isDigit })
    }

    private var lengths: [Int] { groups.map(\.count) }

    /// By the first digits, the groups and the check digit; the numbers that payment firms give for tests are none.
    var isCard: Bool {
        guard digits.count == 15 || digits.count == 16, signs.isSubset(of: [0x20, 0x2D]) else { return false }
        let isGrouped = [[4, 4, 4, 4], [4, 6, 5], [15], [16]].contains(lengths)
        return isGrouped && isIssued && hasCheckDigit && !Self.tests.contains(digits.map(String.init).joined())
    }

    private var isIssued: Bool {
        let head = digits.prefix(2).reduce(0) { $0 * 10 + Int($1) }
        if digits.count == 15 { return head == 34 || head == 37 }
        return digits[0] == 4 || (51...55).contains(head) || (22...27).contains(head)
            || [35, 60, 62, 65].contains(head)
    }

    /// By Luhn's rule.
    private var hasCheckDigit: Bool {
        let sum = digits.reversed().enumerated().reduce(0) { sum, place in
            let value = Int(place.element) * (place.offset % 2 + 1)
            return sum + (value > 9 ? value - 9 : value)
        }
        return sum % 10 == 0
    }

    private static let tests: Set = [
        "4242424242424242", "4111111111111111", "4012888888881881", "5555555555554444", "5105105105105100",
        "378282246310005", "371449635398431", "4000056655665556", "2223003122003222", "4000000000000002",
        "6011111111111117", "4000002500003155",
    ]

    var isSocialSecurity: Bool {
        guard lengths == [3, 2, 4], text.count == 11, text[3] == 0x2D, text[6] == 0x2D else { return false }
        let area = number(groups[0])
        return area > 0 && area != 666 && area < 900 && number(groups[1]) > 0 && number(groups[2]) > 0
    }

    /// Four numbers of an internet address that is neither private nor known to everybody.
    var isPublicAddress: Bool {
        guard groups.count == 4, signs == [0x2E], text.count == digits.count + 3 else { return false }
        guard groups.allSatisfy({ $0.count <= 3 && number($0) < 256 }) else { return false }
        let parts = groups.map(number)
        if [0, 10, 127].contains(parts[0]) || parts[0] >= 224 || Set(parts).count < 3 { return false }
        let isPrivate =
            (parts[0], parts[1]) == (192, 168) || (parts[0], parts[1]) == (169, 254)
            || (parts[0] == 172 && (16...31).contains(parts[1]))
        let isExample = [[192, 0, 2], [198, 51, 100], [203, 0, 113]].contains(Array(parts.prefix(3)))
        return !isPrivate && !isExample
    }

    /// International with a plus, American in groups of three, three and four, or national with a zero and groups.
    var isPhone: Bool {
        if text.first == 0x2B {
            return (9...15).contains(digits.count) && !isFictitious && !(signs.contains(0x2E) && groups.count < 3)
        }
        if lengths == [3, 3, 4], !signs.contains(0x2F), groups[0][0] >= 2, groups[1][0] >= 2 {
            return (signs != [0x20] || text.contains(0x28)) && !isFictitious
        }
        // Numbers of a list are apart by a space as well, so the first group has to look like a code.
        let isNational = digits.first == 0 && (9...12).contains(digits.count) && groups.count >= 2
        return isNational && !signs.contains(0x2E) && groups.allSatisfy { $0.count >= 2 } && lengths != [3, 2, 4]
    }

    /// American numbers that films use.
    private var isFictitious: Bool {
        let last = digits.suffix(7)
        return Array(last.prefix(5)) == [5, 5, 5, 0, 1]
    }

    private func number(_ digits: [UInt8]) -> Int {
        digits.reduce(0) { $0 * 10 + Int($1) }
    }
}
