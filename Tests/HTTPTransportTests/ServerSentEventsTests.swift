import Foundation
import HTTPTransport
import Testing

@Suite("Server-sent events")
struct ServerSentEventsTests {
    /// What comes out of bytes that arrive in pieces.
    private func read(_ pieces: [[UInt8]], limit: Int = 1 << 20) -> Reading {
        var parser = ServerSentEvents(limit: limit)
        return Reading(items: pieces.flatMap { parser.read($0) }, ending: parser.finish())
    }

    private func read(_ text: String, limit: Int = 1 << 20) -> Reading {
        read([Array(text.utf8)], limit: limit)
    }

    private struct Reading: Hashable {
        var items: [ServerSentEvents.Item]
        var ending: ServerSentEvents.Ending
    }

    private func events(_ data: String...) -> [ServerSentEvents.Item] {
        data.map { .event(ServerSentEvent(data: $0)) }
    }

    @Test(arguments: ["\n", "\r", "\r\n"])
    func `end at a blank line, whatever ends a line`(end: String) {
        let reading = read(["data: one", "", "data: two", "", ""].joined(separator: end))

        #expect(reading == Reading(items: events("one", "two"), ending: .complete))
    }

    @Test func `may mix the ends of lines`() {
        #expect(read("data: a\r\ndata: b\ndata: c\r\r\ndata: d\n\r\n").items == events("a\nb\nc", "d"))
    }

    @Test func `join their data lines by line feeds`() {
        #expect(read("data: a\ndata:b\ndata:  c\ndata\ndata:\n\n").items == events("a\nb\n c\n\n"))
    }

    @Test func `carry a name and the last id`() {
        let reading = read("event: delta\nid: 7\ndata: a\n\ndata: b\n\nid\ndata: c\n\n")

        #expect(
            reading.items == [
                .event(ServerSentEvent(name: "delta", id: "7", data: "a")),
                .event(ServerSentEvent(id: "7", data: "b")),
                .event(ServerSentEvent(id: "", data: "c")),
            ])
    }

    @Test func `leave out comments, unknown fields and events without data`() {
        let reading = read(": ping\n\nevent: nothing\n\nretry: 5\nother: x\ndata: a\n: b\n\n: bye\n")

        #expect(reading == Reading(items: events("a"), ending: .complete))
    }

    @Test func `count an empty data line as data`() {
        #expect(read("data\n\ndata:\n\n").items == events("", ""))
    }

    @Test func `may begin with a mark of byte order, once`() {
        #expect(read("\u{FEFF}data: a\n\n").items == events("a"))
        #expect(read("data: \u{FEFF}a\n\n").items == events("\u{FEFF}a"))
        #expect(read("\n\u{FEFF}data: a\n\n").items == [])
    }

    @Test(arguments: [
        ("data: a", "a"), ("data: a\n", "a"), ("data: a\ndata: b", "a\nb"), ("dat", ""), ("event: x\n", ""),
    ])
    func `say when the last one is not finished`(text: String, data: String) {
        let reading = read("data: whole\n\n" + text)

        #expect(reading.items == events("whole"))
        guard case .unfinished(let event) = reading.ending else {
            Issue.record("ended in \(reading.ending)")
            return
        }
        #expect(event.data == data)
    }

    @Test(arguments: ["", "data: a\n\n", ": ping", ": ping\n", "\n\n", "data: a\r\r"])
    func `are complete after a blank line, a comment or nothing`(text: String) {
        #expect(read(text).ending == .complete)
    }

    @Test func `with bytes that are no text are reported, and the next one is read`() {
        let bytes = Array("data: a\n\ndata: ".utf8) + [0xC3, 0x28] + Array("\n\ndata: b\n\n".utf8)

        let reading = read([bytes])

        #expect(reading.items == events("a") + [.problem(.notText)] + events("b"))
        #expect(reading.ending == .complete)
    }

    @Test func `with a name that is no text are reported`() {
        let reading = read([Array("event: ".utf8) + [0xFF] + Array("\ndata: a\n\n".utf8)])

        #expect(reading.items == [.problem(.notText)])
    }

    @Test func `that end inside a character are reported`() {
        #expect(read([Array("data: ".utf8) + [0xE2, 0x82]]).ending == .problem(.notText))
    }

    @Test func `keep null characters of data`() {
        #expect(read("data: a\0b\n\n").items == events("a\0b"))
    }

    @Test func `may be as large as the limit, and not larger`() {
        let exact = "data: " + String(repeating: "x", count: 94)

        #expect(read(exact + "\n\n" + exact + "\n\n", limit: 100).items.count == 2)
        let larger = read("data: a\n\n" + exact + "x\n\ndata: b\n\n", limit: 100)
        #expect(larger.items == events("a") + [.problem(.tooLarge(limit: 100))])
        #expect(larger.ending == .problem(.tooLarge(limit: 100)))
    }

    @Test func `count all their lines against the limit, and comments without end too`() {
        #expect(read(String(repeating: "data: x\n", count: 20), limit: 100).items == [.problem(.tooLarge(limit: 100))])
        #expect(read(":" + String(repeating: "x", count: 200), limit: 100).items == [.problem(.tooLarge(limit: 100))])
        #expect(read(String(repeating: ": ping\n\n", count: 200), limit: 100).items.isEmpty)
    }

    @Test func `are the same wherever the bytes are cut in two`() {
        let bytes = Self.mixture
        let whole = read([bytes])

        for cut in 0...bytes.count {
            #expect(read([Array(bytes[..<cut]), Array(bytes[cut...])]) == whole)
        }
        #expect(read(bytes.map { [$0] }) == whole)
    }

    @Test(arguments: 0..<200)
    func `are the same however the bytes are cut`(seed: Int) {
        var random = Seeded(UInt64(seed))
        let bytes = (0..<60).flatMap { _ in Self.parts.randomElement(using: &random) ?? [] }
        let limit = [30, 200, 1 << 20].randomElement(using: &random) ?? 30
        let cuts = (0..<12).map { _ in Int.random(in: 0...bytes.count, using: &random) }.sorted()
        let pieces = zip([0] + cuts, cuts + [bytes.count]).map { Array(bytes[$0..<$1]) }

        #expect(read(pieces, limit: limit) == read([bytes], limit: limit))
    }

    /// What streams are made of, the odd included.
    private static let parts: [[UInt8]] =
        [
            "data: ", "data:", "data", "event: x", "id: 7", ": ping", "{\"a\":\"ä€😀\"}", "\n", "\n", "\r", "\r\n",
            "\n\n",
            "\r\n\r\n", "\u{FEFF}", ":", " ", "\0",
        ].map { Array($0.utf8) } + [[0xFF], [0xE2, 0x82]]

    private static let mixture =
        Array(
            "\u{FEFF}: hello\r\n\r\nevent: delta\r\ndata: {\"t\":\"ä€😀\"}\r\n\r\ndata: a\rdata: b\r\rid: 3\ndata: ".utf8
        )
        + [0xC3, 0x28] + Array("\n\ndata: [DONE]".utf8)
}
