import Canvas
import Engine
import Testing

@testable import Explorer

@Suite("The editor")
struct EditingSheetTests {
    @Test(arguments: ["ctrl-s", "f2"]) func `keeps what was written`(key: String) {
        var sheet = EditSheet.example(text: "Where is it")

        let outcome = sheet.press("? \(key)")

        #expect(outcome == .kept("Where is it?"))
    }

    @Test(arguments: ["ctrl-s", "f2", "esc"]) func `closes without asking where nothing changed`(key: String) {
        var sheet = EditSheet.example()
        #expect(sheet.press(key) == .closed)

        var again = EditSheet.example()
        #expect(again.press("x backspace \(key)") == .closed)
    }

    @Test func `a change of spelling alone is a change`() {
        var sheet = EditSheet.example(text: "caf\u{E9}")

        _ = sheet.press("backspace")
        _ = sheet.press(.character("e\u{301}"), in: .small)

        #expect(sheet.press("ctrl-s") == .kept("cafe\u{301}"))
    }

    @Test func `asks before a change is lost`() {
        var sheet = EditSheet.example(text: "a")

        #expect(sheet.press("b esc") == .stays)
        #expect(sheet.mode == .leaving)
        #expect(sheet.press("y") == .closed)
    }

    @Test func `the question can be answered by keeping`() {
        var sheet = EditSheet.example(text: "a")

        #expect(sheet.press("b esc s") == .kept("ab"))
    }

    @Test func `escape goes back to the text`() {
        var sheet = EditSheet.example(text: "a")

        #expect(sheet.press("b esc esc y") == .stays)
        #expect(sheet.area.text == "aby")
    }

    @Test(arguments: ["enter", "paste:yes", "n", "space", "left", "ctrl-u"])
    func `nothing else answers the question`(key: String) {
        var sheet = EditSheet.example(text: "a")

        let outcome = sheet.press("b esc \(key)")

        #expect(outcome == .stays)
        #expect(sheet.mode == .leaving)
        #expect(sheet.area.text == "ab")
    }

    @Test(arguments: [EditSubject.query, .response]) func `a query and a response are never empty`(subject: EditSubject)
    {
        var sheet = EditSheet.example(subject, text: "a")

        #expect(sheet.press("backspace space ctrl-s") == .stays)
        #expect(sheet.problem?.hasSuffix("cannot be empty.") == true)
    }

    @Test func `a comment can be emptied`() {
        var sheet = EditSheet.example(.comment(.step(3)), text: "no")

        #expect(sheet.press("ctrl-u ctrl-s") == .kept(""))
    }

    @Test func `a refused text stays, and the complaint goes with the next change`() {
        var sheet = EditSheet.example(text: "a")
        _ = sheet.press("b ctrl-s")

        sheet.refuse("The dataset is read-only.")
        #expect(sheet.press("left") == .stays)
        #expect(sheet.problem == "The dataset is read-only.")
        #expect(sheet.area.text == "ab")

        _ = sheet.press("c")
        #expect(sheet.problem == nil)
    }

    @Test(arguments: ["ctrl-o", "f4"]) func `hands the text to another editor and takes it back`(key: String) {
        var sheet = EditSheet.example(text: "one")
        #expect(sheet.press("space \(key)") == .externally("one "))

        sheet.replace(text: "one\ntwo\n")
        #expect(sheet.area.text == "one\ntwo\n")
        #expect(sheet.press("ctrl-_") == .stays)
        #expect(sheet.area.text == "one ")
    }

    @Test func `a long text of another editor is not lost, but grows no more`() {
        var sheet = EditSheet.example(text: "one")

        sheet.replace(text: String(repeating: "a", count: TextArea.limit + 1))
        _ = sheet.press("b")

        #expect(sheet.area.bytes == TextArea.limit + 1)
        #expect(sheet.area.refusal != nil)
    }

    @Test func `enter is a line break, and no other key acts`() {
        var sheet = EditSheet.example(text: "a")

        let outcome = sheet.press("enter tab shift-tab insert f1 f3 ctrl-l ctrl-z alt-x q")

        #expect(outcome == .stays)
        #expect(sheet.area.text == "a\nq")
    }

    @Test func `the text scrolls with the cursor`() {
        var sheet = EditSheet.example(text: (1...50).map(String.init).joined(separator: "\n"))
        let height = sheet.layout(in: .small).text.rows
        #expect(sheet.top.line == 50 - height)

        _ = sheet.press("alt-<")
        #expect(sheet.top == .first)
        _ = sheet.press("pagedown down")
        #expect(sheet.top.line == 1)
    }

    @Test func `the original scrolls by its own keys, as far as it goes`() {
        let original = (1...30).map { "word \($0)" }.joined(separator: "\n")
        var sheet = EditSheet.example(text: original)
        let most = 30 - sheet.layout(in: .small).original.rows + 1

        _ = sheet.press(String(repeating: "alt-j ", count: 40))
        #expect(sheet.originalScroll == most)
        _ = sheet.press("alt-k")
        #expect(sheet.originalScroll == most - 1)
        #expect(sheet.area.text == original)
    }

    @Test func `another size keeps the text, and the cursor in view`() {
        var sheet = EditSheet.example(text: String(repeating: "one two ", count: 200), in: .wide)

        sheet.fit(Size(columns: 60, rows: 16))

        #expect(sheet.area.wrap.columns == 56)
        let height = sheet.layout(in: Size(columns: 60, rows: 16)).text.rows
        #expect(sheet.top == sheet.area.row(sheet.area.row, movedBy: 1 - height))
    }
}

@Suite("Editing an argument")
struct EditingArgumentTests {
    private static let path = JSONPath([.key("max_price")])

    static func argument(_ value: JSON, _ schema: JSON, original: JSON? = nil) -> EditedArgument {
        EditedArgument(step: 3, path: path, value: value, original: original ?? value, schema: schema)
    }

    static func sheet(_ argument: EditedArgument, in size: Size = .small) -> EditSheet {
        EditSheet(
            argument, of: SampleID(run: RunID(ContentHash(of: "example run")), index: 417), name: "s-00417", in: size)
    }

    @Test(
        arguments: [
            ("Lisbon", ["type": "string"], "Lisbon"), ("Lisbon", [:], "\"Lisbon\""), (180, ["type": "integer"], "180"),
            ("a\nb", ["type": "string"], "a\nb"), (1.50, ["type": "string"], "1.5"),
            ("x", ["type": ["string", "null"]], "\"x\""), (["a": [1]], [:], "{\n  \"a\": [\n    1\n  ]\n}"),
        ] as [(JSON, JSON, String)])
    func `a string stands as it is where it must be one`(value: JSON, schema: JSON, text: String) {
        #expect(ValueText(of: value, schema: schema).text(of: value) == text)
    }

    @Test(
        arguments: [
            ("Lisbon", ["type": "string"]), ("\u{202E}\u{0}\r\n", ["type": "string"]),
            ("\"quoted\"", ["type": "string"]),
            ("", ["type": "string"]), ("e\u{301}", [:]), (180, ["type": "integer"]), (nil, [:]),
            ([1, ["b": false]], [:]),
        ] as [(JSON, JSON)])
    func `what is written reads back as it was`(value: JSON, schema: JSON) throws {
        let form = ValueText(of: value, schema: schema)

        let read = try form.value(of: form.text(of: value), allowedBy: schema)

        #expect(read == value)
    }

    @Test func `what is no JSON is refused with its place, and the cursor goes there`() {
        var sheet = Self.sheet(Self.argument([1, 2], ["type": "array"]))

        let outcome = sheet.press("alt-< down right right x ctrl-s")

        #expect(outcome == .stays)
        #expect(sheet.problem == "Line 2, column 3: expected a value, found `x`.")
        #expect(sheet.area.marked == "[\n  |x1,\n  2\n]")
    }

    @Test func `what the schema does not allow is refused`() {
        var sheet = Self.sheet(Self.argument(180, ["type": "integer", "maximum": 1000]))

        #expect(sheet.press("0 0 ctrl-s") == .stays)
        #expect(sheet.problem == "The value must be at most 1000, but is 18000.")
        #expect(sheet.press("backspace ctrl-s") == .stays)
        #expect(sheet.press("backspace 5 backspace backspace ctrl-s") == .kept("18"))
    }

    @Test func `other spaces in JSON are no edit`() {
        var sheet = Self.sheet(Self.argument([1, 2], ["type": "array"]))

        #expect(sheet.press("alt-< right space ctrl-s") == .closed)
    }

    @Test func `a value of another type can be put right`() {
        var sheet = Self.sheet(Self.argument(600, ["type": "string"]))
        #expect(sheet.area.text == "600")

        #expect(sheet.press("home \" end \" ctrl-s") == .kept("\"600\""))
    }

    @Test func `a schema that cannot be read checks nothing`() {
        var sheet = Self.sheet(Self.argument(1, ["$ref": "#/$defs/missing"]))

        #expect(sheet.press("0 ctrl-s") == .kept("10"))
    }

    @Test func `what is kept is a value`() throws {
        let argument = Self.argument("Lisbon", ["type": "string", "enum": ["Lisbon", "Porto"]])

        let kept = try argument.value(of: "Porto")

        #expect(kept == "Porto")
        #expect(argument.problem(with: "Rome") != nil)
    }

    @Test(
        arguments: [
            ([.key("a")], ["type": "integer"]), ([.key("list"), .index(3), .key("x")], ["const": 1]),
            ([.key("list"), .index(0)], ["type": "null"]), ([.key("other")], ["type": "boolean"]),
            ([.key("a"), .key("b")], [:]),
        ] as [([JSONPath.Component], JSON)])
    func `finds what a schema says of one value`(path: [JSONPath.Component], expected: JSON) {
        let schema: JSON = [
            "properties": [
                "a": ["type": "integer"],
                "list": ["prefixItems": [["type": "null"]], "items": ["properties": ["x": ["const": 1]]]],
            ],
            "additionalProperties": ["type": "boolean"],
        ]

        #expect(EditedArgument.schema(at: JSONPath(path), in: schema) == expected)
    }
}

@Suite("What an edit changed")
struct EditingChangeTests {
    @Test(
        arguments: [
            ("one two three", "one 2 three", "one ", "two ", "2 ", "three"),
            ("one", "one two", "", "one", "one two", ""),
            ("a b", "a x b", "a ", "", "x ", "b"), ("aa aa", "aa aa aa", "aa ", "", "aa ", "aa"),
            ("", "x", "", "", "x", ""), ("same", "same", "", "", "", "same"), ("one two", "two", "", "one ", "", "two"),
        ])
    func `lies between whole words that stayed`(
        before: String, after: String, head: String, old: String, new: String, tail: String
    ) {
        let change = TextChange(from: before, to: after)

        #expect([change.head, change.old, change.new, change.tail] == [head, old, new, tail])
    }

    @Test func `always makes up both texts`() {
        var random = RandomText(state: 11)
        for _ in 0..<300 {
            let before = random.text(scalars: 30)
            let after = random.below(3) == 0 ? random.text(scalars: 30) : before + random.text(scalars: 3)

            let change = TextChange(from: before, to: after)

            #expect((change.head + change.old + change.tail).utf8.elementsEqual(before.utf8))
            #expect((change.head + change.new + change.tail).utf8.elementsEqual(after.utf8))
        }
    }
}
