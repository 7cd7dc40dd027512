import Canvas
import Engine
import Testing

@testable import Explorer

@Suite("Approving the tools of a source")
struct ApprovalScreenTests {
    @Test func `what was approved and is the same is classified as it was, and nothing else`() {
        let state = ApprovalState.example()

        #expect(state.approval == ["get_info": .read])
        #expect(
            ApprovalState.example(subject: ApprovalExample.moved).approval.isEmpty, "Another command, another word.")
    }

    @Test func `a key classifies the tool under the cursor and goes on`() {
        var state = ApprovalState.example(ApprovalExample.server(of: 5))

        let effects = state.press("w r d o a y")

        #expect(effects == [.approve(["set_1": .write, "remove_2": .read, "get_3": .destructive])])
    }

    @Test func `nothing is approved before the question is answered with y`() {
        var state = ApprovalState.example(ApprovalExample.server(of: 5))

        #expect(state.press("s a n a enter a esc a q a space").isEmpty)
        #expect(state.layer == .confirming)
        #expect(state.press("y").count == 1)
    }

    @Test func `the question hears no key at first`() {
        var state = ApprovalState.example(ApprovalExample.server(of: 5)).pressing("s")

        #expect(state.update(.key(.character("a"))) == [.wake(1, after: .milliseconds(300))])
        #expect(state.update(.key(.character("y"))).isEmpty)
        #expect(state.update(.woken(1)).isEmpty)
        #expect(state.press("y").count == 1)
    }

    @Test func `the question shows that it does not hear yet, and which key it did not hear`() {
        var state = ApprovalState.example(ApprovalExample.server(of: 5)).pressing("s").typing("a")
        #expect(state.text().contains("wait… no key is heard yet"))
        #expect(state.ink(of: "y approves") == .hintDisabled)

        state = state.typing("y")
        #expect(state.text().contains("wait… y was not heard"))
        _ = state.update(.woken(1))

        #expect(state.text().contains("y came too early: press it again if you mean it"))
        #expect(state.ink(of: "y approves") == .hintKey)
        #expect(state.layer == .confirming)
    }

    @Test func `a key that the question has no use for says so, and the next one clears that`() {
        var state = ApprovalState.example(ApprovalExample.server(of: 5)).pressing("s a")

        _ = state.press("x")
        #expect(state.text().contains("x does nothing here: y says yes, n says no."))
        _ = state.press("n a")

        #expect(!state.text().contains("does nothing"))
    }

    @Test(arguments: [Size.wide, .small]) func `what the last key did is told beside the keys, and passes`(size: Size) {
        var state = ApprovalState.example(ApprovalExample.server(of: 5), size: size)
        let hints = state.text().split(separator: "\n").suffix(2)

        _ = state.press("s")
        #expect(state.text().contains("By suggestion: "))
        #expect(state.text().split(separator: "\n").suffix(2) == hints)
        _ = state.press("j")

        #expect(!state.text().contains("By suggestion: "))
        #expect(state.text().split(separator: "\n").suffix(2) == hints)
    }

    @Test func `what a key did is told over a tool that is read in full`() {
        let state = ApprovalState.example().pressing("enter u")

        #expect(state.text().contains("There is nothing to take back."))
    }

    @Test func `the first line of the description stands beside the name where there is room`() {
        let wide = ApprovalState.example(ApprovalExample.items).text(.wide).split(separator: "\n")
        for (name, description) in [("get_info", "Gives size and times…"), ("read_file", "Reads a file. ")] {
            #expect(wide.contains { $0.contains(" \(name) ") && $0.contains(" \(description)") }, "\(wide)")
        }

        let narrow = ApprovalState.example(ApprovalExample.items).text(Size(columns: 60, rows: 16))

        #expect(narrow.contains(" list_files"))
        #expect(!narrow.contains("Lists a folder"), "A few letters of it tell nothing.")
    }

    @Test func `a name as long as names may be leaves room for a few words`() {
        let rows = ApprovalState.example(ApprovalExample.severe).text(.wide).split(separator: "\n")

        let row = rows.first { $0.contains("list_xxx") }
        #expect(row?.contains("xxx… Lists a folder.") == true, "\(row ?? "It is not there.")")
    }

    @Test(arguments: [Size.wide, .small, Size(columns: 60, rows: 16)])
    func `how to leave and how to get help is always said`(size: Size) {
        let last = ApprovalState.example(size: size).text().split(separator: "\n").last

        #expect(last?.hasSuffix("q leave  ? help") == true)
    }

    @Test func `the title says which server of how many it is`() {
        let one = ApprovalSubject(source: "files", command: "x", place: ApprovalSubject.Place(number: 1, of: 1))

        #expect(ApprovalState.example(subject: ApprovalExample.second).text().contains("server 2 of 3: files"))
        #expect(!ApprovalState.example(subject: one).text().contains("server 1"), "There is no other to come.")
        #expect(!ApprovalState.example().text().contains("server 1"))
    }

    @Test(
        arguments: [
            ("r k", "the server says destructive, and that counts", "The server says more of these, and that counts"),
            ("j r k", "milder than it was approved: as destructive", "Milder than they were approved"),
            ("j j r k", "milder than it looks: like write", "Said to be milder than they look"),
        ])
    func `a classification that is milder than somebody says is named wherever it is seen`(
        keys: String, detail: String, remark: String
    ) {
        var state = ApprovalState.example(ApprovalExample.severe, size: .small).pressing(keys)
        let name = state.selected?.tool.name.text ?? ""

        let rows = state.text().split(separator: "\n")
        #expect(rows.contains { $0.contains("✓ read milder") && $0.contains(name) })
        #expect(state.text().contains(detail))
        _ = state.press("a")

        #expect(state.text().contains("- \(remark): \(name)"))
    }

    @Test func `what is as severe as anybody says has no mark`() {
        let state = ApprovalState.example(ApprovalExample.severe).pressing("d d w r o")

        #expect(!state.text().contains("milder"))
        #expect(!state.pressing("a").text().contains("ilder"))
        #expect(!state.pressing("a").text().contains("that counts"))
    }

    @Test func `the question counts, and names what is remarkable`() {
        var state = ApprovalState.example(subject: ApprovalExample.moved)

        _ = state.press("r o r s j j a")

        let text = state.text()
        #expect(text.contains("3 read, 2 write, 1 off"), "\(text)")
        #expect(text.contains("1 unclassified: it stays off."))
        #expect(text.contains("The command is another one"))
        #expect(text.contains("Approved anew, as changed: list_files."))
        #expect(text.contains("Said to be milder than they look: delete_file (destructive)."))
        #expect(text.contains("Approved with warnings: list_files."))
    }

    @Test func `without anything classified there is nothing to approve`() {
        var state = ApprovalState.example(ApprovalExample.server(of: 5))

        #expect(state.press("a").isEmpty)
        #expect(state.text().contains("Nothing is classified"))
    }

    @Test func `everything can be turned off`() {
        var state = ApprovalState.example()

        #expect(state.press("* o a y") == [.approve([:])])
    }

    @Test func `what is gone cannot be approved`() {
        var state = ApprovalState.example()

        _ = state.press("j j j j r")
        #expect(state.text().contains("old_search is gone"))
        state = state.pressing(":").typing("* read").pressing("enter")

        #expect(state.approval["old_search"] == nil)
        #expect(state.approval.count == 7)
    }

    @Test func `suggestions are taken for what is unclassified, but not for what is suspicious`() {
        var state = ApprovalState.example()

        _ = state.press("d s")

        #expect(
            state.approval == [
                "delete_file": .destructive, "get_info": .read, "move_file": .write, "read_file": .read,
                "write_file": .write,
            ])
        #expect(state.text().contains("2 tools are left: read the warnings."))
    }

    @Test func `a pattern classifies every tool that is called so, the last one counts`() {
        var state = ApprovalState.example(ApprovalExample.server(of: 60))

        state = state.pressing(":").typing("* read").pressing("enter p").typing("remove_* set_1? off")
        #expect(state.text().contains("24 would be off"))
        state = state.pressing("enter")

        #expect(state.approval.count == 36)
        #expect(state.approval.values.allSatisfy { $0 == .read })
    }

    @Test(
        arguments: [
            ("", "Type patterns"), ("get_*", "The last word says"), ("read", "Which tools?"),
            ("nothing_* read", "No tool is called so."),
        ])
    func `a line that is no pattern says why, and stays`(line: String, complaint: String) {
        let state = ApprovalState.example().pressing(":").typing(line).pressing("enter")

        #expect(state.text().contains(complaint))
        #expect(state.classifications == state.initial)
        #expect(state.pressing("esc").layer == nil)
    }

    @Test func `marked tools are classified together`() {
        var state = ApprovalState.example(ApprovalExample.server(of: 9))

        _ = state.press("space j space V j j w")

        #expect(Set(state.approval.keys) == ["set_1", "get_3", "set_4", "remove_5", "get_6"])
        #expect(state.marked.isEmpty)
        #expect(state.cursor == 5)
    }

    @Test func `all that the filter shows can be marked, and nothing else is`() {
        var state = ApprovalState.example(ApprovalExample.server(of: 60))

        state = state.pressing("space space /").typing("set_*").pressing("enter")
        #expect(state.marks == ["set_1"], "What is out of sight is no longer marked.")
        _ = state.press("* w")

        #expect(state.approval.count == 20)
        #expect(state.approval.keys.allSatisfy { $0.text.hasPrefix("set_") })
    }

    @Test(
        arguments: [
            ("file", 6), ("file lists", 1), ("changed", 1), ("gone", 1), ("unclassified", 7), ("MOVE", 1),
            ("*_file", 4), ("no such thing", 0),
        ])
    func `a filter looks in names, words and descriptions`(filter: String, count: Int) {
        let state = ApprovalState.example().pressing("/").typing(filter)

        #expect(state.shown.count == count)
    }

    @Test func `a filter that is given up shows what was shown before`() {
        let state = ApprovalState.example().pressing("/").typing("file").pressing("enter /").typing(" xyz")
        #expect(state.shown.isEmpty)

        #expect(state.pressing("esc").filter == "file")
        #expect(state.pressing("esc esc").filter.isEmpty)
        #expect(state.pressing("esc esc").shown.count == 8)
    }

    @Test func `every classifying can be taken back`() {
        var state = ApprovalState.example(ApprovalExample.server(of: 60))
        state = state.pressing("r w * d s :").typing("get_* off").pressing("enter")

        _ = state.press("u u u u u u")

        #expect(state.classifications.isEmpty)
        #expect(state.text().contains("nothing to take back"))
    }

    @Test(arguments: ["q", "esc", "ctrl-c"]) func `leaving asks only where something would be lost`(key: String) {
        var untouched = ApprovalState.example()
        var classified = ApprovalState.example().pressing("d")

        #expect(untouched.press(key) == [.leave])
        #expect(classified.press(key).isEmpty)
        #expect(classified.press("n").isEmpty)
        #expect(classified.layer == nil)
        #expect(classified.press("\(key) y") == [.leave])
    }

    @Test func `a tool can be read in full and classified there`() {
        var state = ApprovalState.example(size: .small)
        _ = state.press("j j enter")
        var seen = state.text()

        for _ in 0..<10 {
            _ = state.press("space")
            seen += state.text()
        }
        _ = state.press("o")

        #expect(seen.contains("Input schema in full"))
        #expect(seen.contains("\"required\": ["))
        #expect(state.classifications["list_files"] == .off)
        #expect(state.selected?.tool.name == "move_file")
        #expect(state.layer == .reading)
        #expect(state.pressing("esc").layer == nil)
    }

    @Test func `every part of an endless command can be seen`() {
        var state = ApprovalState.example([], subject: ApprovalExample.endless, size: .small)
        #expect(state.text().contains("rows more: c shows all"))
        _ = state.press("c")
        var seen = state.text()

        for _ in 0..<40 {
            _ = state.press("j")
            seen += state.text()
        }

        #expect((1...80).allSatisfy { seen.contains("--root=/mnt/volume-\($0)") })
    }

    @Test func `a command that is not all in sight is said to go on`() {
        let state = ApprovalState.example(ApprovalExample.server(of: 3), subject: ApprovalExample.endless)

        #expect(state.pressing("s a").text().contains("The command goes on"))
    }

    @Test func `sixty unknown tools are classified in a few keys`() {
        var state = ApprovalState.example(ApprovalExample.server(of: 60))

        let effects = state.press("s a y")

        guard case .approve(let approval)? = effects.first else {
            Issue.record("Nothing was approved: \(effects)")
            return
        }
        #expect(approval.count == 60)
        #expect(approval["remove_59"] == .destructive)
    }

    @Test func `five hundred tools can be gone through`() {
        var state = ApprovalState.example(ApprovalExample.server(of: 500), size: .small)

        _ = state.press("G")
        #expect(state.selected?.tool.name == "remove_500")
        _ = state.press("pageup pagedown k g")
        #expect(state.selected?.tool.name == "set_1")
        _ = state.press("pagedown")

        #expect(state.cursor == state.page)
        #expect(state.text().contains("> "))
    }

    @Test func `the cursor and what is classified outlive another size`() {
        var state = ApprovalState.example().pressing("d j")

        _ = state.update(.resized(Size(columns: 20, rows: 5)))
        #expect(state.press("r a y").isEmpty)
        _ = state.update(.resized(.small))

        #expect(state.selected?.tool.name == "list_files")
        #expect(state.approval == ["delete_file": .destructive, "get_info": .read])
    }

    @Test func `a screen without room can only be left`() {
        var state = ApprovalState.example(size: Size(columns: 50, rows: 12)).pressing("d s a y")

        #expect(state.classifications == state.initial)
        #expect(state.press("q") == [.leave])
    }

    @Test func `every key has one meaning, and the help tells it`() {
        let keys = ApprovalKey.all.flatMap(\.keys)
        #expect(Set(keys).count == keys.count)
        #expect(ApprovalKey.all.allSatisfy { !$0.keys.isEmpty })

        let help = ApprovalHelp(pen: Pen(.utf8)).rows(width: 200).map { $0.left.text.plain }

        #expect(ApprovalKey.all.allSatisfy { key in help.contains { $0.contains(key.help) } })
    }
}

extension ApprovalState {
    /// What the first cell of a text that is on the screen is drawn in.
    fileprivate func ink(of text: String) -> Role? { frame(in: size, glyphs: glyphs).ink(of: text) }
}

@Suite("Random keys on the approval screen")
struct ApprovalDiceTests {
    @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
    func `never approve without a and y, and never break a row`(seed: UInt64) {
        var dice = Dice(seed: seed)
        var state = ApprovalState.example(
            seed.isMultiple(of: 2) ? ApprovalExample.items : ApprovalExample.server(of: 60))
        var approvals = 0
        for step in 0..<1_000 {
            let before = state
            let key = dice.below(8) == 0 ? Key.character(["a", "s", "y"][dice.below(3)]) : dice.key()
            let effects = state.update(.key(key))
            for effect in effects {
                if case .wake(let number, _) = effect { _ = state.update(.woken(number)) }
                guard case .approve(let approval) = effect else { continue }
                approvals += 1
                #expect(before.layer == .confirming && key == .character("y"))
                #expect(approval == before.approval)
            }
            #expect(state.items.allSatisfy { $0.isThere || state.classifications[$0.tool.name] == nil })
            guard step.isMultiple(of: 20) else { continue }
            let size = dice.size()
            _ = state.update(.resized(size))
            expectWhole(state.frame(in: size, glyphs: dice.below(2) == 0 ? .utf8 : .ascii), size)
        }
        #expect(approvals > 0, "A session without an approval proves little.")
    }

    @Test(arguments: [7, 8] as [UInt64]) func `without a nothing is ever approved`(seed: UInt64) {
        var dice = Dice(seed: seed)
        var state = ApprovalState.example(ApprovalExample.server(of: 60))
        for _ in 0..<1_000 {
            let key = dice.key()
            guard key != .character("a") || state.layer?.takesText == true else { continue }
            for effect in state.update(.key(key)) {
                if case .wake(let number, _) = effect { _ = state.update(.woken(number)) }
                if case .approve = effect { Issue.record("\(key) approved.") }
            }
        }
    }
}

extension ApprovalState.Layer {
    fileprivate var takesText: Bool {
        switch self {
        case .filtering, .patterning: true
        case .reading, .command, .help, .confirming, .leaving: false
        }
    }
}
