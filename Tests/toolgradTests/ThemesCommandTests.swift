import Foundation
import Testing

@Suite("The command for themes", .timeLimit(.minutes(4)))
struct ThemesCommandTests {
    @Test func `lists the themes, a line for each`() async throws {
        let program = try Program()
        defer { program.clean() }

        let ending = try await program.run("themes", "--theme-dir", program.folder.path)

        #expect(ending.status == 0)
        #expect(ending.output.split(separator: "\n").count == 8)
        #expect(ending.output.hasPrefix("dark                 dark, AA, all colour visions, built in\n"))
    }

    @Test func `lists them for machines, the broken ones too`() async throws {
        let program = try Program()
        defer { program.clean() }
        try "schema = 1\n".write(toFile: program.file("mine.toml"), atomically: true, encoding: .utf8)

        let ending = try await program.run("themes", "list", "--json", "--theme-dir", program.folder.path)

        let problem = "\(program.file("mine.toml")):1:1 \\\"name\\\" must be a name"
        #expect(
            ending.output.hasSuffix(
                "{\"name\":\"mine\",\"usable\":false,\"kind\":null,\"contrast\":null,\"cvd\":null,"
                    + "\"file\":\"\(program.file("mine.toml"))\",\"problems\":[\"\(problem)\"]}]\n"))
    }

    @Test func `finds nothing wrong with what comes with the program`() async throws {
        let program = try Program()
        defer { program.clean() }

        let ending = try await program.run("themes", "lint", "--theme-dir", program.folder.path)

        #expect(ending.status == 0)
        #expect(ending.output.isEmpty)
        #expect(ending.errors == "errors: 0, warnings: 0\n")
    }

    @Test(arguments: [("blu", 1, 1), ("accent +bold\"\nhnit = \"text", 0, 1)])
    func `checks a file and says by its exit code whether it can be used`(
        rule: String, status: Int32, lines: Int
    ) async throws {
        let program = try Program()
        defer { program.clean() }
        let path = program.file("mine.toml")
        let text = "schema = 1\nname = \"mine\"\ninherits = \"dark\"\n[roles]\n\"hint.key\" = \"\(rule)\"\n"
        try text.write(toFile: path, atomically: true, encoding: .utf8)

        let ending = try await program.run("themes", "lint", path)

        #expect(ending.status == status)
        #expect(ending.output.split(separator: "\n").count == lines)
        #expect(ending.output.hasPrefix("\(path):\(status == 1 ? "5:15 unknown colour" : "6:1 unknown role")"))
    }

    @Test func `shows no control characters of a file`() async throws {
        let program = try Program()
        defer { program.clean() }
        let path = program.file("mine.toml")
        try "schema = 1\nname = \"mine\"\nkind = \"any\"\n[roles]\ntext = \"\\u001b[2Jblu\"\n".write(
            toFile: path, atomically: true, encoding: .utf8)

        let ending = try await program.run("themes", "lint", path)

        #expect(ending.status == 1)
        #expect(!ending.output.unicodeScalars.contains("\u{1B}"))
    }

    @Test func `prints a theme as plain text where there is no terminal`() async throws {
        let program = try Program()
        defer { program.clean() }

        let ending = try await program.run("themes", "preview", "classic", "--tier", "256", "--simulate", "deutan")

        #expect(ending.output.hasPrefix("classic   dark grounds, AA, 256, as seen with deutan\n"))
        #expect(!ending.output.unicodeScalars.contains("\u{1B}"))
    }

    @Test func `says what was probably meant`() async throws {
        let program = try Program()
        defer { program.clean() }

        let ending = try await program.run("themes", "preview", "clasic")

        #expect(ending.status == 1)
        #expect(ending.errors == "Error: unknown theme \"clasic\" (classic?). See toolgrad themes list.\n")
    }
}
