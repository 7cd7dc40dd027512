import Engine
import Testing

@testable import DatasetFormats

@Suite("Portable names")
struct PortableNamesTests {
    @Test(arguments: [
        ("get_weather-2", "get_weather-2"), ("geo.code", "geo_code"), ("files/read file", "files_read_file"),
        ("météo", "m_t_o"), ("天気", "__"), ("", "_e3b0c442"),
        (String(repeating: "a", count: 64), String(repeating: "a", count: 64)),
        (String(repeating: "a", count: 65), String(repeating: "a", count: 55) + "_635361c4"),
    ])
    func `change only what is not allowed`(original: String, expected: String) {
        let names = PortableNames([ToolName(original)])

        #expect(names[ToolName(original)] == expected)
        #expect(names.original(of: expected) == ToolName(original))
    }

    @Test func `an allowed name is never taken from its tool`() {
        let names = PortableNames(["a_b", "a.b"])

        #expect(names["a_b"] == "a_b")
        #expect(names["a.b"].hasPrefix("a_b_"))
    }

    @Test func `no two tools share a name, even if their names look alike`() {
        let originals: Set<ToolName> = [
            "caf\u{E9}", "cafe\u{301}", "caf_", "caf.", "caf/", "a b", "a\u{2028}b", "…", "‥",
        ]

        let names = PortableNames(originals)

        let portable = originals.map { names[$0] }
        #expect(Set(portable).count == originals.count)
        #expect(portable.allSatisfy { $0.wholeMatch(of: /[a-zA-Z0-9_-]{1,64}/) != nil })
        #expect(originals.allSatisfy { names.original(of: names[$0]) == $0 })
        #expect(names.changed.count == originals.count - 1)
    }

    @Test func `a name that no tool has stands for none`() {
        #expect(PortableNames(["a.b"]).original(of: "a.b") == nil)
    }
}
