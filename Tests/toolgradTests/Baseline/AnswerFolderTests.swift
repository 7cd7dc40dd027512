import Engine
import Foundation
import Testing

@testable import toolgrad

@Suite("The folder for the answers of a baseline", .timeLimit(.minutes(5)))
struct AnswerFolderTests {
    @Test func `writes an answer file of ToolBench's form for each sample`() async throws {
        let program = try Program()
        defer { program.clean() }
        let folder = program.file("answers")

        let made = try await program.run(program.baseline("--answers", folder))
        let again = try await program.run(program.baseline("--answers", folder))

        #expect(made.status == 0, "\(made.errors)")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(names == (1...5).map { "\($0)_DFS_woFilter_w2.json" })
        let file = try JSON(parsing: try Data(contentsOf: URL(fileURLWithPath: folder + "/" + names[0])))
        #expect(file["answer_generation"]?["query"] != nil)
        #expect(again.status == 1 && again.errors.contains("has 5 files in it."))
    }

    @Test func `says in its own words where a folder for answers cannot be`() throws {
        let program = try Program()
        defer { program.clean() }
        let file = program.file("taken")
        try Data("x".utf8).write(to: URL(fileURLWithPath: file))
        func words(_ path: String) -> String {
            do {
                try AnswerFolder(path: path).prepare()
                return "made"
            } catch { return "\(error)" }
        }

        #expect(
            words(file)
                == "The folder \(file) for answers cannot be made: that is a file. Name a folder that is empty or new.")
        #expect(words("/dev/null/x").contains("for answers cannot be made: /dev/null is a file."))
        #expect(words(program.file("new/deep")) == "made")
    }
}
