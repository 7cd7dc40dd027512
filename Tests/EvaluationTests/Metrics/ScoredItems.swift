import Engine
import Evaluation
import Foundation

/// The fixture: items, predictions of them, and what each metric must give, worked out by hand from the definitions.
enum ScoredItems {
    static let truths: [Truth] = lines(of: "truths").compactMap(Truth.init(fixture:))
    static let file = PredictionsFile(bytes(of: "predictions"))

    /// Made-up tools: `weather` may have a `unit` that is `c` by default, `search` a `limit` that is an integer, and
    /// `book` guests and a time.
    static let tools = Dictionary(
        [
            tool("weather", ["city": text, "unit": ["enum": ["c", "f"], "default": "c"]], required: ["city"]),
            tool(
                "convert", ["amount": ["type": "number"], "from": text, "to": text],
                required: ["amount", "from", "to"]),
            tool("clock", ["zone": text], required: ["zone"]),
            tool("search", ["q": text, "limit": ["type": "integer", "default": 10]], required: ["q"]),
            tool(
                "book",
                [
                    "room": text, "guests": ["type": "array", "items": text],
                    "at": ["type": "object", "properties": ["day": text, "hour": ["type": "integer"]]],
                ], required: ["room"]),
            tool("ping", [:], required: []),
        ].map { ($0.name, $0) }
    ) { first, _ in first }

    static let columns: [Metric] = [
        .toolRecall, .toolPrecision, .toolF1, .callRecall, .callPrecision, .callF1, .successRate, .callExactMatch,
        .argumentAccuracy, .astAccuracy, .chainOrder, .schemaValid, .hallucinatedCalls, .relevance, .irrelevance,
        .right,
    ]

    /// A row for each item: its figures in the order of ``columns``, `-` where the item has none, and why.
    ///
    /// A share of calls or arguments stands unreduced, as it must be counted; a 0 alone is of nothing that was called.
    static let table = """
        single/exact              1   1   1   1/1 1/1 1   1   1/1 1/1 1 1/1 1/1 0/1 1 - 1  the very call
        single/respelled          1   1   1   1/1 1/1 1   1   1/1 3/3 1 1/1 1/1 0/1 1 - 1  order of members and 10.0 for 10 do not count
        single/other-value        1   1   1   1/1 1/1 1   1   0/1 0/1 0 1/1 1/1 0/1 1 - 0  the right tool with another city
        single/text-loosely       1   1   1   1/1 1/1 1   1   0/1 0/1 1 1/1 1/1 0/1 1 - 0  only the AST comparison drops case, comma, hyphen
        single/default-given      1   1   1   1/1 1/1 1   1   0/1 1/1 1 1/1 1/1 0/1 1 - 0  unit c is the default, which AST lets pass
        single/argument-too-many  1   1   1   1/1 1/1 1   1   0/1 1/1 0 1/1 1/1 0/1 1 - 0  unit f is not; the truth's one argument is right
        single/argument-missing   1   1   1   1/1 1/1 1   1   0/1 1/2 0 1/1 1/1 0/1 1 - 0  of city and unit f, city
        single/default-left-out   1   1   1   1/1 1/1 1   1   0/1 1/2 1 1/1 1/1 0/1 1 - 0  of city and unit c, city; AST knows the default
        single/wrong-type         1   1   1   1/1 1/1 1   0   0/1 1/2 0 1/1 0/1 0/1 1 - 0  "5" is no integer; the call failed
        single/number-respelled   1   1   1   1/1 1/1 1   1   1/1 2/2 1 1/1 1/1 0/1 1 - 1  5e0 is 5
        single/broken-json        1   1   1   1/1 1/1 1   0   0/1 0/1 0 1/1 0/1 0/1 1 - 0  the name is right, the arguments are no JSON
        single/no-object          1   1   1   1/1 1/1 1   -   0/1 0/1 0 1/1 0/1 0/1 1 - 0  a list; nobody made the call, so no success rate
        single/key-twice          1   1   1   1/1 1/1 1   0   0/1 1/1 0 1/1 0/1 0/1 1 - 0  invalid, though the first city is right
        single/no-call            0   0   0   0/1 0   0   0   0/1 -   0 0/1 -   -   0 - 0  precision of nothing is 0; no call to rate
        single/missing            0   0   0   0/1 0   0   0   0/1 -   0 0/1 -   -   0 - 0  no line in the file is as wrong as no call
        single/broke-off          0   0   0   0/1 0   0   0   0/1 -   0 0/1 -   -   0 - 0  the endpoint gave up before a call
        single/invented           0   0   0   0/1 0/1 0   0   0/1 -   0 0/1 0/1 1/1 1 - 0  a name out of nowhere fits no schema
        single/not-offered        1   1/2 2/3 1/1 1/2 2/3 1   1/1 1/1 0 1/1 1/2 1/2 1 - 0  clock exists and was not offered; 2*1/(1+2)
        single/no-arguments       1   1   1   1/1 1/1 1   1   1/1 -   1 1/1 1/1 0/1 1 - 1  nothing to compare is no argument accuracy
        single/second-try         1   1   1   1/1 1/2 2/3 1   1/1 1/1 0 1/1 2/2 0/2 1 - 0  the second call is the partner; 2*1/(1+2)
        single/tool-failed        1   1   1   1/1 1/1 1   0   1/1 1/1 1 1/1 1/1 0/1 1 - 1  the right call, and the tool was out of order
        single/three-times        1   1   1   1/1 1/3 1/2 1   1/1 1/1 0 1/1 3/3 0/3 1 - 0  each call has one partner: 2*1/(1+3)
        single/unicode            1   1   1   1/1 1/1 1   1   0/1 0/1 0 1/1 1/1 0/1 1 - 0  é in two spellings is two texts
        single/big-number         1   1   1   1/1 1/1 1   1   0/1 2/3 0 1/1 1/1 0/1 1 - 0  2^53+1 is not 2^53
        single/conversation       1   1   1   1/1 1/1 1   1   1/1 1/1 1 1/1 1/1 0/1 1 - 1  the same as messages
        single/conversation-failed 1   1   1   1/1 1/2 2/3 1   1/1 1/1 0 1/1 2/2 0/2 1 - 0  an error, then `"error": null`: the second worked
        single/quotes             1   1   1   1/1 1/1 1   1   0/1 0/1 1 1/1 1/1 0/1 1 - 0  AST takes both kinds of quotation marks for one
        parallel/swapped          1   1   1   2/2 2/2 1   1   2/2 2/2 1 -   2/2 0/2 1 - 1  equal calls are partners wherever they stand
        parallel/best-partner     1   1   1   1/2 1/1 2/3 1   0/2 2/3 0 -   1/1 0/1 1 - 0  partner is the call with two equal arguments
        parallel/other-tool       1/2 1/2 1/2 1/2 1/2 1/2 1/2 1/2 1/1 0 -   2/2 0/2 1 - 0  one of two tools, and one that is not wanted
        parallel/one-failed       1   1   1   2/2 2/2 1   1/2 2/2 2/2 1 -   2/2 0/2 1 - 1  of two tools one worked
        parallel/one-not-made     1   1   1   2/2 2/2 1   1/2 2/2 2/2 1 -   2/2 0/2 1 - 1  a call that was not made did not work
        parallel/none-made        1   1   1   2/2 2/2 1   -   2/2 2/2 1 -   2/2 0/2 1 - 1  without any call made there is no success rate
        chained/exact             1   1   1   3/3 3/3 1   1   3/3 3/3 1 3/3 3/3 0/3 1 - 1  three calls of one argument each
        chained/reversed          1   1   1   3/3 3/3 1   1   3/3 5/5 1 1/3 3/3 0/3 1 - 1  of a reversed sequence one name is in order
        chained/interleaved       1   1   1   4/4 4/4 1   1   4/4 6/6 1 3/4 4/4 0/4 1 - 1  search weather convert of four; 1+1+1+3 arguments
        chained/cut-short         1/3 1   1/2 1/3 1/1 1/2 1/3 1/3 1/1 0 1/3 1/1 0/1 1 - 0  F1 is 2*1/(3+1)
        chained/nested            1   1   1   2/2 2/2 1   1   1/2 2/4 0 2/2 2/2 0/2 1 - 0  q and room; guests and at differ inside
        chained/nested-order      1   1   1   2/2 2/2 1   1   2/2 4/4 1 2/2 2/2 0/2 1 - 1  members in another order, inside too
        irrelevance/none          -   -   -   -   -   -   -   -   -   - -   -   -   - 1 1  nothing called where nothing helps
        irrelevance/called        -   -   -   -   -   -   -   -   -   - -   1/1 0/1 - 0 0  a sound call in vain
        irrelevance/missing       -   -   -   -   -   -   -   -   -   - -   -   -   - 0 0  no prediction is no insight
        irrelevance/broke-off     -   -   -   -   -   -   -   -   -   - -   -   -   - 0 0  nor is an endpoint that gave up
        irrelevance/invented      -   -   -   -   -   -   -   -   -   - -   0/1 1/1 - 0 0  a poem that nobody offered
        """

    /// What an item must have: nil where it must have none.
    static let expected: [String: [Metric: Fraction?]] = Dictionary(
        table.split(separator: "\n").map { line in
            let words = line.split(separator: " ").map(String.init)
            let figures = zip(columns, words.dropFirst()).map { ($0, $1 == "-" ? nil : Fraction($1)) }
            return (words[0], Dictionary(figures) { first, _ in first })
        }
    ) { first, _ in first }

    static let scores = truths.map { truth in
        ItemScore(file.matched(to: truths).predictions[truth.id], against: truth, tools: tools)
    }

    private static let text: JSON = ["type": "string"]

    private static func tool(_ name: ToolName, _ properties: JSON, required: [JSON]) -> Tool {
        Tool(
            name: name, description: "Does \(name).",
            inputSchema: ["type": "object", "properties": properties, "required": .array(required)])
    }

    private static func bytes(of name: String) -> Data {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/\(name).jsonl")
        return (try? Data(contentsOf: file)) ?? Data()
    }

    private static func lines(of name: String) -> [JSON] {
        bytes(of: name).split(separator: UInt8(ascii: "\n")).compactMap { try? JSON(parsing: $0) }
    }
}

/// A number written as `2/3` or `1`.
struct Fraction: Hashable, CustomStringConvertible {
    let part: Int
    let whole: Int

    init(_ text: String) {
        let words = text.split(separator: "/").compactMap { Int($0) }
        part = words.first ?? -1
        whole = words.count > 1 ? words[1] : 1
    }

    var value: Double { Double(part) / Double(whole) }
    var description: String { "\(part)/\(whole)" }
}

extension Truth {
    fileprivate init?(fixture json: JSON) {
        guard let id = json["id"]?.string, let query = json["query"]?.string, let response = json["response"]?.string,
            let category = json["category"]?.string.flatMap(Category.init), let calls = json["calls"]?.array,
            let offered = json["offered"]?.array
        else { return nil }
        self.init(
            id: id, query: query, offered: offered.compactMap(\.string).map { ToolName($0) },
            calls: calls.map { ToolCall(tool: ToolName($0["name"]?.string ?? ""), arguments: $0["arguments"] ?? [:]) },
            response: response, category: category)
    }
}
