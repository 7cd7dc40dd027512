import Engine

/// An order that looks like chance and depends only on a seed and on what is put in order.
///
/// What is added later does not change the places of the others relative to each other.
struct SeededOrder {
    let seed: UInt64

    /// Compare ranks to order; equal words have equal ranks.
    func rank(_ words: String...) -> String {
        ContentHash(of: ([String(seed)] + words).joined(separator: "\n")).hex
    }
}
