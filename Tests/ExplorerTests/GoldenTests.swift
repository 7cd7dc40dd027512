import Canvas
import DisplaySafety
import TestSupport
import Testing

@testable import Explorer

@Suite("Golden pictures")
struct GoldenTests {
    private static let folder = GoldenFolder()

    @Test(arguments: GoldenScreen.all) func `every screen looks as in its picture`(screen: GoldenScreen) throws {
        for layer in screen.layers {
            try Self.folder.expect(layer, of: screen.frame, as: screen.file(layer))
        }
    }

    @Test func `every picture is of a screen`() throws {
        let named = Set(GoldenScreen.all.flatMap { screen in screen.layers.map(screen.file) })

        let strays = try Self.folder.files.subtracting(named).sorted()

        #expect(strays.isEmpty, "Nothing draws these: remove them.")
    }

    @Test func `no two screens share a picture`() {
        let files = GoldenScreen.all.flatMap { screen in screen.layers.map(screen.file) }

        #expect(Set(files).count == files.count)
    }

    @Test(arguments: GoldenScreen.all.filter { $0.layers == [.attributes] })
    func `every mixture of attributes has a letter`(screen: GoldenScreen) {
        #expect(GoldenLayer.attributes.rows(of: screen.frame).allSatisfy { !$0.contains("#") })
    }

    @Test(arguments: GoldenScreen.all) func `every row fills the screen, and the cursor is on it`(screen: GoldenScreen)
    {
        expectWhole(screen.frame, screen.size)
    }

    @Test(arguments: GoldenScreen.all) func `no cell holds what a terminal would obey`(screen: GoldenScreen) {
        let scalars = screen.frame.cells.flatMap(\.text.unicodeScalars)

        let obeyed = scalars.filter { scalar in
            scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.properties.isBidiControl
                || scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .format
        }
        #expect(obeyed.isEmpty)
    }

    @Test(arguments: GoldenScreen.all) func `what begins with a border ends with one`(screen: GoldenScreen) {
        let frame = screen.frame
        let last = screen.size.columns - 1

        for row in 0..<screen.size.rows {
            let (first, end) = (frame[Position(row: row, column: 0)], frame[Position(row: row, column: last)])
            guard first.isBorder else { continue }
            #expect(end.isBorder, "row \(row): \(frame.text(row: row))")
        }
    }

    @Test(arguments: GoldenScreen.all.filter { $0.glyphs == GlyphSet.ascii })
    func `nothing but ASCII is drawn where the terminal has nothing else`(screen: GoldenScreen) {
        #expect(screen.frame.cells.allSatisfy { $0.text.allSatisfy(\.isASCII) })
    }
}

extension Cell {
    fileprivate var isBorder: Bool { ink.role == .border || ink.role == .borderFocus }
}
