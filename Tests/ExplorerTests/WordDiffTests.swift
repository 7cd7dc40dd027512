import Testing

@testable import Explorer

@Suite("Comparing drafts word by word")
struct WordDiffTests {
    typealias Piece = WordDiff.Piece

    @Test(
        arguments: [
            ("a b c", "a b c", [Piece.same("a b c")]),
            ("", "a b", [.added("a b")]),
            ("a b", "", [.removed("a b")]),
            ("Is it far?", "Is it very far?", [.same("Is it "), .added("very "), .same("far?")]),
            ("one two three four", "one 2 three 4", [.same("one "), .removed("two three four"), .added("2 three 4")]),
            ("我在東京。", "我在大阪。", [.same("我在"), .removed("東京"), .added("大阪"), .same("。")]),
        ] as [(String, String, [Piece])])
    func `tells what stayed, what went and what came`(old: String, new: String, pieces: [Piece]) {
        #expect(WordDiff.pieces(from: old, to: new) == pieces)
    }

    @Test func `loses nothing of the new text`() {
        let old = "I'm in Lisbon this weekend. Which hotels are good?"
        let new = "I'm in Lisbon  this weekend\nand have 600 dollars. Which hotels fit?"

        let pieces = WordDiff.pieces(from: old, to: new)

        let rebuilt = pieces.map { piece -> String in
            switch piece {
            case .same(let text), .added(let text): text
            case .removed: ""
            }
        }
        #expect(rebuilt.joined() == new)
    }

    @Test func `does not compare texts that nobody could read`() {
        let long = String(repeating: "word ", count: 5_000)

        #expect(WordDiff.pieces(from: long, to: long + "more").isEmpty)
    }
}
