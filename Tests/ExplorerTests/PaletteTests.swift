import Canvas
import Review
import Testing

@testable import Explorer

extension Palette {
    /// A palette in which the run cannot be paused.
    static func example(history: [String] = []) -> Palette {
        Palette(
            keymap: .standard,
            choices: Choices(
                queues: ["hard ones", "tokyo"], themes: ["classic", "dark", "light"], theme: "dark",
                formats: ["openai", "toolgrad"]),
            history: history
        ) { $0 == .pauseRun ? "Nothing is growing." : nil }
    }

    mutating func type(_ text: String) {
        for character in text { _ = press(.character(character)) }
    }

    /// Presses keys by their names, separated by spaces; the outcome of the last one.
    @discardableResult
    mutating func press(_ script: String) -> Outcome {
        script.split(separator: " ").reduce(.stays) { _, name in Key(name: String(name)).map { press($0) } ?? .stays }
    }
}

@Suite("The palette")
struct PaletteTests {
    /// What becomes of a text and Enter.
    private func outcome(of text: String) -> Palette.Outcome {
        var palette = Palette.example()
        palette.type(text)
        return palette.press(.enter)
    }

    /// Why a text and Enter do nothing; nil where they do something.
    private func complaint(about text: String) -> String? {
        var palette = Palette.example()
        palette.type(text)
        guard palette.press(.enter) == .stays else { return nil }
        #expect(palette.text == text, "The text is kept.")
        return palette.complaint
    }

    @Test(
        arguments: [
            ("accept", Command.act(.accept)), ("copy-jq", .act(.copy(.jq))), ("quit", .act(.quit)),
            ("sort", .act(.sort)), ("reject", .act(.reject)), ("export", .act(.export)),
            ("queue status:pending !flag", .queue("status:pending !flag")),
            ("queue save hard  ones", .saveQueue("hard  ones")),
            ("queue open hard ones", .openQueue("hard ones")), ("queue remove tokyo", .removeQueue("tokyo")),
            ("queue saved:yes", .queue("saved:yes")), ("clear-filter", .clearFilter), ("sort -lint", .sort("-lint")),
            ("theme light", .theme("light")), ("go s-00417", .go("s-00417")), ("requeue", .requeue),
            ("export openai", .export("openai")), (" export   openai ", .export("openai")),
            ("reject 3,8 no such price", .reject([.argumentNotInferable, .emptyOutput], note: "no such price")),
            ("reject unsafe", .reject([.unsafe], note: "")), ("reject 3,3", .reject([.argumentNotInferable], note: "")),
            ("reject d s-00004", .reject([.duplicate], note: "s-00004")),
        ] as [(String, Command)])
    func `does what is typed`(text: String, command: Command) {
        #expect(outcome(of: text) == .ran(command))
    }

    @Test(
        arguments: [
            ("queue", "queue needs more: queue FILTER."), ("go ", "go needs more: go SAMPLE."),
            ("theme drak", "There is no theme called \"drak\" (dark?)."),
            ("queue open tokio", "There is no queue called \"tokio\" (tokyo?)."),
            ("export csv", "There is no format called \"csv\"."), ("requeue all", "requeue takes nothing after it."),
            ("reject 3,unsave", "There is no reason called \"unsave\" (unsafe?)."),
            ("reject o", "other needs a note after it."), ("reject ,", "reject needs more: reject REASONS NOTE."),
            ("accept all", "accept takes nothing after it."),
            ("xyzzy", "There is no command called \"xyzzy\"."), ("pause", "Nothing is growing."),
        ])
    func `says what is wrong and keeps the text`(text: String, complaint: String) {
        #expect(self.complaint(about: text) == complaint)
    }

    @Test func `says that there is nothing of a kind`() {
        var palette = Palette(keymap: .standard, choices: Palette.Choices()) { _ in nil }
        palette.type("queue open x")

        _ = palette.press(.enter)

        #expect(palette.complaint == "There is no queue yet.")
    }

    @Test func `a few letters are enough`() {
        #expect(outcome(of: "nsam") == .ran(.act(.nextSample)))
        #expect(outcome(of: "redraw") == .ran(.act(.redraw)))
    }

    @Test func `lists the best answers first`() {
        var palette = Palette.example()

        palette.type("re")

        #expect(palette.rows.prefix(4).map(\.usage) == ["reject REASONS NOTE", "requeue", "reject", "reject-marked"])
        #expect(palette.rows.map(\.usage).contains("previous-sample"), "Letters in the middle count, last.")
    }

    @Test func `finds by what is done, too`() {
        var palette = Palette.example()

        palette.type("$editor")

        #expect(palette.rows.map(\.usage) == ["edit-externally", "edit-sample"])
    }

    @Test func `runs the row that was moved to`() {
        var palette = Palette.example()
        palette.type("copy")

        #expect(palette.press("down down enter") == .ran(.act(.copy(.jq))))
        #expect(palette.text == "copy-jq")
    }

    @Test func `completes with tab, then offers what can be filled in`() {
        var palette = Palette.example()
        palette.type("exp")
        _ = palette.press("tab")
        let written = palette.text
        palette.type(" o")

        #expect(written == "export ")
        #expect(palette.rows.map(\.usage) == ["export openai", "export toolgrad"])
        #expect(palette.press("tab enter") == .ran(.export("openai")))
    }

    @Test func `a row that wants more is completed, not run`() {
        var palette = Palette.example()

        #expect(palette.press("down enter") == .stays)
        #expect(palette.text == "queue save ")
    }

    @Test func `a theme is shown while moving, and the one in use elsewhere`() {
        var palette = Palette.example()
        palette.type("theme ")

        #expect(palette.rows[palette.selection].theme == "dark")
        #expect(palette.press("down") == .previewed(.theme("light")))
        #expect(palette.press("down") == .stays)
        #expect(palette.press("up up") == .previewed(.theme("classic")))
        #expect(palette.press("backspace") == .previewed(.theme("dark")))
    }

    @Test func `a moved to theme is kept with enter, none with escape`() {
        var palette = Palette.example()
        palette.type("theme ")

        #expect(palette.press("down enter") == .ran(.theme("light")))
        #expect(palette.press("esc") == .closed)
    }

    @Test func `earlier commands come back above the list`() {
        var palette = Palette.example(history: ["sort lint", "go 7"])
        palette.type("th")

        #expect(palette.press("up") == .stays)
        #expect(palette.text == "go 7")
        _ = palette.press("up up")
        #expect(palette.text == "sort lint", "The oldest stays.")
        _ = palette.press("down down")
        #expect(palette.text == "th")
        _ = palette.press("down up")
        #expect(palette.selection == 0 && palette.text == "th")
    }

    @Test func `an earlier command is given again, or mended`() {
        var palette = Palette.example(history: ["go 7"])

        #expect(palette.press("up 1 enter") == .ran(.go("71")))
    }

    @Test func `nothing typed and enter closes it`() {
        #expect(outcome(of: "") == .closed)
        #expect(outcome(of: "  ") == .closed)
    }

    @Test func `a command that turns out to be impossible can be mended`() {
        var palette = Palette.example()
        palette.type("go 9")
        _ = palette.press(.enter)

        palette.complain("There is no sample 9.")

        #expect(palette.complaint == "There is no sample 9.")
        #expect(palette.press("backspace 8 enter") == .ran(.go("8")))
    }

    @Test func `what is impossible now says so before it is tried`() throws {
        var palette = Palette.example()
        palette.type("pause")

        let row = try #require(palette.rows.first)
        #expect(row.obstacle == "Nothing is growing.")
        #expect(palette.press("tab down up enter") == .stays)
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64]) func `random keys never leave it`(seed: UInt64) {
        var random = Dice(seed: seed)
        var palette = Palette.example(history: ["theme light", "sort cost", "reject 3 x"])
        for step in 0..<400 {
            let outcome = palette.press(random.key())
            #expect(palette.rows.isEmpty || palette.rows.indices.contains(palette.selection))
            if case .ran(.act(let action)) = outcome { #expect(action != .pauseRun) }
            guard step.isMultiple(of: 20) else { continue }
            var frame = Frame(size: random.size())
            PalettePicture(palette: palette, pen: Pen(.utf8)).draw(on: &frame)
            expectWhole(frame, frame.size)
        }
    }
}
