import Canvas
import Testing

@testable import Explorer

@Suite("Keys that the user binds")
struct KeymapCustomisingTests {
    /// What is wrong with these lines of settings, numbered from 1.
    private func problems(_ changes: (action: String, keys: [String])..., base: Keymap.Base = .standard) -> [String] {
        let changes = changes.enumerated().map { KeyBinding(action: $1.action, keys: $1.keys, line: $0 + 1) }
        do throws(KeymapProblems) {
            _ = try Keymap(base).customised(with: changes)
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    private func keymap(_ action: String, _ keys: String..., base: Keymap.Base = .standard) throws -> Keymap {
        try Keymap(base).customised(with: [KeyBinding(action: action, keys: keys, line: 1)])
    }

    @Test func `replace the action's own`() throws {
        let keymap = try keymap("next-sample", "K", "g n")

        #expect(keymap.names(of: .nextSample) == ["K", "gn"])
        #expect(keymap.meaning(of: [.character("n")]) == .nothing)
        #expect(keymap.meaning(of: [.character("p")]) == .action(.previousSample))
    }

    @Test func `may be none at all`() throws {
        #expect(try keymap("export").binding(for: .export) == nil)
    }

    @Test func `name actions with dashes or underscores`() throws {
        #expect(try keymap("next_sample", "K").names(of: .nextSample) == ["K"])
    }

    @Test func `leave the reserved keys where they are`() throws {
        let keymap = try keymap("quit", "Q", "ctrl-c")

        #expect(keymap.names(of: .quit) == ["Q", "ctrl-c"])
        #expect(keymap.meaning(of: [.character("q")]) == .nothing)
    }

    @Test func `may swap two actions`() {
        #expect(problems(("accept", ["s"]), ("skip", ["a"])).isEmpty)
    }

    @Test func `conflict with another line by name of both`() {
        #expect(
            problems(("accept", ["K"]), ("skip", ["s", "K"])) == [
                "line 1 gives K to accept, and line 2 gives it to skip. Give one of them another key."
            ])
    }

    @Test(arguments: Keymap.Base.allCases)
    func `conflict with the keymap they change by its name`(base: Keymap.Base) {
        #expect(
            problems(("export", ["n"]), base: base) == [
                "line 1 gives n to export, and the \(base.rawValue) keymap gives it to next-sample. "
                    + "Give one of them another key."
            ])
    }

    @Test func `hide longer ones that they begin`() {
        #expect(
            problems(("sort", ["y"]), ("copy-path", [])).first
                == "the default keymap gives y y to copy-value, but line 1 gives y to sort, which is done before the rest "
                + "is pressed. Give one of them another key.")
        #expect(
            problems(("export", ["K"]), ("sort", ["K o"])) == [
                "line 2 gives K o to sort, but line 1 gives K to export, which is done before the rest is pressed. "
                    + "Give one of them another key."
            ])
    }

    @Test func `are for actions there are`() {
        #expect(
            problems(("acept", ["K"])) == [
                "line 1 gives keys to \"acept\", which is no action (accept?). See toolgrad keys."
            ])
    }

    @Test(
        arguments: [
            ("entr", "\"entr\" to export, which is no key (enter?)."),
            ("g hoem", "\"g hoem\" to export, which is no key (home?)."),
            ("Space", "\"Space\" to export, which is no key (space?)."),
            ("ctrl-i", "\"ctrl-i\" to export, which is no key."),
            ("", "\"\" to export, which is no key."), ("paste:x", "\"paste:x\" to export, which is no key."),
        ])
    func `are keys that there are`(key: String, complaint: String) {
        let problem = problems(("export", [key])).first

        #expect(problem?.hasPrefix("line 1 gives " + complaint.dropLast(7)) == true, "\(problem ?? "none")")
    }

    @Test(arguments: ["esc", "ctrl-c", "ctrl-l", "ctrl-z", "g esc"])
    func `are not the reserved ones`(key: String) {
        #expect(problems(("accept", [key])).first?.contains("but it always means") == true)
    }

    @Test(arguments: ["backspace", "delete", "enter", "ctrl-h", "ctrl-j", "t enter"])
    func `never decide by mistake`(key: String) {
        #expect(
            problems(("reject", [key])).first?.contains("no decision may lie on Backspace, Delete or Enter") == true)
        #expect(problems(("open", []), ("export", [key])).isEmpty)
    }

    @Test func `are told in the order of the lines, all at once`() {
        let problems = problems(("sort", ["n"]), ("acept", []), ("reject", ["enter"]), ("undo", ["esc"]))

        #expect(problems.map { String($0.prefix(6)) } == ["line 1", "line 2", "line 3", "line 4"])
    }

    @Test func `written twice count once`() throws {
        #expect(try keymap("accept", "K", "K").names(of: .accept) == ["K"])
    }
}

@Suite("Keys on another keyboard")
struct KeymapKeyboardTests {
    private func meaning(_ key: Character..., on keyboard: Keyboard) throws -> Keymap.Meaning {
        try Keymap.standard.customised(with: [], keyboard: keyboard).meaning(of: key.map(Key.character))
    }

    @Test(
        arguments: [
            (Keyboard.russian, "ф", Action.accept), (.russian, "к", .reject), (.russian, "К", .rejectMarked),
            (.russian, "х", .previousIteration), (.russian, "Ъ", .nextProblem), (.russian, "Ж", .palette),
            (.greek, "α", .accept), (.greek, "ρ", .reject), (.greek, "Α", .acceptMarked), (.greek, ":", .palette),
        ] as [(Keyboard, Character, Action)])
    func `are found by their place`(keyboard: Keyboard, key: Character, action: Action) throws {
        #expect(try meaning(key, on: keyboard) == .action(action))
        #expect(try meaning(key, on: .latin) == (key == ":" ? .action(.palette) : .nothing))
    }

    @Test func `work one after the other`() throws {
        #expect(try meaning("п", "п", on: .russian) == .action(.first))
        #expect(try meaning("γ", "γ", on: .greek) == .action(.first))
    }

    @Test func `never take what is bound`() throws {
        // The full stop lies where the slash does, the semicolon where q does.
        #expect(try meaning(".", on: .russian) == .action(.stepOnce))
        #expect(try meaning(";", on: .greek) == .action(.nextMatch))
    }

    @Test(arguments: Keyboard.allCases, Keymap.Base.allCases)
    func `bring no conflict`(keyboard: Keyboard, base: Keymap.Base) throws {
        #expect(try Keymap(base).customised(with: [], keyboard: keyboard).conflicts.isEmpty)
    }

    @Test func `are not shown in hints`() throws {
        #expect(try Keymap.standard.customised(with: [], keyboard: .russian).names(of: .accept) == ["a"])
    }
}
