import Foundation
import Testing

@testable import DisplaySafety

@Suite("The width of a scalar")
struct ScalarWidthTests {
    private static let examples: [(Unicode.Scalar, Int)] = [
        ("a", 1), ("é", 1), ("\u{301}", 0), ("東", 2), ("🙂", 2), ("❤", 1), ("✓", 1), ("⚑", 1), ("─", 1),
        ("\u{1F1F5}", 1), ("\u{E000}", 1), ("Ａ", 2), ("\u{1161}", 0),
    ]

    @Test(arguments: examples)
    func `is what the C library says`(scalar: Unicode.Scalar, width: Int) {
        #expect(ScalarWidth.cells(of: scalar) == width)
    }

    @Test(arguments: ["\u{0}", "\u{1B}", "\u{7F}", "\u{9B}", "\u{378}", "\u{1FAE8}", "\u{10FFFF}"] as [Unicode.Scalar])
    func `is unknown for what no terminal can be trusted with`(scalar: Unicode.Scalar) {
        #expect(ScalarWidth.cells(of: scalar) == nil)
    }

    @Test(.enabled(if: CLibrary.isOfSameUnicode, "The C library here follows another version of Unicode."))
    func `agrees with the C library for every scalar that is drawn`() {
        let width = CLibrary.width
        let different = (0...0x10FFFF).compactMap(Unicode.Scalar.init).filter { scalar in
            guard !HiddenScalars.contains(scalar), let cells = ScalarWidth.cells(of: scalar) else { return false }
            return width?(Int32(bitPattern: scalar.value)) != Int32(cells)
        }

        #expect(different == [])
    }

    @Test func `has tables in order, without overlaps`() {
        for table in [ScalarWidth.wide, ScalarWidth.zero, ScalarWidth.undrawable] {
            #expect(table.count.isMultiple(of: 2))
            let pairs = stride(from: 0, to: table.count, by: 2).map { (table[$0], table[$0 + 1]) }
            #expect(pairs.allSatisfy { $0.0 <= $0.1 })
            #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.1 < $1.0 })
        }
    }
}

/// The C library's own idea of widths, which Swift does not import.
private enum CLibrary {
    typealias Width = @convention(c) (Int32) -> Int32

    static let width: Width? = {
        setlocale(LC_CTYPE, "C.UTF-8")
        return dlsym(nil, "wcwidth").map { unsafeBitCast($0, to: Width.self) }
    }()

    /// Whether it knows what came with Unicode 14 and nothing that came with 15.
    static let isOfSameUnicode = width?(0x1FAE7) == 2 && width?(0x1FAE8) == -1
}
