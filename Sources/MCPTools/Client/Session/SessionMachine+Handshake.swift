import Engine

/// How the two sides come to know each other.
extension SessionMachine {
    /// What a server says that speaks none of the versions it was asked for.
    private static let unsupportedVersion = -32_022

    mutating func probe() -> [Action] { probe(within: limits.probe) }

    private mutating func probe(within limit: Duration) -> [Action] {
        let id = nextID()
        phase = .probing(id)
        let params = JSON.Object().stamped(for: .stateless, client)
        let message = RPCMessage.request(id: id, method: "server/discover", params: .object(params))
        return [.ask(message, id: id, within: limit)]
    }

    mutating func initialize() -> [Action] {
        let id = nextID()
        phase = .initializing(id)
        let params: JSON = [
            "protocolVersion": .string(ProtocolVersion.offered.rawValue), "capabilities": [:],
            "clientInfo": client.json,
        ]
        return [
            .ask(.request(id: id, method: "initialize", params: params), id: id, within: limits.initialize)
        ]
    }

    mutating func fallBack(because reason: String, stopping id: RPCID) -> [Action] {
        log.add(.note("server/discover had no use (\(reason)); trying initialize."))
        return [.stopTimer(id)] + initialize()
    }

    mutating func probed(_ id: RPCID, _ answer: RPCAnswer) -> [Action] {
        switch answer {
        case .result(let result):
            guard let offered = result["supportedVersions"]?.array?.compactMap(\.string) else {
                return fallBack(because: "the answer names no versions", stopping: id)
            }
            guard offered.contains(ProtocolVersion.stateless.rawValue) else { return settled(among: offered, id) }
            return [.stopTimer(id)] + begin(Agreement(version: .stateless, server: result.serverTitle), [])
        case .failure(let error):
            guard error.code == Self.unsupportedVersion,
                let offered = error.data?["supported"]?.array?.compactMap(\.string), !offered.isEmpty
            else { return fallBack(because: "\(error.message) (\(error.code))", stopping: id) }
            return settled(among: offered, id)
        case .unreadable(_, let reason): return fallBack(because: "the answer \(reason)", stopping: id)
        case .timedOut, .cancelled, .ended, .broken: return []
        }
    }

    /// The server does not speak what it was asked in, and says what it speaks.
    private mutating func settled(among offered: [String], _ id: RPCID) -> [Action] {
        let known = offered.contains { ProtocolVersion(rawValue: $0) != nil }
        return known
            ? fallBack(because: "it speaks \(offered.joined(separator: ", "))", stopping: id)
            : [.stopTimer(id)] + end(.wrongVersion(offered: offered))
    }

    mutating func initialized(_ id: RPCID, _ answer: RPCAnswer) -> [Action] {
        switch answer {
        case .result(let result):
            guard let text = result["protocolVersion"]?.string else {
                return [.stopTimer(id)] + end(.noHandshake(reason: "its answer names no protocol version."))
            }
            guard let version = ProtocolVersion(rawValue: text), version.era == .handshake else {
                return [.stopTimer(id)] + end(.wrongVersion(offered: [text]))
            }
            let told = Action.tell(.notification(method: "notifications/initialized", params: nil))
            return [.stopTimer(id)] + begin(Agreement(version: version, server: result.serverTitle), [told])
        case .failure(let error):
            if let offered = error.data?["supported"]?.array?.compactMap(\.string), !offered.isEmpty {
                // It was only too slow for the probe, and by that alone it does not speak of a handshake.
                if offered.contains(ProtocolVersion.stateless.rawValue), !hasProbedAgain {
                    hasProbedAgain = true
                    log.add(.note("It refused initialize and speaks \(offered.joined(separator: ", ")); asking again."))
                    return [.stopTimer(id)] + probe(within: limits.initialize)
                }
                return [.stopTimer(id)] + end(.wrongVersion(offered: offered))
            }
            return [.stopTimer(id)]
                + end(.noHandshake(reason: "it answered initialize with “\(error.message)” (\(error.code))."))
        case .unreadable(_, let reason):
            return [.stopTimer(id)] + end(.noHandshake(reason: "its answer to initialize \(reason)"))
        case .timedOut, .cancelled, .ended, .broken: return []
        }
    }

    private mutating func begin(_ agreement: Agreement, _ first: [Action]) -> [Action] {
        phase = .ready(agreement)
        return first + [.ready(agreement)]
    }
}

extension JSON {
    /// Name and version of the server, as it says.
    fileprivate var serverTitle: String {
        let info = self["serverInfo"] ?? self["_meta"]?["io.modelcontextprotocol/serverInfo"]
        return [info?["name"]?.string, info?["version"]?.string].compactMap { $0 }.joined(separator: " ")
    }
}
