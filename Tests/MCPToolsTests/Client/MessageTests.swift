import Engine
import Foundation
import MCPTools
import Testing

@Suite("Reading messages")
struct MessageTests {
    @Test(arguments: [
        (#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#, RPCMessage.request(id: RPCID(1), method: "ping", params: nil)),
        (
            #"{"jsonrpc":"2.0","method":"notifications/x","params":{"a":1}}"#,
            .notification(method: "notifications/x", params: ["a": 1])
        ),
        (#"{"jsonrpc":"2.0","id":"a","result":{}}"#, .result(id: .text("a"), [:])),
        (
            #"{"jsonrpc":"2.0","id":7,"error":{"code":-32601,"message":"No"}}"#,
            .failure(id: RPCID(7), RPCError(code: -32_601, message: "No"))
        ),
        (
            #"{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"No"}}"#,
            .failure(id: nil, RPCError(code: -32_700, message: "No"))
        ),
    ])
    func `reads what it writes`(text: String, message: RPCMessage) throws {
        #expect(try RPCMessage(parsing: text.utf8) == message)
        #expect(message.text == text)
    }

    @Test(arguments: [
        ("[]", "is a batch, which MCP does not have"),
        ("7", "is no JSON-RPC message"),
        (#"{"id":1,"result":{}}"#, "is not JSON-RPC 2.0"),
        (#"{"jsonrpc":"2.0"}"#, "is neither request nor answer"),
        (#"{"jsonrpc":"2.0","id":1,"result":{},"error":{}}"#, "has both a result and an error"),
        (#"{"jsonrpc":"2.0","result":{}}"#, "answers without an id"),
        (#"{"jsonrpc":"2.0","id":1,"id":2,"result":{}}"#, "says id twice"),
        (#"{"jsonrpc":"2.0","id":1,"error":{"code":"x","message":"y"}}"#, "has an error without code or message"),
        (#"{"jsonrpc":"2.0","id":[],"method":"x"}"#, "has an id that is neither number nor text"),
        (#"{"jsonrpc":"2.0","id":1,"method":7}"#, "has a method that is no text"),
        (#"{"jsonrpc":"2.0","id":1,"method":"x","params":7}"#, "has params that are no object"),
    ])
    func `says what is wrong with anything else`(text: String, problem: String) {
        #expect(throws: RPCMessage.Problem.self) { try RPCMessage(parsing: text.utf8) }
        do throws(RPCMessage.Problem) { _ = try RPCMessage(parsing: text.utf8) } catch {
            #expect(error.description == problem)
        }
    }

    @Test func `ids are compared as they are written`() throws {
        let spelled = try RPCMessage(parsing: #"{"jsonrpc":"2.0","id":1.0,"result":{}}"#.utf8)
        let quoted = try RPCMessage(parsing: #"{"jsonrpc":"2.0","id":"1","result":{}}"#.utf8)

        #expect(spelled != .result(id: RPCID(1), [:]))
        #expect(quoted != .result(id: RPCID(1), [:]))
    }
}

@Suite("Cutting output into lines")
struct LineFramingTests {
    private func lines(_ pieces: [String], limit: Int = 100) -> [LineFraming.Item] {
        var framing = LineFraming(limit: limit)
        var items = pieces.flatMap { framing.read(Data($0.utf8)) }
        if let last = framing.finish() { items.append(last) }
        return items
    }

    @Test func `lines come out the same wherever the bytes are cut`() {
        let text = "\u{FEFF}{\"a\":1}\r\n\n  \r\n{\"b\":\"\u{2028}é\"}\nlast"
        let whole = lines([text])

        #expect(whole == ["{\"a\":1}", "{\"b\":\"\u{2028}é\"}", "last"].map { .line(Data($0.utf8)) })
        for cut in 1..<text.utf8.count {
            let bytes = Data(text.utf8)
            var framing = LineFraming(limit: 100)
            var items = framing.read(bytes.prefix(cut)) + framing.read(bytes.suffix(from: cut))
            if let last = framing.finish() { items.append(last) }
            #expect(items == whole)
        }
    }

    @Test func `a byte order mark counts at the very beginning only`() {
        #expect(lines(["a\n\u{FEFF}b\n"]) == [.line(Data("a".utf8)), .line(Data("\u{FEFF}b".utf8))])
    }

    @Test func `keeps both ends of a line that is too long, and reads on`() throws {
        let long = "{" + String(repeating: "x", count: 300_000) + "}"
        let items = lines([String(long.prefix(200_000)), String(long.dropFirst(200_000)) + "\nnext\n"], limit: 100_000)

        guard case .tooLong(let line) = try #require(items.first) else {
            throw Unexpected(.rejected(reason: "\(items)"))
        }
        #expect(line.count == long.utf8.count)
        #expect(line.head == Data(long.utf8.prefix(65_536)))
        #expect(line.tail == Data(long.utf8.suffix(256)))
        #expect(items.dropFirst() == [.line(Data("next".utf8))])
    }

    @Test func `a line within the limit is whole, one byte more is too long`() {
        #expect(lines(["12345\n"], limit: 5) == [.line(Data("12345".utf8))])
        #expect(
            lines(["123456\n"], limit: 5)
                == [.tooLong(.init(head: Data("123456".utf8), tail: Data("123456".utf8), count: 6))])
    }

    @Test func `gives up a line that has no end, and reads nothing more`() {
        var framing = LineFraming(limit: 1_000)
        var items: [LineFraming.Item] = []
        for _ in 0..<10 { items += framing.read(Data(repeating: 0x78, count: 1_000)) }
        items += framing.read(Data("\nnext\n".utf8))

        #expect(items == [.endless(after: 5_000)])
        #expect(framing.finish() == nil)
    }
}
