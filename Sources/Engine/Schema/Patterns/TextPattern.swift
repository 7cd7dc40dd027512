/// A regular expression of a schema, searched for in time proportional to the text.
///
/// ECMAScript with the `u` flag, by Unicode scalars, as JSON Schema asks. What only older engines accept and every
/// reader understands alike is accepted too: `\-`, a lone `}`, `[\w-.]`. Lookaround, back-references and flags are
/// refused, since no search without them keeps that promise.
package struct TextPattern: Sendable {
    /// The expression as it was given.
    package let source: String

    private let program: PatternProgram

    /// How many instructions it has.
    var size: Int { program.instructions.count }

    /// Instructions of one pattern at most; counted repetitions multiply them.
    package static let sizeLimit = 10_000
    /// Scalars of one expression at most.
    package static let lengthLimit = 100_000
    /// Groups inside each other at most.
    package static let depthLimit = 100

    /// Reads an expression.
    ///
    /// - Throws: ``Refusal`` when it is none, or asks for what is not supported.
    package init(_ source: String) throws(Refusal) {
        var parser = PatternParser(source)
        program = try PatternProgram(of: parser.tree())
        self.source = source
    }

    /// Whether the expression occurs anywhere in a text.
    ///
    /// Every visit of one instruction at one scalar takes a step away, one more for each property of Unicode that it
    /// asks for: at most ``sizeLimit`` of them for a scalar, whatever the expression. To begin takes a step for eight
    /// instructions.
    ///
    /// - Parameters:
    ///   - text: What is searched.
    ///   - steps: What is left to spend; less afterwards.
    /// - Returns: Whether it occurs.
    /// - Throws: ``OutOfSteps`` when the steps do not suffice.
    package func occurs(in text: String, spending steps: inout Int) throws(OutOfSteps) -> Bool {
        var search = PatternSearch(of: program, steps: steps)
        defer { steps = search.stepsLeft }
        return try search.finds(in: text)
    }
}

extension TextPattern {
    /// A search that had to end before it had an answer.
    package struct OutOfSteps: Error {}

    /// Why a text cannot serve as a pattern.
    package enum Refusal: Error, Hashable, Sendable {
        /// It asks for something that is not supported, by name.
        case unsupported(String)
        /// It is no regular expression.
        case malformed(String)
        /// Its repetitions multiply beyond the limit.
        case tooLarge(limit: Int)
        /// The patterns of a schema have too many instructions together.
        case tooMany(limit: Int)
        /// It has more scalars than the limit.
        case tooLong(limit: Int)
        /// Its groups nest beyond the limit.
        case tooDeep(limit: Int)
    }
}

extension TextPattern.Refusal: CustomStringConvertible {
    /// What is not supported or wrong, in a few words.
    package var description: String {
        switch self {
        case .unsupported(let feature): feature
        case .malformed(let reason): "not a regular expression: \(reason)"
        case .tooLarge(let limit): "more than \(limit) instructions with its repetitions written out"
        case .tooMany(let limit): "more than \(limit) instructions in all patterns of the schema"
        case .tooLong(let limit): "longer than \(limit) characters"
        case .tooDeep(let limit): "more than \(limit) groups inside each other"
        }
    }
}
