import Foundation
import Testing

@Suite("What is printed", .timeLimit(.minutes(4)))
struct OutputTests {
    /// How the program ended whose output goes to a stream, and what it said on stderr.
    private func ending(_ arguments: [String], into output: FileHandle) throws -> (status: Int32, errors: String) {
        let program = try Program()
        defer { program.clean() }
        let process = Process()
        let errors = Pipe()
        process.executableURL = URL(fileURLWithPath: Program.path)
        process.arguments = arguments
        process.environment = program.environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let bytes = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }

    @Test(arguments: [["tools", "list"], ["doctor"]])
    func `for a reader that has left ends the program without a word`(arguments: [String]) throws {
        let pipe = Pipe()
        try pipe.fileHandleForReading.close()

        let ending = try ending(arguments, into: pipe.fileHandleForWriting)

        #expect(ending.status == 128 + SIGPIPE)
        #expect(ending.errors.isEmpty, "\(ending.errors)")
    }

    @Test func `on a full disk is told to be lost`() throws {
        let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))

        let ending = try ending(["tools", "list"], into: full)

        #expect(ending.status == 1)
        #expect(ending.errors.contains("The output cannot be written: No space left on device."))
    }
}
