/// Reads requests from the bytes of a connection.
struct RequestReader {
    struct Request {
        let method: String
        let path: String
        let headers: [SeenRequest.Header]
        let body: [UInt8]
    }

    private var bytes: [UInt8] = []

    mutating func append(_ more: some Sequence<UInt8>) {
        bytes += more
    }

    /// The next whole request; nil until it is there.
    mutating func next() -> Request? {
        guard let end = headEnd else { return nil }
        let lines = String(decoding: bytes[..<end], as: UTF8.self).components(separator: "\r\n")
        let words = (lines.first ?? "").split(separator: " ").map(String.init)
        let headers = lines.dropFirst().map(header)
        let length = headers.first { $0.name.lowercased() == "content-length" }.flatMap { Int($0.value) } ?? 0
        let bodyStart = end + 4
        guard words.count == 3, bytes.count >= bodyStart + length else { return nil }
        let body = Array(bytes[bodyStart..<bodyStart + length])
        bytes.removeFirst(bodyStart + length)
        return Request(method: words[0], path: words[1], headers: headers, body: body)
    }

    /// What has come and is no request yet.
    mutating func takeRest() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    private var headEnd: Int? {
        guard bytes.count >= 4 else { return nil }
        return (0...(bytes.count - 4)).first { bytes[$0..<$0 + 4].elementsEqual([13, 10, 13, 10]) }
    }

    private func header(_ line: String) -> SeenRequest.Header {
        let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let value = parts.count == 2 ? String(parts[1].drop { $0 == " " }) : ""
        return SeenRequest.Header(name: parts.first ?? "", value: value)
    }
}

extension String {
    fileprivate func components(separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
