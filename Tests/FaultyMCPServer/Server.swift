import Foundation

/// Reads requests, and answers them in the way of its mode.
final class Server {
    let mode: Mode
    let extra: [String]
    /// Held while a message is written: slow calls answer from threads of their own.
    let output = NSLock()
    var counter = 0
    var lists = 0

    init(_ mode: Mode, extra: [String]) {
        self.mode = mode
        self.extra = extra
    }

    func serve() {
        begin()
        while let line = readLine() { take(line) }
        end()
    }

    private func begin() {
        switch mode {
        case .banner: write("Welcome to the faulty server, version 1.0!\n\n")
        case .bom: writeBytes([0xEF, 0xBB, 0xBF])
        case .exitsAtOnce:
            FaultyMCPServer.say("The configuration is missing.")
            exit(3)
        case .neverExits: signal(SIGTERM, SIG_IGN)
        case .grandchild: startGrandchild()
        case .floodsErrors:
            let line = String(repeating: "noise ", count: 2_000)
            for _ in 0..<400 { FaultyMCPServer.say(line) }
            FaultyMCPServer.say("the last noise")
        default: break
        }
    }

    private func end() {
        guard mode == .neverExits else { return }
        while true { sleep(1) }
    }

    /// A process of our group that keeps our output open, ignores SIGTERM, and writes its number into a file.
    private func startGrandchild() {
        setenv("NUMBER", extra.first ?? "/dev/null", 1)
        system("trap '' TERM; (while :; do sleep 1; done) & echo $! > \"$NUMBER\"")
    }

    private func take(_ line: String) {
        guard mode != .silent, let request = Request(line) else { return }
        guard let id = request.id else { return }
        switch request.method {
        case "server/discover": discover(id)
        case "initialize": initialize(id)
        case "ping": answer(id, [:])
        case "tools/list": list(id, request)
        case "tools/call": call(id, request)
        default: fail(id, -32_601, "Method not found")
        }
    }

    private func discover(_ id: Any) {
        switch mode {
        case .stateless:
            answer(
                id,
                [
                    "resultType": "complete", "supportedVersions": ["2026-07-28"], "capabilities": ["tools": [:]],
                    "ttlMs": 0, "cacheScope": "private",
                    "_meta": ["io.modelcontextprotocol/serverInfo": ["name": "faulty", "version": "1"]],
                ])
        case .disjoint: fail(id, -32_022, "Unsupported protocol version", ["supported": ["2031-01-01"]])
        case .diesOnProbe: exit(70)
        case .lateProbe:
            usleep(600_000)
            answer(id, ["supportedVersions": ["2026-07-28"]])
        default: fail(id, -32_601, "Method not found")
        }
    }

    private func initialize(_ id: Any) {
        guard mode != .stateless else { return fail(id, -32_601, "Method not found") }
        let version = mode == .wrongVersion ? "1999-12-31" : "2025-06-18"
        answer(
            id,
            [
                "protocolVersion": version, "capabilities": ["tools": ["listChanged": true]],
                "serverInfo": ["name": "faulty", "version": "1"],
            ])
    }
}

/// What a client asks.
struct Request {
    let id: Any?
    let method: String
    let params: [String: Any]

    init?(_ line: String) {
        guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
            let method = object["method"] as? String
        else { return nil }
        id = object["id"]
        self.method = method
        params = object["params"] as? [String: Any] ?? [:]
    }
}
