import Engine
import Testing

@testable import Explorer

@Suite("The outline of a JSON text")
struct InspectOutlineTests {
    @Test(arguments: [
        "1", "-0", "[]", " {} ", "[1,2]", #"{"a":{"b":[null,true,false]}}"#, #""é\n\u00e9\ud83d\ude00""#, "[[[]],[]]",
        "1e5", "-1.25E-3", "\t[\n1\r]", #"{"":1}"#, #"{"a":1,"a":2}"#, "[\"\u{7F}\"]",
    ])
    func `is there for every JSON text`(text: String) throws {
        #expect((try? JSON(parsing: text)) != nil)
        #expect(JSONOutline(Array(text.utf8)) != nil)
    }

    @Test(arguments: [
        "", " ", "[1,]", "{,}", "[1 2]", #"{"a"}"#, #"{"a":}"#, "{1:2}", "01", "1.", "-", "+1", ".5", "1e", "nul",
        "[1]]", "[", #"""#, #""\x""#, #""\u12""#, #""\ud800""#, #""\udc00""#, #""\ud800\u0041""#, "\"\u{1}\"",
        "\u{FEFF}1", "[1},", "{\"a\":1]", "truefalse", "NaN", "\u{A0}1",
    ])
    func `is not there for anything else`(text: String) {
        #expect((try? JSON(parsing: text)) == nil)
        #expect(JSONOutline(Array(text.utf8)) == nil)
    }

    @Test func `agrees with the parser about damaged texts`() {
        var random = RandomBytes(state: 11)
        for _ in 0..<5_000 {
            var bytes = Array(Inspector.forecast.utf8)
            for _ in 0...random.below(3) { random.damage(&bytes) }

            #expect((JSONOutline(bytes) != nil) == ((try? JSON(parsing: bytes)) != nil), "\(bytes)")
        }
    }

    @Test func `is as deep and as wide as the parser allows`() {
        let deep = { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) }
        let wide = { (count: Int) in "{" + (0..<count).map { "\"\($0)\":0" }.joined(separator: ",") + "}" }

        #expect(JSONOutline(Array(deep(128).utf8))?.count == 128)
        #expect(JSONOutline(Array(deep(129).utf8)) == nil)
        #expect(JSONOutline(Array(wide(10_000).utf8))?.count == 10_001)
        #expect(JSONOutline(Array(wide(10_001).utf8)) == nil)
    }

    @Test func `numbers elements in the order of the text`() throws {
        let outline = try outline(#"{"a":[10,{"b":20}],"c":30}"#)

        #expect(
            (0..<outline.count).map { outline.path(of: $0).dollarText } == [
                "$", "$.a", "$.a[0]", "$.a[1]", "$.a[1].b", "$.c",
            ])
        #expect((0..<outline.count).map { outline.nextSibling(of: $0) } == [nil, 5, 3, nil, nil, nil])
        #expect((0..<outline.count).map { outline.previousSibling(of: $0) } == [nil, nil, nil, 2, nil, 1])
        #expect((0..<outline.count).map { outline.firstChild(of: $0) } == [1, 2, nil, 4, nil, nil])
    }

    @Test func `gives elements back as they were written`() throws {
        let outline = try outline(Inspector.forecast)
        let value = try JSON(parsing: Inspector.forecast)

        for element in 0..<outline.count where outline.duplicity(of: element)?.place != 2 {
            let path = outline.path(of: element)
            #expect(try JSON(parsing: outline.source(of: element)) == value.value(at: path), "\(path)")
            #expect(outline.element(at: path) == element)
        }
    }

    @Test func `counts the members with the same key`() throws {
        let outline = try outline(#"{"a":1,"b":2,"\u0061":3}"#)

        #expect(outline.duplicity(of: 1).map { [$0.place, $0.count] } == [1, 2])
        #expect(outline.duplicity(of: 2) == nil)
        #expect(outline.duplicity(of: 3).map { [$0.place, $0.count] } == [2, 2])
    }

    @Test func `cuts no character and no escape in two`() throws {
        let outline = try outline(#""aé\ud83d\ude00z""#)

        let beginnings = (1...20).map { outline.beginning(of: 0, limit: $0) }

        #expect(Set(beginnings.compactMap(\.self)) == ["", "a", "aé", "aé😀", "aé😀z"])
    }

    @Test(arguments: [
        ("$", "."), ("$.a", ".a"), ("$.a[2]", ".a[2]"), ("$[\"odd key\"]", ".[\"odd key\"]"), ("$[0]", ".[0]"),
        ("$.a[\"\\\"\"]", ".a[\"\\\"\"]"),
    ])
    func `names a place for people and for jq`(dollar: String, filter: String) throws {
        let path = try #require(JSONPath(String(dollar.dropFirst().drop { $0 == "." })))

        #expect(path.dollarText == dollar)
        #expect(path.filterText == filter)
    }

    private func outline(_ text: String) throws -> JSONOutline {
        try #require(JSONOutline(Array(text.utf8)))
    }
}

/// A small generator; the same seed damages in the same way.
private struct RandomBytes {
    var state: UInt64

    private static let signs = Array(#"{}[],:"\u0e1-. tfn"#.utf8) + [0xFF, 0xC3, 0x0A, 0x01]

    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }

    mutating func damage(_ bytes: inout [UInt8]) {
        let place = below(bytes.count)
        let sign = Self.signs[below(Self.signs.count)]
        switch below(3) {
        case 0: bytes[place] = sign
        case 1: bytes.insert(sign, at: place)
        case _: bytes.remove(at: place)
        }
    }
}
