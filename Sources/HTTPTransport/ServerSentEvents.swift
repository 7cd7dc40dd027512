import Foundation

/// One event of a stream.
package struct ServerSentEvent: Hashable, Sendable {
    /// What its `event:` line says.
    package var name: String?
    /// What the last `id:` line of the stream said.
    package var id: String?
    /// Its `data:` lines, put together by line feeds.
    package var data: String

    package init(name: String? = nil, id: String? = nil, data: String) {
        self.name = name
        self.id = id
        self.data = data
    }
}

/// Reads server-sent events from bytes that arrive in pieces, wherever they are cut.
package struct ServerSentEvents: Sendable {
    /// What can be wrong with an event.
    package enum Problem: Error, Hashable, Sendable {
        /// Larger than this many bytes; nothing is read any more.
        case tooLarge(limit: Int)
        /// Its bytes are no UTF-8; the events after it are read.
        case notText
    }

    /// What comes out, in order.
    package enum Item: Hashable, Sendable {
        case event(ServerSentEvent)
        case problem(Problem)
    }

    /// How the stream ends.
    package enum Ending: Hashable, Sendable {
        /// After a whole event, or without any.
        case complete
        /// Inside an event: what there is of it, its last line included.
        case unfinished(ServerSentEvent)
        case problem(Problem)
    }

    private let limit: Int
    private var line: [UInt8] = []
    private var event = Draft()
    private var id: [UInt8]?
    private var isAtStart = true
    private var skipsLineFeed = false
    private var isTooLarge = false

    /// `limit` is the largest event, in bytes.
    package init(limit: Int = SizeLimits().event) {
        self.limit = limit
    }

    /// Takes the next bytes, and gives what they complete.
    package mutating func read(_ bytes: some Sequence<UInt8>) -> [Item] {
        var items: [Item] = []
        for byte in bytes {
            guard !isTooLarge else { return items }
            if let item = read(byte) { items.append(item) }
        }
        return items
    }

    /// Takes the end of the bytes.
    package mutating func finish() -> Ending {
        guard !isTooLarge else { return .problem(.tooLarge(limit: limit)) }
        let isMidLine = !line.isEmpty && line.first != .colon
        endLine()
        guard isMidLine || !event.isEmpty else { return .complete }
        guard let whole = takeEvent() else { return .problem(.notText) }
        return .unfinished(whole)
    }
}

extension ServerSentEvents {
    /// An event while its lines come in.
    private struct Draft {
        var name: [UInt8]?
        var data: [UInt8] = []
        /// A first empty `data:` line makes an event too.
        var dataLines = 0
        /// Bytes of its lines so far.
        var size = 0

        var isEmpty: Bool { size == 0 }
    }

    private mutating func read(_ byte: UInt8) -> Item? {
        let isPairedLineFeed = skipsLineFeed && byte == .lineFeed
        skipsLineFeed = byte == .carriageReturn
        if isPairedLineFeed { return nil }
        guard byte != .lineFeed, byte != .carriageReturn else { return line.isEmpty ? dispatch() : endLine() }
        line.append(byte)
        if isAtStart, line == [0xEF, 0xBB, 0xBF] {
            line = []
            isAtStart = false
        }
        guard event.size + line.count > limit else { return nil }
        isTooLarge = true
        return .problem(.tooLarge(limit: limit))
    }

    /// A blank line: the event is whole; one without data is none.
    private mutating func dispatch() -> Item? {
        isAtStart = false
        guard event.dataLines > 0 else {
            event = Draft()
            return nil
        }
        return takeEvent().map(Item.event) ?? .problem(.notText)
    }

    /// Nil when its bytes are no text.
    private mutating func takeEvent() -> ServerSentEvent? {
        defer { event = Draft() }
        guard let data = String(validating: event.data, as: UTF8.self) else { return nil }
        let name = event.name.map { String(validating: $0, as: UTF8.self) }
        let id = id.map { String(validating: $0, as: UTF8.self) }
        guard name != .some(nil), id != .some(nil) else { return nil }
        return ServerSentEvent(name: name ?? nil, id: id ?? nil, data: data)
    }

    @discardableResult
    private mutating func endLine() -> Item? {
        defer { line.removeAll(keepingCapacity: true) }
        isAtStart = false
        guard let first = line.first, first != .colon else { return nil }
        event.size += line.count
        let nameEnd = line.firstIndex(of: .colon) ?? line.endIndex
        var value = line[nameEnd...].dropFirst()
        if value.first == .space { value = value.dropFirst() }
        switch line[..<nameEnd] {
        case "data":
            if event.dataLines > 0 { event.data.append(.lineFeed) }
            event.dataLines += 1
            event.data += value
        case "event": event.name = Array(value)
        case "id" where !value.contains(0): id = Array(value)
        default: break
        }
        return nil
    }
}

/// Lets the name of a field be compared with plain text.
private func ~= (name: String, bytes: ArraySlice<UInt8>) -> Bool {
    bytes.elementsEqual(name.utf8)
}

extension UInt8 {
    fileprivate static let lineFeed = UInt8(ascii: "\n")
    fileprivate static let carriageReturn = UInt8(ascii: "\r")
    fileprivate static let colon = UInt8(ascii: ":")
    fileprivate static let space = UInt8(ascii: " ")
}
