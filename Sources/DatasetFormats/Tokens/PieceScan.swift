/// Walks over a text and takes the longest piece that the family's pattern allows at each place.
struct PieceScan {
    private let scalars: [Unicode.Scalar]
    private let kinds: [Kind]
    private let family: PreTokenizer.Family
    private var place = 0

    private enum Kind {
        case letter, digit, lineEnd, blank, mark

        var isSpace: Bool { self == .lineEnd || self == .blank }
        var isMark: Bool { self == .mark }
    }

    init(_ text: some Sequence<Unicode.Scalar>, _ family: PreTokenizer.Family) {
        scalars = Array(text)
        kinds = scalars.map(Self.kind)
        self.family = family
    }

    mutating func next() -> [UInt8]? {
        guard place < scalars.count else { return nil }
        let start = place
        place = max(start + 1, end(from: start))
        return scalars[start..<place].flatMap { Array(UTF8.encode($0) ?? UTF8.encodedReplacementCharacter) }
    }

    private func end(from start: Int) -> Int {
        switch family {
        case .gpt2:
            contraction(at: start) ?? wordAfterBlank(at: start) ?? spaces(from: start)
        case .cl100k(let digits):
            contraction(at: start) ?? word(at: start) ?? number(at: start, atMost: digits) ?? marks(at: start)
                ?? lineEnds(at: start) ?? spaces(from: start)
        }
    }
}

extension PieceScan {
    /// `'s`, `'re` and their like; the newer families take capitals too.
    private func contraction(at start: Int) -> Int? {
        guard scalars[start] == "'" else { return nil }
        let endings = ["s", "t", "m", "d", "re", "ve", "ll"]
        let length = endings.first { ending in
            ending.unicodeScalars.enumerated().allSatisfy { offset, letter in
                let place = start + 1 + offset
                return place < scalars.count && folded(scalars[place]) == letter
            }
        }?.unicodeScalars.count
        return length.map { start + 1 + $0 }
    }

    /// The long s is a small s where case does not count.
    private func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard case .cl100k = family else { return scalar }
        if scalar == "\u{17F}" { return "s" }
        guard scalar.isASCII, (0x41...0x5A).contains(scalar.value) else { return scalar }
        return Unicode.Scalar(UInt8(scalar.value + 0x20))
    }

    /// Letters, digits or marks, with a blank before them.
    private func wordAfterBlank(at start: Int) -> Int? {
        let first = scalars[start] == " " ? start + 1 : start
        guard first < kinds.count, !kinds[first].isSpace else { return nil }
        return run(from: first) { $0 == kinds[first] }
    }

    /// Letters, with one mark or space before them.
    private func word(at start: Int) -> Int? {
        let first =
            switch kinds[start] {
            case .letter: start
            case .blank, .mark: start + 1
            case .digit, .lineEnd: kinds.count
            }
        guard first < kinds.count, kinds[first] == .letter else { return nil }
        return run(from: first) { $0 == .letter }
    }

    private func number(at start: Int, atMost digits: Int) -> Int? {
        guard kinds[start] == .digit else { return nil }
        return min(run(from: start) { $0 == .digit }, start + digits)
    }

    /// Marks with a blank before them and the line ends after them.
    private func marks(at start: Int) -> Int? {
        let first = scalars[start] == " " ? start + 1 : start
        guard first < kinds.count, kinds[first].isMark else { return nil }
        let end = run(from: first) { $0.isMark }
        return run(from: end) { $0 == .lineEnd }
    }

    /// Spaces up to the last line end among them.
    private func lineEnds(at start: Int) -> Int? {
        let end = run(from: start) { $0.isSpace }
        return kinds[start..<end].lastIndex { $0 == .lineEnd }.map { $0 + 1 }
    }

    /// Spaces; the last one is left for the word after them.
    private func spaces(from start: Int) -> Int {
        let end = run(from: start) { $0.isSpace }
        return end == kinds.count || end - start < 2 ? end : end - 1
    }

    private func run(from start: Int, while isIn: (Kind) -> Bool) -> Int {
        var end = start
        while end < kinds.count, isIn(kinds[end]) { end += 1 }
        return end
    }

    private static func kind(_ scalar: Unicode.Scalar) -> Kind {
        if scalar.isASCII { return asciiKind(scalar.value) }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return .letter
        case .decimalNumber, .letterNumber, .otherNumber: return .digit
        case _: return scalar.properties.isWhitespace ? .blank : .mark
        }
    }

    private static func asciiKind(_ value: UInt32) -> Kind {
        switch value {
        case 0x41...0x5A, 0x61...0x7A: .letter
        case 0x30...0x39: .digit
        case 0x0A, 0x0D: .lineEnd
        case 0x09, 0x0B, 0x0C, 0x20: .blank
        case _: .mark
        }
    }
}
