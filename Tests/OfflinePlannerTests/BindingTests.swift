import Engine
import Testing

@testable import OfflinePlanner

@Suite("Binding inputs")
struct BindingTests {
    private let lookup = Tool(
        name: "place_find", description: "Finds a place.",
        inputSchema: ["type": "object", "properties": ["name": ["type": "string"]], "required": ["name"]],
        wording: Wording(
            part: .lookup,
            outputMeanings: ["items[].lat": "place.latitude", "items[].lon": "place.longitude"],
            values: ["name": ["Oslo"]]))
    private let sun = Tool(
        name: "sun", description: "Sunset.",
        inputSchema: [
            "type": "object",
            "properties": ["latitude": ["type": "number"], "longitude": ["type": "number"]],
            "required": ["latitude", "longitude"],
        ],
        wording: Wording(inputMeanings: ["latitude": "place.latitude", "longitude": "place.longitude"]))
    private let route = Tool(
        name: "route", description: "Distance.",
        inputSchema: [
            "type": "object",
            "properties": [
                "from_latitude": ["type": "number"], "from_longitude": ["type": "number"],
                "to_latitude": ["type": "number"], "to_longitude": ["type": "number"],
            ],
            "required": ["from_latitude", "from_longitude", "to_latitude", "to_longitude"],
        ],
        wording: Wording(
            inputMeanings: [
                "from_latitude": "place.latitude", "from_longitude": "place.longitude",
                "to_latitude": "place.latitude", "to_longitude": "place.longitude",
            ]))

    private func step(_ number: Int, _ tool: Tool, gives output: JSON) -> Step {
        Step(
            number: number, call: ToolCall(tool: tool.name, arguments: ["name": "Oslo"]),
            output: RecordedOutput(output),
            origin: .demo, iteration: 1, proposal: Proposal.ID(1))
    }

    private func bind(_ tool: Tool, to output: JSON?) -> PlannedCall? {
        var random = SeededGenerator(for: .proposing, seed: 1, sample: 1, iteration: 1)
        let lexicon = Lexicon()
        let suppliers =
            output.map { [Supplier(.step(step(1, lookup, gives: $0)), tool: lexicon[lookup])] } ?? []
        let suspicion = Suspicion([], library: [:], lexicon)
        let literals = Literals(workflow: Workflow(), library: [:], lexicon, suspicion)
        let binder = Binder(suppliers: suppliers, literals: literals, suspicion: suspicion)
        return binder.bind(lexicon[tool], random: &random)?.planned
    }

    private func paths(_ call: PlannedCall?) -> [String] {
        (call?.arguments ?? []).compactMap { argument in
            guard case .step(_, let path) = argument.binding else { return nil }
            return path.description
        }
    }

    @Test func `values of one thing come from one list item`() {
        let output: JSON = ["items": [["lat": 1.5, "lon": 2.5], ["lat": 3.5, "lon": 4.5]]]

        let bound = paths(bind(sun, to: output))

        #expect(bound == ["items[0].lat", "items[0].lon"] || bound == ["items[1].lat", "items[1].lon"])
    }

    @Test func `two things of a kind come from two items`() {
        let output: JSON = ["items": [["lat": 1.5, "lon": 2.5], ["lat": 3.5, "lon": 4.5]]]

        let bound = paths(bind(route, to: output))

        #expect(Set(bound) == ["items[0].lat", "items[0].lon", "items[1].lat", "items[1].lon"])
        #expect(bound[0].prefix(8) == bound[1].prefix(8))
    }

    @Test func `a required input without supplier or value cannot be bound`() {
        #expect(bind(sun, to: nil) == nil)
        #expect(bind(route, to: ["items": [["lat": 1.5, "lon": 2.5]]]) == nil)
    }

    @Test func `a value of the wrong type feeds nothing`() {
        #expect(bind(sun, to: ["items": [["lat": "north", "lon": "east"]]]) == nil)
    }

    @Test func `without a wording, names and types are what agrees`() {
        let search = Tool(
            name: "book_search", description: "", inputSchema: ["type": "object"],
            outputSchema: [
                "type": "object",
                "properties": ["items": ["type": "array", "items": ["properties": ["id": ["type": "string"]]]]],
            ])
        let details = Tool(
            name: "details", description: "",
            inputSchema: ["type": "object", "properties": ["book_id": ["type": "string"]], "required": ["book_id"]])

        let meaning = Vocabulary(of: details).inputs[0].meaning

        #expect(meaning == "book.id:string")
        #expect(Vocabulary(of: search).products == [.init(pattern: "items[].id", meaning: meaning)])
    }

    @Test func `a reference to a call that gave nothing resolves to no call`() {
        let planned = PlannedCall(
            tool: "sun", arguments: [.init(name: "latitude", binding: .call(1, path: JSONPath([.key("lat")])))])

        #expect(planned.resolved(workflow: Workflow(), outputs: []) == nil)
        #expect(planned.resolved(workflow: Workflow(), outputs: [["lat": 1]])?.arguments == ["latitude": 1])
    }
}
