import Canvas
import Testing
@testable import Explorer
@Test func `scratch`() throws {
    let s = ExplorerState.example()
    let screen = ReviewScreen(s, size: .wide, glyphs: .utf8)
    let pen = Pen(.utf8)
    func t(_ n: String, _ f: () -> Void) { let c = ContinuousClock(); let d = c.measure { for _ in 0..<30 { f() } }; print("T", n, d/30) }
    t("frame") { _ = s.frame(in: .wide, glyphs: .utf8) }
    t("empty frame") { _ = Frame(size: .wide) }
    for p in Pane.allCases { t("rows \(p)") { _ = screen.rows(of: p, width: 43) } }
    t("cursor") { _ = s.cursor(in: .chains) }
    var f = Frame(size: .wide)
    t("hint") { HintLine(state: s, pen: pen).draw(in: screen.layout.hints, on: &f) }
    t("header") { HeaderLine(state: s, pen: pen).draw(in: screen.layout.header, on: &f) }
    t("status") { StatusLine(state: s, pen: pen).draw(in: screen.layout.status, on: &f) }
    t("lint") { LintLine(state: s, pen: pen).draw(in: screen.layout.lint, on: &f) }
    t("strip") { IterationsStrip(open: s.open!, isHeld: false, pen: pen).drawBox(in: screen.layout.strip, on: &f) }
    t("boxes") { for r in screen.layout.panes.values { f.box(r, title: "x", glyphs: .utf8) } }
    t("screen") { screen.draw(on: &f) }
}
