import Engine
import Testing

@Suite("The JSON parsing suite", .enabled(if: SuiteFolder.parsing.isPresent, "json-parsing-suite is not here."))
struct ParsingSuiteTests {
    private static let names = SuiteFolder.parsing.fileNames

    @Test func `is complete`() {
        let counts = ["y_", "n_", "i_"].map { prefix in Self.names.count { $0.hasPrefix(prefix) } }

        #expect(counts == [95, 188, 35])
    }

    @Test(arguments: names.filter { $0.hasPrefix("y_") })
    func `accepts what every parser must`(name: String) throws {
        let bytes = try SuiteFolder.parsing.contents(of: name)

        #expect(throws: Never.self) { try JSON(parsing: bytes) }
    }

    @Test(arguments: names.filter { $0.hasPrefix("y_") })
    func `reads its own texts back`(name: String) throws {
        let value = try JSON(parsing: SuiteFolder.parsing.contents(of: name))

        #expect(try JSON(parsing: value.compactText) == value)
        #expect(try JSON(parsing: value.prettyText) == value)
        #expect(try JSON(parsing: value.canonicalText).canonicalText == value.canonicalText)
    }

    @Test(arguments: names.filter { $0.hasPrefix("n_") })
    func `refuses what no parser may take`(name: String) throws {
        let bytes = try SuiteFolder.parsing.contents(of: name)

        #expect(throws: JSON.ParseError.self) { try JSON(parsing: bytes) }
    }

    /// Numbers of any size keep their text; half surrogates, other encodings and deep nesting are refused.
    @Test(arguments: names.filter { $0.hasPrefix("i_") })
    func `has one outcome where parsers may differ`(name: String) throws {
        let bytes = try SuiteFolder.parsing.contents(of: name)

        let value = try? JSON(parsing: bytes)

        #expect((value != nil) == name.hasPrefix("i_number_"))
    }

    @Test func `keeps the text of a number of any size`() throws {
        let value = try JSON(parsing: SuiteFolder.parsing.contents(of: "i_number_too_big_pos_int.json"))

        #expect(value[0]?.number?.text == "100000000000000000000")
        #expect(value[0]?.int == nil)
    }
}
