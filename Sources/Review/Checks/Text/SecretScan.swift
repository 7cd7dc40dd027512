/// Reads a text for secrets, word by word; only words that may be one are looked at closely.
struct SecretScan {
    /// What may be told of a secret: never a part that is secret.
    struct Found: Hashable {
        let kind: String
        /// How keys of a known service begin; empty for anything else.
        let prefix: String
        /// How many characters it has; nil where that is not known.
        let length: Int?

        init(_ kind: String, prefix: String = "", length: Int?) {
            self.kind = kind
            self.prefix = prefix
            self.length = length
        }

        /// `a token of GitHub: ghp_… (40 characters)`.
        var text: String {
            (prefix.isEmpty ? kind : "\(kind): \(prefix)…") + (length.map { " (\($0) characters)" } ?? "")
        }
    }

    private(set) var first: Found?

    /// Reads a text that stands under a key, or under none, and what the key says.
    init(_ text: String, under key: String, _ name: SecretName?) {
        guard text.utf8.count >= 6 else { return }
        first = Self.named(text, key, name) ?? Self.inWords(of: text)
    }

    /// The whole text, where its key says that it is a secret.
    private static func named(_ text: String, _ key: String, _ name: SecretName?) -> Found? {
        let isSecret =
            switch name {
            case .password: SecretShape(text).isPassword
            case .key: SecretShape(text).isRandom
            case nil: false
            }
        return isSecret ? Found("a value under \(key)", length: text.count) : nil
    }

    private static func inWords(of text: String) -> Found? {
        let words = SuspectWords(text)
        for suspect in words.suspects {
            for trait in suspect.traits {
                if let found = found(trait, at: suspect.index, in: words) { return found }
            }
        }
        return nil
    }

    private static func found(_ trait: SuspectWords.Trait, at index: Int, in words: SuspectWords) -> Found? {
        switch trait {
        case .dashes(let place):
            let head = words.text(from: place, length: 80)
            let isKey = head.contains("-----BEGIN ") && head.contains("PRIVATE KEY-----")
            return isKey ? Found("a private key", length: nil) : nil
        case .address:
            return words[index].split(whereSeparator: \.isWhitespace).lazy.compactMap(passwordInAddress).first
        case .long: return words[index].split(whereSeparator: \.isWhitespace).lazy.compactMap(parts).first
        case .lead: return announced(at: index, in: words)
        }
    }

    /// `postgres://ana:secret@host`.
    private static func passwordInAddress(_ word: Substring) -> Found? {
        guard let scheme = word.firstRange(of: "://") else { return nil }
        let authority = word[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" }
        guard let at = authority.lastIndex(of: "@"), let colon = authority[..<at].firstIndex(of: ":") else {
            return nil
        }
        let password = authority[authority.index(after: colon)..<at]
        let isSecret = !password.isEmpty && !SecretShape(password).isPlaceholder
        return isSecret ? Found("a password in an address", length: password.count) : nil
    }

    /// Known beginnings, and `name=value`.
    private static func parts(of word: Substring) -> Found? {
        let parts = word.split { "=&?;,:\"'`()[]{}<>|".contains($0) }
        for (index, part) in parts.enumerated() {
            let bare = SecretShape.trimmed(part)
            if let (prefix, kind) = SecretPrefix.known(of: bare) {
                return Found(kind, prefix: prefix, length: bare.count)
            }
            guard index > 0, SecretName(String(parts[index - 1])) != nil else { continue }
            if SecretShape(bare).isRandom { return Found("a value under \(parts[index - 1])", length: bare.count) }
        }
        return nil
    }

    /// “Bearer …”, “my password is …”, “the token is …”.
    private static func announced(at index: Int, in words: SuspectWords) -> Found? {
        let lead = words[index].lowercased().filter(\.isLetter)
        guard leads.contains(lead) else { return nil }
        let next = [words[index + 1], words[index + 2]].drop { links.contains($0.lowercased()) }
        guard let word = next.first.map({ SecretShape.trimmed($0[...]) }) else { return nil }
        let shape = SecretShape(word)
        let isPassword = passwords.contains(lead)
        let isSecret = isPassword ? shape.isPassword && word.contains(where: \.isNumber) : shape.isRandom
        return isSecret ? Found(isPassword ? "a password" : "a \(lead)", length: word.count) : nil
    }

    private static let passwords: Set = ["password", "passphrase", "passwort", "passwd", "pwd", "contraseña", "密码"]
    private static let leads = passwords.union(["bearer", "token", "key", "secret", "apikey"])
    private static let links: Set = ["is", "ist", "es", "=", ":", "->", "was"]
}

/// What a key says of its value.
enum SecretName {
    case password, key

    init?(_ key: String) {
        let name = key.lowercased().filter(\.isLetter)
        if Self.passwords.contains(where: name.hasSuffix) {
            self = .password
        } else if Self.keys.contains(where: name.hasSuffix) || name == "token" || name == "auth" || name == "appid" {
            self = .key
        } else {
            return nil
        }
    }

    private static let passwords = ["password", "passwd", "passphrase", "pwd"]
    private static let keys = [
        "apikey", "apitoken", "secret", "secretkey", "accesskey", "accesstoken", "authtoken", "bearertoken",
        "refreshtoken", "sessiontoken", "privatekey", "appkey", "clientsecret", "authorization", "credential",
    ]
}

/// What a word looks like.
struct SecretShape {
    private let text: Substring

    init(_ text: Substring) {
        self.text = text
    }

    init(_ text: String) {
        self.init(text[...])
    }

    /// The word without the signs of its sentence.
    static func trimmed(_ word: Substring) -> Substring {
        var word = word
        while let last = word.last, ".,;:!?\"'`)]}>".contains(last) { word.removeLast() }
        while let first = word.first, "\"'`([{<".contains(first) { word.removeFirst() }
        return word
    }

    /// Whether it stands for a secret that is not there.
    var isPlaceholder: Bool {
        let lower = text.lowercased()
        if Set(lower).count < 5 || lower.contains(where: { "*…<>{}".contains($0) }) { return true }
        return ["xxxx", "your", "example", "redacted", "placeholder", "changeme"].contains(where: lower.contains)
    }

    /// Letters and digits in no order that words have.
    var isRandom: Bool {
        // A header says the scheme first.
        let value = text.lowercased().hasPrefix("bearer ") ? text.dropFirst(7) : text
        guard (16...512).contains(value.utf8.count), !value.contains(where: \.isWhitespace) else { return false }
        let digits = value.count(where: \.isNumber)
        let isAlive = digits >= 2 && value.contains(where: \.isLetter)
        return isAlive && Set(value).count >= 8 && !SecretShape(value).isPlaceholder
    }

    /// One word that nobody would write for another reason.
    var isPassword: Bool {
        (6...128).contains(text.count) && !text.contains(where: \.isWhitespace) && !isPlaceholder && isVaried
    }

    /// At least two of lower case, upper case, digits and signs.
    private var isVaried: Bool {
        let has = [
            text.contains(where: \.isLowercase), text.contains(where: \.isUppercase), text.contains(where: \.isNumber),
            text.contains { !$0.isLetter && !$0.isNumber },
        ]
        return has.count { $0 } >= 2
    }
}

/// How the keys of well-known services begin.
enum SecretPrefix {
    /// How a key begins and what it is; nil for a word that is none.
    static func known(of word: Substring) -> (prefix: String, kind: String)? {
        for (prefix, rest, kind) in known where word.hasPrefix(prefix) {
            guard word.utf8.count >= prefix.utf8.count + rest, word.utf8.allSatisfy(isKeyByte) else { continue }
            let tail = word.dropFirst(prefix.count)
            guard tail.contains(where: \.isNumber), Set(tail).count >= 8, !SecretShape(tail).isPlaceholder else {
                continue
            }
            if prefix == "eyJ", word.count(where: { $0 == "." }) != 2 { continue }
            return (prefix, kind)
        }
        return nil
    }

    private static func isKeyByte(_ byte: UInt8) -> Bool {
        let letter = byte | 0x20
        return (0x61...0x7A).contains(letter) || (0x30...0x39).contains(byte) || [0x2D, 0x2E, 0x5F].contains(byte)
    }

    private static let known: [(String, Int, String)] = [
        ("sk-ant-", 20, "a key of Anthropic"), ("sk-", 20, "a key of a model's API"),
        ("sk_live_", 16, "a key of Stripe"),
        ("sk_test_", 16, "a key of Stripe"), ("rk_live_", 16, "a key of Stripe"), ("ghp_", 30, "a token of GitHub"),
        ("gho_", 30, "a token of GitHub"), ("ghu_", 30, "a token of GitHub"), ("ghs_", 30, "a token of GitHub"),
        ("ghr_", 30, "a token of GitHub"), ("github_pat_", 22, "a token of GitHub"), ("AKIA", 16, "a key of AWS"),
        ("ASIA", 16, "a key of AWS"), ("xoxb-", 10, "a token of Slack"), ("xoxp-", 10, "a token of Slack"),
        ("xoxa-", 10, "a token of Slack"), ("xoxr-", 10, "a token of Slack"), ("xoxs-", 10, "a token of Slack"),
        ("AIza", 30, "a key of Google"), ("ya29.", 20, "a token of Google"), ("glpat-", 16, "a token of GitLab"),
        ("hf_", 20, "a token of Hugging Face"), ("npm_", 30, "a token of npm"), ("eyJ", 30, "a JSON web token"),
        ("SG.", 40, "a key of SendGrid"),
    ]
}
