import FaultServer
import Foundation
import Testing

@Suite("The fault server")
struct FaultServerTests {
    @Test func `has a bomb that gzip expands to 256 MiB`() throws {
        let packed = FileManager.default.temporaryDirectory.appending(path: "bomb-\(UUID()).gz")
        defer { try? FileManager.default.removeItem(at: packed) }
        try Data(Behaviour.bomb).write(to: packed)

        let gzip = Process()
        gzip.executableURL = URL(filePath: "/usr/bin/env")
        gzip.arguments = ["sh", "-c", "gzip -dc \"$0\" | wc -c", packed.path]
        let output = Pipe()
        gzip.standardOutput = output
        try gzip.run()
        let count = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        gzip.waitUntilExit()

        #expect(count.trimmingCharacters(in: .whitespacesAndNewlines) == "\(256 << 20)")
        #expect(gzip.terminationStatus == 0)
    }
}
