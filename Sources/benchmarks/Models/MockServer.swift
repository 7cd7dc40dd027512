import ArgumentParser
import Engine
import Foundation
import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix

/// `benchmarks mock-server`: chat completions from a mock, in a process of its own.
struct MockServer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mock-server", abstract: "Answer chat completions on a free port of this machine, well and late.",
        discussion: "Prints the port, and ends when its standard input does.")

    @Option(help: "Milliseconds from a request to its answer.")
    var delay = 500

    func run() async throws {
        OpenFiles.raiseLimit()
        let delay = TimeAmount.milliseconds(Int64(delay))
        // One thread, so that the program that is measured has the others.
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup(numberOfThreads: 1))
            .serverChannelOption(.backlog, value: 4096)
            .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline(
                        withPipeliningAssistance: false, withErrorHandling: false)
                    try channel.pipeline.syncOperations.addHandler(MockConnection(delay: delay))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        print(listener.localAddress?.port ?? 0)
        fflush(nil)
        while readLine() != nil {}
    }
}

/// One connection; a request is answered when its delay is over.
private final class MockConnection: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let delay: TimeAmount
    private var body = ByteBuffer()

    init(delay: TimeAmount) {
        self.delay = delay
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: body.clear()
        case .body(var bytes): body.writeBuffer(&bytes)
        case .end: answer(context)
        }
    }

    private func answer(_ context: ChannelHandlerContext) {
        let due = NIODeadline.now() + delay
        let reply = MockReply(to: Data(body.readableBytesView))
        let channel = context.channel
        channel.eventLoop.assumeIsolated().scheduleTask(deadline: due) {
            let head = HTTPResponseHead(
                version: .http1_1, status: reply.status,
                headers: ["Content-Type": "application/json", "Content-Length": "\(reply.body.utf8.count)"])
            context.write(self.wrapOutboundOut(.head(head)), promise: nil)
            context.write(
                self.wrapOutboundOut(.body(.byteBuffer(channel.allocator.buffer(string: reply.body)))), promise: nil)
            context.writeAndFlush(self.wrapOutboundOut(.end(nil)), promise: nil)
        }
    }

    /// A client that goes away is none of the server's business.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }
}

/// A whole reply.
private struct MockReply {
    let status: HTTPResponseStatus
    let body: String

    init(to request: Data) {
        do {
            let answer = MockAnswer(to: try MockQuestion(body: request), choosing: .first)
            status = .ok
            body = Self.completion(answer).compactText
        } catch {
            status = .badRequest
            let message: JSON = .string("This mock cannot read the request: \(error)")
            body = (["error": ["message": message]] as JSON).compactText
        }
    }

    private static func completion(_ answer: MockAnswer) -> JSON {
        [
            "id": "chatcmpl-mock", "object": "chat.completion", "created": 0, "model": "mock",
            "choices": [["index": 0, "message": message(answer), "finish_reason": reason(answer.ending)]],
            "usage": ["prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100],
        ]
    }

    private static func message(_ answer: MockAnswer) -> JSON {
        guard let call = answer.call else { return ["role": "assistant", "content": .string(answer.text)] }
        let function: JSON = ["name": .string(call.name), "arguments": .string(call.arguments)]
        return [
            "role": "assistant", "content": nil,
            "tool_calls": [["id": "call_mock", "type": "function", "function": function]],
        ]
    }

    private static func reason(_ ending: MockAnswer.Ending) -> JSON {
        switch ending {
        case .stopped: "stop"
        case .calls: "tool_calls"
        case .length: "length"
        }
    }
}
