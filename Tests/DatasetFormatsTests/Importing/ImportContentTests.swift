import DatasetFormats
import Foundation
import Testing

@Suite("What a file to import is")
struct ImportContentTests {
    @Test(
        "is told by its beginning",
        arguments: [
            ("\u{FEFF}" + row(asksWeather), ImportContent.samples(.trl, .lines)),
            (" [" + row(asksWeather) + "]", .samples(.trl, .list)),
            ("[\n{\"messages\":[],\n\"parallel_tool_calls\":true}\n]", .samples(.openai, .list)),
            ("{\n\"messages\": []\n}", .samples(.trl, .whole)),
            ("no row\n" + row(asksWeather), .samples(.trl, .lines)),
            (#"{"api_use_chains":{}}"#, .samples(.toolgrad, .whole)),
            (#"{"api_use_chains":{}}"# + "\n" + #"{"api_use_chains":{}}"#, .samples(.toolgrad, .lines)),
            (#"{"api_use_chains":{}}"# + "\nno row\n", .samples(.toolgrad, .lines)),
            ("\n" + #"{"api_use_chains":{}}"# + "\n \r\n", .samples(.toolgrad, .whole)),
            ("", .foreign(.empty)), (" \n\r\n", .foreign(.empty)), ("[]", .foreign(.empty)),
            ("SQLite format 3\0\u{10}", .foreign(.dataset)), ("PAR1\0", .foreign(.binary("a Parquet file"))),
            ("PK\u{3}\u{4}", .foreign(.binary("a ZIP archive"))), ("a\0b", .foreign(.binary(nil))),
            (#"{"kind":"toolgrad export","format":"bfcl"}"#, .foreign(.manifest)),
            (#"{"seed":7,"total_iterations":0,"iterations":[]}"#, .foreign(.trace)),
            (#"[{"conversations":[]}]"#, .foreign(.rows("llamafactory or hermes"))),
            (#"{"prompt":[],"chosen":[],"rejected":[]}"#, .foreign(.rows("dpo"))),
            (#"{"prompt":[],"completion":[],"label":true}"#, .foreign(.rows("kto"))),
            (#"{"id":"a_0","question":[],"function":[]}"#, .foreign(.rows("bfcl"))),
            (#"{"id":0,"query":"","tools":"","answers":""}"#, .foreign(.rows("xlam"))),
            (#"{"a":1,"b":2}"#, .foreign(.object(keys: ["a", "b"]))), ("7", .foreign(.value("a number"))),
            ("a,b\n1,2", .foreign(.noJSON)),
        ] as [(String, ImportContent)])
    func isTold(text: String, content: ImportContent) {
        #expect(ImportContent(beginning: Array(text.utf8), of: .whole) == content)
    }

    @Test func `is told of bytes that are no UTF-8`() {
        #expect(ImportContent(beginning: [0xFF, 0xFE, 0x7B, 0x00], of: .whole) == .foreign(.otherEncoding))
        #expect(ImportContent(beginning: [0x1F, 0x8B, 8], of: .whole) == .foreign(.binary("a compressed file")))
        #expect(ImportContent(beginning: [0x61, 0xC3, 0x28], of: .whole) == .foreign(.binary(nil)))
    }

    @Test(
        "is not told before enough of it was read",
        arguments: [
            #"{"messages":[{"role":"us"#, #"[{"messages":[]"#, "   ", "{\n\"query\": \"Q", #"{"api_use_chains":{}}"#,
            "{\"api_use_chains\":{}}\n \n",
        ])
    func isNotTold(text: String) {
        #expect(ImportContent(beginning: Array(text.utf8), of: .beginning) == nil)
    }

    @Test func `is told of the first two lines with workflows, though there is more of it`() {
        let text = #"{"api_use_chains":{}}"# + "\n" + #"{"api_use_ch"#

        #expect(ImportContent(beginning: Array(text.utf8), of: .beginning) == .samples(.toolgrad, .lines))
    }

    @Test(
        "says what is wrong and what to do",
        arguments: [
            ForeignFile.empty, .dataset, .binary(nil), .binary("a ZIP archive"), .otherEncoding, .export("bfcl"),
            .rows("dpo"), .trace, .manifest, .object(keys: []), .value("a list"), .noJSON,
        ])
    func saysWhatToDo(file: ForeignFile) {
        #expect(file.wrong.hasPrefix("It ") && file.wrong.hasSuffix("."))
        #expect(file.advice(for: "a.bin").count > 10)
    }

    @Test func `is read as a list of rows, with the numbers of its elements`() throws {
        let text = "[\(row(asksWeather + "," + answersCold)),\n{\"messages\":7},\n{\n\"messages\":,}]"

        let reading = ImportReader(.trl, file: "rows.json").read(Data(text.utf8))

        #expect(reading.samples.map(\.place.description) == ["rows.json, element 1"])
        #expect(reading.samples.map(\.content.query) == ["Weather in Oslo?"])
        try #require(reading.problems.count == 2)
        #expect("\(reading.problems[0])".hasPrefix("rows.json, element 2: Its messages are a number"))
        #expect("\(reading.problems[1])".hasPrefix("rows.json, element 3: In its line 2: It is no JSON: column 12"))
    }

    @Test func `is read behind a byte order mark`() {
        let text = "\u{FEFF}" + row(asksWeather + "," + answersCold)

        #expect(ImportReader(.trl, file: "rows.jsonl").read(Data(text.utf8)).samples.count == 1)
    }
}
