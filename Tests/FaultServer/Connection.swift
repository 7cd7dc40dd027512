import NIOCore
import NIOPosix

/// One connection: reads a request, plays the script of its behaviour, and reads the next.
final class Connection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let register: Register
    private let channel: any Channel
    private var number: Int?
    private var reader = RequestReader()
    private var isBusy = false
    private var isOpen = true
    /// The other side of a tunnel.
    private var peer: (any Channel)?

    init(_ channel: any Channel, _ register: Register) {
        self.channel = channel
        self.register = register
    }

    func channelActive(context: ChannelHandlerContext) {
        number = register.opened(channel)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let buffer = unwrapInboundIn(data)
        if let peer {
            peer.writeAndFlush(buffer, promise: nil)
        } else {
            reader.append(buffer.readableBytesView)
            serveNext()
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        isOpen = false
        if let number { register.closed(number) }
        peer?.close(promise: nil)
    }

    /// A client that resets the connection is none of the server's business.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func serveNext() {
        guard !isBusy, isOpen, let number, let request = reader.next() else { return }
        isBusy = true
        play(register.take(request, on: number).script[...])
    }

    private func play(_ script: ArraySlice<Step>) {
        guard isOpen, let step = script.first else { return }
        let rest = script.dropFirst()
        switch step {
        case .send(let bytes): send(bytes) { self.play(rest) }
        case .wait(let pause): wait(pause) { self.play(rest) }
        case .repeatForEver(let bytes, let pause): wait(pause) { self.send(bytes) { self.play(script) } }
        case .finish:
            register.countAnswer()
            isBusy = false
            serveNext()
        case .stall: break
        case .close: channel.close(promise: nil)
        case .reset: reset()
        case .join(let port): join(port)
        }
    }

    private func send(_ bytes: [UInt8], then next: @escaping () -> Void) {
        let buffer = channel.allocator.buffer(bytes: bytes)
        let loop = channel.eventLoop.assumeIsolated()
        channel.writeAndFlush(buffer).assumeIsolated().whenSuccess {
            if let number = self.number { self.register.sent(bytes.count, on: number) }
            // Not called from here: a long script would use up the stack.
            loop.execute { next() }
        }
    }

    private func wait(_ pause: Duration, then next: @escaping () -> Void) {
        channel.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(pause)) { next() }
    }

    /// Closes in such a way that the other side sees a reset.
    private func reset() {
        guard let socket = channel as? any SocketOptionProvider else { return }
        socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).assumeIsolated().whenComplete { _ in
            self.channel.close(promise: nil)
        }
    }

    private func join(_ port: Int) {
        let channel = channel
        ClientBootstrap(group: channel.eventLoop)
            .channelInitializer { other in
                other.eventLoop.makeCompletedFuture {
                    try other.pipeline.syncOperations.addHandler(Forwarder(to: channel))
                }
            }
            .connect(host: "127.0.0.1", port: port).assumeIsolated()
            .whenComplete { result in
                switch result {
                case .success(let peer):
                    self.peer = peer
                    self.send(Array("HTTP/1.1 200 Joined\r\n\r\n".utf8)) {}
                case .failure: channel.close(promise: nil)
                }
            }
    }
}

/// Passes on what comes from the far end of a tunnel.
private final class Forwarder: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let target: any Channel

    init(to target: any Channel) {
        self.target = target
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        target.writeAndFlush(unwrapInboundIn(data), promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        target.close(promise: nil)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }
}
