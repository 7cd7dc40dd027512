import Engine
import Foundation

/// The talk with one client, without any input or output: lines in, actions out.
///
/// Both eras are served, request by request: one that names the protocol version in its `_meta` needs no handshake,
/// any other needs `initialize` before it.
package struct ServedSession: Sendable {
    /// A call in progress; never used twice.
    package struct CallID: Hashable, Sendable {
        fileprivate let number: Int
    }

    package enum Action: Hashable, Sendable {
        /// Send these bytes, which are one line with its end.
        case send(Data)
        /// Run this call, which the library does not object to, and tell its result to ``finished(_:with:)``.
        case run(ToolCall, CallID)
        /// End this call early; nobody waits for its result.
        case cancel(CallID)
    }

    private struct Running: Sendable {
        let id: JSON
        let tool: Tool
        let version: ServedVersion
    }

    private let library: ToolLibrary
    private let identity: ServedIdentity
    private let limits: ServedLimits
    /// What `initialize` settled on.
    private var version: ServedVersion?
    private var running: [CallID: Running] = [:]
    private var lastCall = 0

    package init(_ library: ToolLibrary, as identity: ServedIdentity, limits: ServedLimits = ServedLimits()) {
        self.library = library
        self.identity = identity
        self.limits = limits
    }

    /// Takes one line, without its end.
    package mutating func receive(_ line: Data) -> [Action] {
        guard !line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\t") })
        else { return [] }
        switch ServedMessage(line) {
        case .request(let id, let method, let parameters):
            do throws(ServedFault) { return try answer(method, parameters, to: id) } catch {
                return [.send(ServedReply.fault(error, to: id))]
            }
        case .notification(let method, let parameters): return note(method, parameters)
        case .answer: return []
        case .invalid(let id, let fault): return [.send(ServedReply.fault(fault, to: id))]
        }
    }

    /// Takes note of a line that was too long to be kept.
    package func receiveTooLongLine() -> [Action] {
        [.send(ServedReply.fault(.lineTooLong(limit: limits.line), to: .null))]
    }

    /// Takes the result of a call; one that was cancelled is dropped.
    package mutating func finished(_ call: CallID, with result: ToolResult) -> [Action] {
        guard let running = running.removeValue(forKey: call) else { return [] }
        let schema = running.tool.servedOutputSchema(in: running.version)
        let told = result.outcome.served(schema: schema, in: running.version)
        return [.send(ServedReply.result(complete(told, in: running.version), to: running.id))]
    }
}

extension ServedSession {
    private mutating func note(_ method: String, _ parameters: JSON.Object) -> [Action] {
        guard method == "notifications/cancelled", let id = parameters["requestId"],
            let call = running.first(where: { $0.value.id == id })?.key
        else { return [] }
        running[call] = nil
        return [.cancel(call)]
    }

    private mutating func answer(
        _ method: String, _ parameters: JSON.Object, to id: JSON
    ) throws(ServedFault) -> [Action] {
        // A client that probes may have a handshake version in mind for its next request: initialize is always heard.
        if method == "initialize" { return [reply(shakeHands(parameters), to: id)] }
        if method == "server/discover" || ServedRequirements.areNamed(in: parameters) {
            return try answerStateless(method, parameters, to: id)
        }
        if method == "ping" { return [reply([:], to: id)] }
        guard let version else {
            throw .invalidRequest(
                "Send initialize before \(method), or name the protocol version in params._meta of each request.")
        }
        if method == "logging/setLevel" { return [reply([:], to: id)] }
        return try answerTools(method, parameters, to: id, in: version)
    }

    private mutating func answerStateless(
        _ method: String, _ parameters: JSON.Object, to id: JSON
    ) throws(ServedFault) -> [Action] {
        let version = try ServedRequirements.version(in: parameters)
        guard method != "server/discover" else { return [reply(complete(discovery, in: version), to: id)] }
        return try answerTools(method, parameters, to: id, in: version)
    }

    private mutating func answerTools(
        _ method: String, _ parameters: JSON.Object, to id: JSON, in version: ServedVersion
    ) throws(ServedFault) -> [Action] {
        switch method {
        case "tools/list": [reply(complete(try page(parameters, in: version), in: version), to: id)]
        case "tools/call": [try call(parameters, id: id, in: version)]
        case _: throw .unknownMethod(method)
        }
    }

    private func reply(_ result: JSON.Object, to id: JSON) -> Action { .send(ServedReply.result(result, to: id)) }

    /// With what every result of the stateless era has.
    private func complete(_ result: JSON.Object, in version: ServedVersion) -> JSON.Object {
        guard version.isStateless else { return result }
        var result = result
        result.set("resultType", "complete")
        result.set("_meta", .object([ServedRequirements.serverKey: identity.json]))
        return result
    }
}

extension ServedSession {
    private mutating func shakeHands(_ parameters: JSON.Object) -> JSON.Object {
        let wanted = parameters["protocolVersion"]?.string.flatMap(ServedVersion.init)
        let version = wanted.flatMap { $0.isStateless ? nil : $0 } ?? .newestHandshake
        self.version = version
        return [
            "protocolVersion": .string(version.rawValue), "capabilities": Self.capabilities,
            "serverInfo": identity.json,
        ]
    }

    private static let capabilities: JSON = ["tools": ["listChanged": false]]

    private var discovery: JSON.Object {
        var result: JSON.Object = [
            "supportedVersions": .array(ServedVersion.newestFirst), "capabilities": Self.capabilities,
        ]
        keepable(&result)
        return result
    }

    /// The library does not change while it is served, so what is said of it may be kept for a while.
    private func keepable(_ result: inout JSON.Object) {
        result.set("ttlMs", 300_000)
        result.set("cacheScope", "private")
    }

    private func page(_ parameters: JSON.Object, in version: ServedVersion) throws(ServedFault) -> JSON.Object {
        let tools = library.tools
        let first = try place(of: parameters["cursor"])
        let next = first + limits.page
        var result: JSON.Object = ["tools": .array(tools[first...].prefix(limits.page).map { $0.served(in: version) })]
        if next < tools.count { result.set("nextCursor", .string("\(next)")) }
        if version.isStateless { keepable(&result) }
        return result
    }

    private func place(of cursor: JSON?) throws(ServedFault) -> Int {
        guard let cursor, !cursor.isNull else { return 0 }
        guard let place = cursor.string.flatMap({ Int($0) }), place > 0, place < library.tools.count,
            place.isMultiple(of: limits.page)
        else { throw .invalidParameters("cursor must be a nextCursor that a page of this list had.") }
        return place
    }

    private mutating func call(
        _ parameters: JSON.Object, id: JSON, in version: ServedVersion
    ) throws(ServedFault) -> Action {
        guard let name = parameters["name"]?.string else { throw .invalidParameters("name must be a tool's name.") }
        guard let tool = library[ToolName(name)] else { throw .invalidParameters("There is no tool called \(name).") }
        let arguments = parameters["arguments"] ?? [:]
        guard arguments.object != nil else { throw .invalidParameters("arguments must be an object.") }
        let call = ToolCall(tool: tool.name, arguments: arguments)
        if let objection = library.objection(to: call) {
            guard version.tellsBadArgumentsInResult else { throw .invalidParameters(objection) }
            let told = ToolOutcome.rejected(reason: objection).served(schema: nil, in: version)
            return reply(complete(told, in: version), to: id)
        }
        return .run(call, try begin(Running(id: id, tool: tool, version: version)))
    }

    private mutating func begin(_ call: Running) throws(ServedFault) -> CallID {
        guard running.count < limits.calls else { throw .tooManyCalls(limit: limits.calls) }
        guard !running.values.contains(where: { $0.id == call.id }) else {
            throw .invalidRequest("A call with the id \(call.id) is still running.")
        }
        lastCall += 1
        let id = CallID(number: lastCall)
        running[id] = call
        return id
    }
}
