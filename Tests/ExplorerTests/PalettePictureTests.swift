import Canvas
import TestSupport
import Testing

@testable import Explorer

@Suite("The palette's picture")
struct PalettePictureTests {
    private func picture(_ palette: Palette, in size: Size, glyphs: GlyphSet = .utf8) -> Frame {
        var frame = Frame(size: size)
        PalettePicture(palette: palette, pen: Pen(glyphs)).draw(on: &frame)
        return frame
    }

    @Test func `shows the answers with their keys, and what is impossible`() {
        var palette = Palette.example()
        palette.type("pa")

        expect(
            picture(palette, in: .small),
            shows: """




                ┏━ Command   1 of 44 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
                ┃ : pa                                                                         ┃
                ┃                                                                              ┃
                ┃ > pane-queue                    gq        to the queue                       ┃
                ┃   pane-chains                             to the pane Chains                 ┃
                ┃   pane-gradient                           to the pane Gradient               ┃
                ┃   pane-query                              to the pane Query                  ┃
                ┃   pane-response                           to the pane Response               ┃
                ┃   pane-facts                              to the pane Facts                  ┃
                ┃   pause                         S         not now: Nothing is growing.       ┃
                ┃   palette                       :         give a command by its name         ┃
                ┃   half-page-down                ctrl-d    half a page down                   ┃
                ┃   half-page-up                  ctrl-u    half a page up                     ┃
                ┃   next-pane                     tab       next pane                          ┃
                ┃ enter do it   tab complete   down/up list, then earlier ones   esc           ┃
                ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
                """)
    }

    @Test func `shows what is wrong`() {
        var palette = Palette.example()
        palette.type("theme drak")
        _ = palette.press(.enter)

        expect(
            picture(palette, in: .wide),
            shows: """










                            ┏━ Command ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
                            ┃ : theme drak                                                                                 ┃
                            ┃ ! There is no theme called "drak" (dark?).                                                   ┃
                            ┃                                                                                              ┃
                            ┃                                                                                              ┃
                            ┃                                                                                              ┃
                            ┃                                                                                              ┃
                            ┃                                                                                              ┃
                            ┃                                                                                              ┃
                            ┃                                                                                              ┃
                            ┃                                                                                              ┃
                            ┃                                                                                              ┃
                            ┃                                                                                              ┃
                            ┃                                                                                              ┃
                            ┃ enter do it   tab complete   down/up list, then earlier ones   esc                           ┃
                            ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
                """)
    }

    @Test func `draws with ASCII alone`() {
        let text = picture(.example(), in: .small, glyphs: .ascii).text()

        #expect(text.utf8.allSatisfy { $0 < 0x80 })
    }

    @Test func `fits the smallest screen, at most sixteen rows high`() {
        let size = Size(columns: 60, rows: 16)
        let rows = picture(.example(), in: .wide).text().split(separator: "\n").filter {
            $0.contains("┃") || $0.contains("━")
        }

        #expect(rows.count == 16)
        #expect(picture(.example(), in: size).text().contains("enter do it"))
    }

    @Test func `keeps the row that was moved to in view`() {
        var palette = Palette.example()
        for _ in 0..<40 { _ = palette.press(.down) }

        let frame = picture(palette, in: .small)

        #expect(frame.text().contains("> " + palette.rows[40].usage))
    }

    @Test func `shows hostile text as markers`() {
        var palette = Palette.example()
        _ = palette.press(.paste("go \u{202E}\u{1B}[31m"))
        _ = palette.press(.enter)
        palette.complain("no \u{202E}")

        let text = picture(palette, in: .wide).text()

        #expect(text.contains(": go ‹U+202E›"))
        #expect(text.contains("! no ‹U+202E›"))
    }

    @Test func `has the terminal's cursor behind the typed text`() {
        var palette = Palette.example()
        palette.type("go 東")

        let frame = picture(palette, in: .small)

        #expect(frame.cursor == Position(row: 5, column: 9))
    }
}
