import DisplaySafety
import Testing

@Suite("File names from data")
struct FileNameTests {
    @Test(arguments: [
        ("trip.jsonl", "trip.jsonl"), ("../../etc/passwd", "_.._etc_passwd"), ("-rf", "rf"), (".bashrc", "bashrc"),
        ("a b\u{0}c", "a_b_c"), ("東京", "__"), ("", "unnamed"), ("...", "unnamed"),
    ])
    func `are harmless`(wish: String, name: String) {
        #expect(FileName.safe(wish) == name)
    }

    @Test func `are at most a hundred characters long`() {
        #expect(FileName.safe(String(repeating: "a", count: 5000)).count == 100)
    }
}
