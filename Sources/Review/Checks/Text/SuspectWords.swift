/// The words of a text, and which of them may be or announce a secret.
///
/// One pass over the bytes: outputs are long, and hardly any of their words need a closer look.
struct SuspectWords {
    /// Why a word needs a closer look.
    enum Trait {
        /// Five dashes, and where they begin.
        case dashes(at: Int)
        /// `://`, and an `@` behind it.
        case address
        /// A run as long as a key, with a digit.
        case long
        /// It begins as “password”, “bearer” and the like do.
        case lead
    }

    private(set) var suspects: [(index: Int, traits: [Trait])] = []
    private var words: [Range<Int>] = []
    private let bytes: [UInt8]

    init(_ text: String) {
        bytes = Array(text.utf8)
        var words: [Range<Int>] = []
        var suspects: [(index: Int, traits: [Trait])] = []
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                guard bytes[index] > 0x20 else {
                    index += 1
                    continue
                }
                var reader = WordReader(start: index)
                while index < bytes.count, bytes[index] > 0x20 {
                    reader.read(bytes[index], at: index)
                    index += 1
                }
                let traits = reader.traits(to: index)
                if !traits.isEmpty { suspects.append((words.count, traits)) }
                words.append(reader.start..<index)
            }
        }
        self.words = words
        self.suspects = suspects
    }

    /// A word; empty where there is none.
    subscript(index: Int) -> String {
        words.indices.contains(index) ? String(decoding: bytes[words[index]], as: UTF8.self) : ""
    }

    func text(from place: Int, length: Int) -> String {
        String(decoding: bytes[place..<min(place + length, bytes.count)], as: UTF8.self)
    }
}

/// Reads the bytes of one word.
private struct WordReader {
    let start: Int
    private var run = 0
    private var runHasDigit = false
    private var isLong = false
    private var dashes = 0
    private var firstDash: Int?
    /// How much of `://` was read.
    private var addressMarks = 0
    private var isAddress = false
    /// The first three letters of ASCII in lower case.
    private var head: UInt32 = 0
    private var first: UInt8 = 0

    /// The shortest of the keys that are known by their beginning.
    private static let keyLength = 15
    /// Bytes of the longest word that announces a secret, with signs around it.
    private static let leadLength = 24

    init(start: Int) {
        self.start = start
    }

    mutating func read(_ byte: UInt8, at index: Int) {
        let folded = byte | 0x20
        if folded &- 0x61 < 26 {
            if first == 0 { first = folded }
            if head < 0x10000 { head = head << 8 | UInt32(folded) }
        } else if byte &- 0x30 < 10 {
            runHasDigit = true
        } else {
            readSign(byte, at: index)
            return
        }
        lengthen()
        dashes = 0
        if addressMarks != 3 { addressMarks = 0 }
    }

    private mutating func lengthen() {
        run += 1
        if run >= Self.keyLength, runHasDigit { isLong = true }
    }

    private mutating func readSign(_ byte: UInt8, at index: Int) {
        if byte >= 0x80, first == 0 { first = byte }
        dashes = byte == 0x2D ? dashes + 1 : 0
        if dashes == 5, firstDash == nil { firstDash = index - 4 }
        switch byte {
        case 0x2F where addressMarks == 1 || addressMarks == 2: addressMarks += 1
        case 0x40 where addressMarks == 3: isAddress = true
        case _ where addressMarks == 3: break
        case 0x3A: addressMarks = 1
        case _: addressMarks = 0
        }
        guard Self.separates(byte) else { return lengthen() }
        run = 0
        runHasDigit = false
    }

    func traits(to end: Int) -> [SuspectWords.Trait] {
        let isLead = end - start <= Self.leadLength && beginsAsLead
        guard firstDash != nil || isAddress || isLong || isLead else { return [] }
        let traits: [SuspectWords.Trait?] = [
            firstDash.map { .dashes(at: $0) }, isAddress ? .address : nil, isLong ? .long : nil, isLead ? .lead : nil,
        ]
        return traits.compactMap(\.self)
    }

    /// As pas(sword), pwd, con(traseña), bea(rer), tok(en), key, sec(ret), api(key) and 密(码) do.
    private var beginsAsLead: Bool {
        switch head {
        case 0x706173, 0x707764, 0x636F6E, 0x626561, 0x746F6B, 0x6B6579, 0x736563, 0x617069: true
        case _: first == 0xE5
        }
    }

    /// The signs that part a name from its value.
    private static func separates(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x3D, 0x26, 0x3F, 0x3B, 0x2C, 0x3A, 0x22, 0x27, 0x60, 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0x3C, 0x3E, 0x7C:
            true
        case _: false
        }
    }
}
