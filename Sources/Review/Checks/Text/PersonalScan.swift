import Engine

/// Reads a text for what belongs to a person.
struct PersonalScan {
    enum Kind {
        case email, phone, card, account, socialSecurity, internetAddress

        var title: String {
            switch self {
            case .email: "an e-mail address"
            case .phone: "a phone number"
            case .card: "a payment card"
            case .account: "a bank account"
            case .socialSecurity: "a social security number"
            case .internetAddress: "the internet address of a person"
            }
        }
    }

    struct Found {
        let kind: Kind
        let text: String

        /// Equal for two spellings of the same.
        var normalised: String { text.lowercased().filter { !" -.()/".contains($0) } }
    }

    /// Where a text is from, which says what counts in it.
    enum Origin {
        case written
        /// A tool's output: only what no business publishes.
        case returned
        /// A tool's output: what businesses publish.
        case published
    }

    private(set) var found: [Found] = []

    /// Reads a text that stands under a key, or under none.
    init(_ text: String, under key: String, of origin: Origin) {
        let bytes = Array(text.utf8)
        guard Self.mayHold(bytes) else { return }
        switch origin {
        case .written:
            found = EmailScan(bytes).found + DigitScan(bytes, under: key).found + AccountScan(bytes).found
            if !Self.speaksOfPerson(text) { found.removeAll { $0.kind == .internetAddress } }
        case .returned:
            found = DigitScan(bytes, under: key).found.filter {
                $0.kind == .socialSecurity || $0.isSureCard(under: key)
            }
            found += AccountScan(bytes).found
        case .published:
            found = EmailScan(bytes).found + DigitScan(bytes, under: key).found
        }
    }

    /// Whether there is an `@`, or four digits: what all of these have.
    private static func mayHold(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var digits = 0
            for byte in bytes {
                if byte == 0x40 { return true }
                if byte &- 0x30 < 10 { digits += 1 }
                if digits == 4 { return true }
            }
            return false
        }
    }

    private static func speaksOfPerson(_ text: String) -> Bool {
        let words = Set(text.lowercased().split { !$0.isLetter })
        return !words.isDisjoint(with: persons)
    }

    private static let persons: Set<Substring> = [
        "my", "his", "her", "their", "neighbour", "neighbor", "friend", "colleague", "customer", "user", "who",
        "somebody", "someone", "husband", "wife", "boss", "patient", "visitor", "mother", "father",
    ]
}

extension PersonalScan.Found {
    /// In outputs sixteen digits may be any identifier.
    fileprivate func isSureCard(under key: String) -> Bool {
        guard kind == .card else { return false }
        return text.contains { $0 == " " || $0 == "-" }
            || ["card", "pan", "cc"].contains(where: key.lowercased().contains)
    }
}

/// Finds e-mail addresses.
private struct EmailScan {
    private(set) var found: [PersonalScan.Found] = []

    init(_ bytes: [UInt8]) {
        var next = 0
        while let index = bytes[next...].firstIndex(of: UInt8(ascii: "@")) {
            next = index + 1
            let start = bytes[max(0, index - 64)..<index].lastIndex { !Self.isLocal($0) }.map { $0 + 1 }
            let local = bytes[(start ?? max(0, index - 64))..<index]
            let domain = bytes[(index + 1)..<min(bytes.count, index + 254)].prefix(while: Self.isDomain)
            let name = String(decoding: local, as: UTF8.self)
            let host = Self.trimmed(String(decoding: domain, as: UTF8.self).lowercased())
            guard !name.isEmpty, Self.isPersonal(name), Self.isReal(host) else { continue }
            found.append(PersonalScan.Found(kind: .email, text: name + "@" + host))
        }
    }

    private static func trimmed(_ host: String) -> String {
        var host = host
        while let last = host.last, ".-".contains(last) { host.removeLast() }
        return host
    }

    private static func isReal(_ host: String) -> Bool {
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, let top = labels.last, top.count >= 2, top.allSatisfy(\.isLetter) else { return false }
        return !labels.contains("example") && !["test", "invalid", "localhost", "example", "local"].contains(top)
    }

    /// A mailbox of a business is none of a person.
    private static func isPersonal(_ name: String) -> Bool {
        !roles.contains(name.lowercased().filter { $0.isLetter })
    }

    private static func isLocal(_ byte: UInt8) -> Bool {
        isDomain(byte) || [UInt8(ascii: "_"), UInt8(ascii: "%"), UInt8(ascii: "+")].contains(byte)
    }

    private static func isDomain(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E
    }

    private static let roles: Set = [
        "info", "support", "contact", "help", "hello", "sales", "office", "service", "press", "admin", "noreply",
        "kontakt", "mail", "team", "billing", "booking", "bookings", "reservations", "jobs", "careers", "git", "news",
        "newsletter", "webmaster", "postmaster", "feedback", "marketing", "enquiries", "inquiries", "orders", "shop",
    ]
}

/// Finds international bank account numbers whose check digits are right.
private struct AccountScan {
    private(set) var found: [PersonalScan.Found] = []

    init(_ bytes: [UInt8]) {
        guard bytes.count >= 15 else { return }
        for start in Self.starts(in: bytes) where Self.begins(at: start, in: bytes) {
            let country = String(decoding: bytes[start...(start + 1)], as: UTF8.self)
            guard let length = Self.lengths[country], let account = Self.read(length, at: start, in: bytes),
                Self.remainder(account) == 1
            else { continue }
            found.append(PersonalScan.Found(kind: .account, text: String(decoding: account, as: UTF8.self)))
        }
    }

    /// Where two capital letters and a digit stand.
    private static func starts(in bytes: [UInt8]) -> [Int] {
        bytes.withUnsafeBufferPointer { bytes in
            var starts: [Int] = []
            var index = 0
            while index + 15 <= bytes.count {
                if bytes[index] &- 0x41 < 26, bytes[index + 1] &- 0x41 < 26, bytes[index + 2] &- 0x30 < 10 {
                    starts.append(index)
                }
                index += 1
            }
            return starts
        }
    }

    private static func begins(at start: Int, in bytes: [UInt8]) -> Bool {
        guard (0x41...0x5A).contains(bytes[start]), (0x41...0x5A).contains(bytes[start + 1]) else { return false }
        guard bytes[start + 2].isDigit, bytes[start + 3].isDigit else { return false }
        return start == 0 || !isAlphanumeric(bytes[start - 1])
    }

    /// So many letters and digits, single spaces left out; nil where the number ends earlier or goes on.
    private static func read(_ length: Int, at start: Int, in bytes: [UInt8]) -> [UInt8]? {
        var account: [UInt8] = []
        var index = start
        while index < bytes.count, account.count < length {
            if isAlphanumeric(bytes[index]) {
                account.append(bytes[index])
            } else if bytes[index] != 0x20 || bytes[index - 1] == 0x20 {
                return nil
            }
            index += 1
        }
        return account.count == length && (index == bytes.count || !isAlphanumeric(bytes[index])) ? account : nil
    }

    /// By ISO 7064, modulo 97.
    private static func remainder(_ account: [UInt8]) -> Int {
        (account[4...] + account[..<4]).reduce(0) { rest, byte in
            byte.isDigit ? (rest * 10 + Int(byte - 0x30)) % 97 : (rest * 100 + Int(byte | 0x20) - 0x61 + 10) % 97
        }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        byte.isDigit || (0x61...0x7A).contains(byte | 0x20)
    }

    private static let lengths = [
        "AE": 23, "AT": 20, "BE": 16, "BG": 22, "BR": 29, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20,
        "ES": 24, "FI": 18, "FR": 27, "GB": 22, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IL": 23, "IS": 26, "IT": 27,
        "LT": 20, "LU": 20, "LV": 21, "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24, "SA": 24, "SE": 24,
        "SI": 19, "SK": 24, "TR": 26, "UA": 29,
    ]
}

extension UInt8 {
    /// Whether it is an ASCII digit.
    var isDigit: Bool { self &- 0x30 < 10 }
}
