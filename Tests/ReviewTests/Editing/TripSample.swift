import Engine
import Review
import TestSupport

/// Two chains: a city, its hotels and the weather there; and a sum of money.
///
/// Steps 2 and 4 use the output of step 1.
func trip(_ edits: Edit...) -> ReviewedSample { tripBuilder.edited(edits).sample }

let tripBuilder = SampleBuilder(
    query: "Hotels in Lisbon for 180 a night, the weather, and what is 600 USD in EUR?", response: "Casa do Rio."
)
.tool(
    Tool(
        name: "hotel_find", description: "Finds hotels.",
        inputSchema: [
            "type": "object", "required": ["city_id"], "additionalProperties": false,
            "properties": [
                "city_id": ["type": "string"], "max_price": ["type": "integer", "maximum": 500],
                "stars": ["type": "array", "items": ["enum": [3, 4, 5]]],
            ],
        ])
)
.step("city_find", ["name": "Lisbon"], gives: #"{"id":"PT-LIS-1"}"#)
.step("hotel_find", ["city_id": "PT-LIS-1", "max_price": 180], gives: #"["Casa do Rio"]"#)
.step("money_convert", ["amount": 600, "from": "USD", "to": "EUR"], gives: #"{"sum":553}"#, chain: 2)
.step("weather", ["place": "PT-LIS-1"], gives: #"{"max":24}"#)

extension SampleBuilder {
    func edited(_ edits: [Edit]) -> SampleBuilder {
        edits.reduce(self) { $0.reviewed(.edit($1)) }
    }
}

extension ReviewedSample {
    /// The chains and the numbers of their steps: `c1: 1 2 4, c2: 3`.
    var picture: String {
        workflow.chains.map { chain in
            "c\(chain.id.number): " + chain.steps.map { "\($0.number)" }.joined(separator: " ")
        }.joined(separator: ", ")
    }

    /// A step's arguments and its output.
    func call(_ number: Int) -> String {
        guard let step = workflow.step(number) else { return "no step" }
        return "\(step.call.arguments) gives \(String(decoding: step.output.bytes, as: UTF8.self))"
    }

    /// The arguments of a step that come from nowhere.
    func missing(at step: Int) -> [String] {
        (workflow.traces(query: query, library: tools)[step] ?? []).filter { $0.source == .none }.map { "\($0.path)" }
    }
}

extension Chain.ID: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int) { self.init(value) }
}

extension JSONPath {
    static func key(_ key: String) -> JSONPath { JSONPath([.key(key)]) }
}
