import Foundation

extension Server {
    /// Answers a request.
    func answer(_ id: Any, _ result: [String: Any]) {
        send(["jsonrpc": "2.0", "id": id, "result": result])
    }

    /// Refuses a request.
    func fail(_ id: Any, _ code: Int, _ message: String, _ data: Any? = nil) {
        var error: [String: Any] = ["code": code, "message": message]
        error["data"] = data
        send(["jsonrpc": "2.0", "id": id, "error": error])
    }

    /// Sends one message in the way of the mode.
    func send(_ message: [String: Any]) {
        guard let bytes = try? JSONSerialization.data(withJSONObject: message, options: .sortedKeys) else { return }
        let line = Array(bytes)
        output.lock()
        defer { output.unlock() }
        switch mode {
        case .garbage:
            write("DEBUG loading plugins\n")
            writeBytes([0xFF, 0xFE, 0x80, 0x0A])
            writeBytes([0x00, 0x00, 0x0A])
            write("{\"jsonrpc\":\"2.0\",\"id\":\n")
            write("<html><body>502 Bad Gateway</body></html>\n")
            writeBytes(line + [0x0A])
        case .garbageForEver: while true { write("this is a log line, and not a message\n") }
        case .endlessLine:
            let piece = [UInt8](repeating: 0x78, count: 1 << 16)
            while true { writeBytes(piece) }
        case .batch:
            write("[")
            writeBytes(line)
            write("]\n")
            writeBytes(line + [0x0A])
        case .oddLines:
            write("\r\n\n  \n")
            writeBytes(line + [0x0D, 0x0A])
        case .splitWrites:
            for byte in line { writeBytes([byte]) }
            writeBytes([0x0A])
        case .wrongIDs:
            send(raw: ["jsonrpc": "2.0", "id": 4_711, "result": ["content": []]])
            send(raw: ["jsonrpc": "2.0", "id": "\(message["id"] ?? 0)", "result": ["content": []]])
            writeBytes(line + [0x0A])
        case .duplicateIDs: writeBytes(line + [0x0A] + line + [0x0A])
        default: writeBytes(line + [0x0A])
        }
    }

    /// Sends one message as it should be.
    func send(raw message: [String: Any]) {
        guard let bytes = try? JSONSerialization.data(withJSONObject: message, options: .sortedKeys) else { return }
        writeBytes(Array(bytes) + [0x0A])
    }

    /// Writes text.
    func write(_ text: String) { writeBytes(Array(text.utf8)) }

    /// Writes bytes; leaves when nobody reads them any more.
    func writeBytes(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(1, $0.baseAddress, $0.count) }
            guard written > 0 else { exit(0) }
            rest = rest.dropFirst(written)
        }
    }
}
