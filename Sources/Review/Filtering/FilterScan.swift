/// Reads the words of a filter.
///
/// It goes by Unicode scalars: a letter's accent must never merge with the sign before it. Ranges count characters.
struct FilterScan {
    private let scalars: [Unicode.Scalar]
    /// How many characters begin before each scalar, and before the end.
    private let begun: [Int]
    private(set) var position = 0

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        begun =
            text.enumerated().flatMap { number, character in
                character.unicodeScalars.indices.map { $0 == character.unicodeScalars.startIndex ? number : number + 1 }
            } + [text.count]
    }

    /// A part of the text, with quotation marks taken off.
    struct Word {
        let text: String
        let range: Range<Int>
        let isQuoted: Bool
    }

    /// The scalar that is read next; nil at the end.
    var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    /// Whether a word cannot go on here.
    var isAtBreak: Bool { next.map { $0.properties.isWhitespace || $0 == ")" } ?? true }

    mutating func skip() { position += 1 }

    mutating func skipWhitespace() {
        while let next, next.properties.isWhitespace { skip() }
    }

    /// The characters from a position up to this one.
    func range(from start: Int) -> Range<Int> { begun[start]..<begun[min(position, scalars.count)] }

    /// Reads a word: up to the next space or closing bracket, or between quotation marks.
    mutating func word(until isEnd: (Unicode.Scalar) -> Bool = { _ in false }) throws(FilterProblem) -> Word {
        if next == "\"" { return try quotation() }
        let start = position
        while let next, !isAtBreak, !isEnd(next) { skip() }
        return Word(text: string(scalars[start..<position]), range: range(from: start), isQuoted: false)
    }

    private mutating func quotation() throws(FilterProblem) -> Word {
        let start = position
        var content: [Unicode.Scalar] = []
        skip()
        while let scalar = next, scalar != "\"" {
            if scalar == "\\" { skip() }
            if let plain = next { content.append(plain) }
            skip()
        }
        guard next != nil else { throw FilterProblem(range(from: start), "the quotation mark is not closed") }
        skip()
        guard isAtBreak else { throw FilterProblem(range(from: start), "a space must follow the quotation mark") }
        return Word(text: string(content[...]), range: range(from: start), isQuoted: true)
    }

    private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
