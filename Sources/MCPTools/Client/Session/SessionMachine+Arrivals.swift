import Engine

/// What comes from the server.
extension SessionMachine {
    /// A message came.
    package mutating func received(_ message: RPCMessage) -> [Action] {
        if case .ended = phase { return [] }
        switch message {
        case .result(let id, let result): return answered(id, .result(result))
        case .failure(let id?, let error): return answered(id, .failure(error))
        case .failure(nil, let error):
            log.counts.unknownAnswers += 1
            log.add(.note("An error that answers nothing: \(error.message) (\(error.code))"))
            return []
        case .notification(let method, let params):
            notified(method, params)
            return []
        case .request(let id, let method, _): return [.tell(reply(to: id, method))]
        }
    }

    /// Something came that is no message.
    ///
    /// Where it is clear what it should have answered, that request is settled by it, and it does not count.
    package mutating func receivedBad(_ line: LineFraming.LongLine, reason: String) -> [Action] {
        if case .ended = phase { return [] }
        if let id = AnswerGuess.id(head: line.head, tail: line.tail), isWaitedFor(id) {
            return answered(id, .unreadable(line, reason: reason))
        }
        log.counts.badLines += 1
        log.counts.badBytes += line.count
        let sample = String(decoding: line.head.prefix(200), as: UTF8.self)
        log.add(.badLine(sample, reason: reason))
        guard log.counts.badLines > limits.badLines || log.counts.badBytes > limits.badBytes else { return [] }
        return end(.garbage(lines: log.counts.badLines, bytes: log.counts.badBytes, sample: sample))
    }

    private func isWaitedFor(_ id: RPCID) -> Bool {
        switch phase {
        case .probing(id), .initializing(id): true
        case .idle, .probing, .initializing, .ready, .ended: pending[id] != nil
        }
    }

    private mutating func answered(_ id: RPCID, _ answer: RPCAnswer) -> [Action] {
        switch phase {
        case .probing(id): return probed(id, answer)
        case .initializing(id): return initialized(id, answer)
        case .idle, .probing, .initializing, .ready, .ended: break
        }
        guard pending[id] == nil else { return settle(id, answer) }
        drop(id)
        return []
    }

    private mutating func drop(_ id: RPCID) {
        guard givenUp.remove(id) == nil else {
            log.counts.lateAnswers += 1
            return
        }
        guard case .number(let number) = id, let value = Int(number.text), (1..<nextNumber).contains(value) else {
            log.counts.unknownAnswers += 1
            return
        }
        log.counts.repeatedAnswers += 1
    }

    private mutating func notified(_ method: String, _ params: JSON?) {
        switch method {
        case "notifications/message":
            let data = params?["data"]
            log.add(.said(level: params?["level"]?.string ?? "info", text: data?.string ?? data?.compactText ?? ""))
        case "notifications/tools/list_changed": listChanged = true
        case "notifications/progress": log.counts.progressReports += 1
        default: log.counts.otherNotifications += 1
        }
    }

    /// We offer a server nothing but a sign of life.
    private mutating func reply(to id: RPCID, _ method: String) -> RPCMessage {
        guard method != "ping" else { return .result(id: id, [:]) }
        log.counts.refusedRequests += 1
        log.add(.refused(method: method))
        return .failure(id: id, RPCError(code: -32_601, message: "This client does not offer \(method)."))
    }
}
