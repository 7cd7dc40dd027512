/// A model where equal ones must mean equal answers: its name, and where it is asked.
///
/// Several endpoints may serve other weights under one name.
package struct ModelIdentity: Hashable, Sendable, CustomStringConvertible {
    /// As its endpoint knows it.
    package let name: String
    /// The endpoint's address; nil for what is asked nowhere, and where an earlier version noted the name alone.
    package let base: String?

    package init(name: String, base: String?) {
        self.name = name
        self.base = base
    }

    /// Reads what ``description`` wrote, and a name alone.
    package init(_ text: String) {
        guard let mark = text.ranges(of: " at ").last, text[mark.upperBound...].contains("://") else {
            self.init(name: text, base: nil)
            return
        }
        self.init(name: String(text[..<mark.lowerBound]), base: String(text[mark.upperBound...]))
    }

    /// As the plan of a study keeps it: `NAME at ADDRESS`, or the name alone.
    package var description: String { base.map { "\(name) at \($0)" } ?? name }
}
