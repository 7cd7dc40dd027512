import Engine
import Foundation
import Testing
import ToolBenchTools

@Suite("A ToolBench library")
struct ToolBenchLibraryTests {
    private func schema(_ parameter: JSON) throws -> JSON {
        let tool = try #require(ToolBenchLibrary(definition(required: [parameter])).simulated.first)
        return try #require(tool.inputs.first?.schema)
    }

    @Test(
        arguments: [
            ("Get Match", "Football Live!", "get_match_for_football_live"),
            ("/v1.0/Odds//{id}/", "3D  Scores", "v1_0_odds_id_for_get_3d_scores"),
            ("2nd", "__x__", "get_2nd_for_x"), ("from", "id", "is_from_for_id"), ("ID", "a^b", "is_id_for_a_b"),
            ("Größe", "é", "gr_e_for_tool"),
        ])
    func `names are spelt as ToolBench does, and valid`(api: String, tool: String, name: String) throws {
        let library = ToolBenchLibrary(definition(tool: tool == "é" ? "中é" : tool, api: api))

        #expect(library.simulated.map(\.name.text) == [name])
        #expect(library.address(of: ToolName(name))?.api == api)
    }

    @Test func `a long name keeps its last 64 characters, and equal ones get a mark each`() throws {
        let long = String(repeating: "very long ", count: 9)
        let library = ToolBenchLibrary(
            definition(tool: "end", api: "a " + long), definition(tool: "end", api: "b " + long),
            definition(category: "Other", tool: "x", api: "y"), definition(category: "Music", tool: "X", api: "Y"))

        let names = library.simulated.map(\.name.text)

        #expect(Set(names).count == 4)
        #expect(names.allSatisfy { $0.utf8.count <= 64 })
        #expect(names[2].hasPrefix("y_for_x_") && names[3].hasPrefix("y_for_x_"))
        #expect(names.map { library.address(of: ToolName($0))?.category } == ["Sports", "Sports", "Other", "Music"])
        let turned = ToolBenchLibrary(
            definition(category: "Music", tool: "X", api: "Y"), definition(category: "Other", tool: "x", api: "y"))
        #expect(turned.simulated.map(\.name.text) == [names[3], names[2]], "The order of a library changes no name.")
    }

    @Test(
        arguments: [
            ("NUMBER", "100", ["type": "number", "examples": [100]]),
            ("NUMBER", 59.91, ["type": "number", "examples": [59.91]]),
            ("STRING", 7, ["type": "string", "examples": ["7"]]), ("string", "", ["type": "string"]),
            ("BOOLEAN", "True", ["type": "boolean", "examples": [true]]),
            ("BOOLEAN", "0", ["type": "boolean", "examples": [false]]),
            ("ARRAY", "[\"a\"]", ["type": "array", "items": [:], "examples": [["a"]]]),
            ("OBJECT", "{\"a\":1}", ["type": "object", "examples": [["a": 1]]]),
            ("DATE (YYYY-MM-DD)", "2027-05-17", ["type": "string", "format": "date", "examples": ["2027-05-17"]]),
            ("ENUM", "up", ["type": "string", "examples": ["up"]]), ("WHATEVER", nil, ["type": "string"]),
        ] as [(String, JSON, JSON)])
    func `types are mapped, and a default becomes an example of that type`(
        type: String, sample: JSON, expected: JSON
    ) throws {
        #expect(try schema(parameter("x", type, default: sample)) == expected)
    }

    @Test(arguments: [("NUMBER", "ten"), ("BOOLEAN", "checked"), ("ARRAY", "2"), ("OBJECT", "cities")])
    func `a default that breaks its type stays in the description`(type: String, sample: String) throws {
        let schema = try schema(parameter("x", type, default: .string(sample)))

        #expect(schema["examples"] == nil)
        #expect(schema["default"] == nil)
        #expect(schema["description"]?.string?.contains(sample) == true)
    }

    @Test func `arguments are spelt as servers want them, the source's spelling beside it`() throws {
        let tool = try #require(
            ToolBenchLibrary(
                definition(required: [parameter("domain[fullName]")], optional: [parameter("id"), parameter("q")])
            ).simulated.first)

        #expect(tool.inputs.map(\.name) == ["domain_fullname", "is_id", "q"])
        #expect(tool.inputs.map(\.isRequired) == [true, false, false])
        #expect(tool.inputs[0].schema["description"]?.string?.contains("domain[fullName]") == true)
        #expect(tool.inputs[2].schema == ["type": "string"])
    }

    @Test func `what cannot be used is left out with its reason, and the rest stays`() throws {
        let lines = [
            definition(api: "Twice", required: [parameter("q"), parameter("q")]).compactText,
            definition(api: "Alike", required: [parameter("a b"), parameter("a-b")]).compactText,
            definition(api: "Odd key", required: [parameter("城市")]).compactText,
            definition(api: "!!!").compactText, definition(api: "Same name").compactText,
            definition(api: "same-name").compactText, "{\"tool_name\":\"x\"}", "[1]", "nonsense", "",
            definition(api: "Good").compactText,
        ]

        let library = ToolBenchLibrary(lines: Data(lines.joined(separator: "\n").utf8))

        #expect(library.simulated.map(\.name) == ["same_name_for_football_live", "good_for_football_live"])
        #expect(
            library.leftOut.map(\.name) == [
                "Sports / Football Live! / Twice", "Sports / Football Live! / Alike",
                "Sports / Football Live! / Odd key", "Sports / Football Live! / !!!",
                "Sports / Football Live! / same-name", "line 7", "line 8", "line 9",
            ])
        let mentions = [
            "called \"q\"", "\"a b\" and \"a-b\"", "城市", "!!!", "Same name", "category_name", "object", "JSON",
        ]
        for (left, mention) in zip(library.leftOut, mentions) { #expect(left.reason.contains(mention)) }
    }

    @Test func `an API without a description says what it belongs to`() throws {
        #expect(
            ToolBenchLibrary(definition(about: " ")).simulated.map(\.description)
                == ["The API \"Get Match\" of Football Live!."])
    }

    @Test(
        arguments: [
            ("GET", .read), ("POST", .write), ("put", .write), ("PATCH", .write), ("DELETE", .destructive),
            ("BREW", .destructive),
        ] as [(String, Tool.Effects)])
    func `the method is a claim about effects, which holds where the real API is called`(
        method: String, effects: Tool.Effects
    ) throws {
        let library = ToolBenchLibrary(definition(method: method))

        #expect(library.simulated.map(\.effects) == [.read])
        #expect(library.simulated.map(\.hint) == [effects])
        #expect(library.live.map(\.effects) == [effects])
    }

    @Test func `fields of an answer feed arguments of the same tool by name`() throws {
        let library = ToolBenchLibrary(
            definition(
                api: "Find",
                response: [
                    "page": "int", "players": [["id": "int", "fullName": "str", "_list_length": 6]],
                    "tags": ["list of str with length 3"], "city": "str", "x.y": "str",
                ]),
            definition(
                api: "Show",
                required: [parameter("playerId", "NUMBER"), parameter("city"), parameter("page", "NUMBER")]
            ),
            definition(tool: "Other", required: [parameter("playerId", "NUMBER"), parameter("city")]))
        let (find, show, other) = (
            library.simulated[0].wording, library.simulated[1].wording, library.simulated[2].wording
        )

        #expect(Set(find.outputMeanings.keys) == ["players[].id", "players[].fullName", "tags[]", "city"])
        #expect(find.outputMeanings["players[].id"] == show.inputMeanings["playerid"])
        #expect(find.outputMeanings["city"] == other.inputMeanings["city"])
        #expect(other.inputMeanings["playerid"] != show.inputMeanings["playerid"])
        #expect(!find.outputMeanings.values.contains(show.inputMeanings["page"] ?? ""))
    }

    @Test func `a tools folder is read category by category`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tools-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let sports = folder.appendingPathComponent("Sports")
        try FileManager.default.createDirectory(at: sports, withIntermediateDirectories: true)
        let tool: JSON = [
            "tool_name": "Live", "tool_description": "All matches.",
            "api_list": [
                [
                    "name": "get", "description": "", "required_parameters": [], "optional_parameters": [],
                    "method": "GET",
                ],
                ["description": "no name"],
            ],
        ]
        try Data(tool.prettyText.utf8).write(to: sports.appendingPathComponent("live.json"))
        try Data("{".utf8).write(to: sports.appendingPathComponent("broken.json"))
        try Data("x".utf8).write(to: sports.appendingPathComponent("notes.txt"))

        let library = try ToolBenchLibrary(at: folder)

        #expect(library.simulated.map(\.name) == ["get_for_live"])
        #expect(library.simulated.map(\.family) == ["Sports"])
        #expect(library.simulated.map(\.description) == ["All matches."])
        #expect(library.leftOut.map(\.name) == ["Sports/broken.json", "Sports/live.json, API 2"])
    }

    @Test func `a library that is not there says what to name`() {
        let error = #expect(throws: ToolBenchLibraryError.self) {
            try ToolBenchLibrary(at: URL(fileURLWithPath: "/no/such/library"))
        }

        #expect("\(error, default: "")".contains("/no/such/library. Name a tools/ folder"))
    }
}
