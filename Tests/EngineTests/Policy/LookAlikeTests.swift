import Engine
import Testing

@Suite("Names that look alike")
struct LookAlikeTests {
    @Test(
        arguments: [
            ("read_file", "reаd_file"), ("read_file", "read_fi1e"), ("read_file", "read_fiIe"), ("copy", "сору"),
            ("learn", "leam"), ("omega", "οmega"), ("get_o", "get_0"), ("get", "ｇｅｔ"), ("get", "g\u{200B}et"),
            ("caf\u{E9}", "cafe\u{301}"), ("a-b", "a\u{2011}b"),
        ])
    func `are found`(name: String, twin: String) {
        let names: [ToolName] = [ToolName(name), "other"]

        #expect(ToolName(twin).lookAlikes(among: names) == [ToolName(name)])
    }

    @Test(
        arguments: [
            ("read_file", "write_file"), ("read_file", "read_files"), ("get_a", "get_b"), ("get-a", "get_a"),
            ("Get", "get"), ("read_file", "read_file"), ("читать", "писать"),
        ])
    func `are not seen where letters differ, or nothing does`(name: String, other: String) {
        #expect(ToolName(other).lookAlikes(among: [ToolName(name)]).isEmpty)
    }
}
