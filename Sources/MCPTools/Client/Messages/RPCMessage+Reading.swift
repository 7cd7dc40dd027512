import Engine

extension RPCMessage {
    /// Why a JSON value is no message, as the end of a sentence that begins with it.
    package struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
        package let description: String

        init(_ description: String) {
            self.description = description
        }
    }

    /// Reads one message; a batch is none.
    ///
    /// - Throws: ``Problem``.
    package init(parsing bytes: some Collection<UInt8>) throws(Problem) {
        let json: JSON
        do throws(JSON.ParseError) { json = try JSON(parsing: bytes) } catch {
            throw Problem("is not JSON: \(error)")
        }
        try self.init(json)
    }

    /// Reads one message from its value.
    ///
    /// - Throws: ``Problem``.
    package init(_ json: JSON) throws(Problem) {
        guard let object = json.object else {
            throw Problem(json.array == nil ? "is no JSON-RPC message" : "is a batch, which MCP does not have")
        }
        if let key = object.duplicateKeys.first { throw Problem("says \(key) twice") }
        guard object["jsonrpc"]?.string == "2.0" else { throw Problem("is not JSON-RPC 2.0") }
        guard let method = object["method"] else {
            self = try Self.answer(object)
            return
        }
        guard let method = method.string else { throw Problem("has a method that is no text") }
        let params = object["params"]
        if let params, params.object == nil, params.array == nil { throw Problem("has params that are no object") }
        guard let idValue = object["id"] else {
            self = .notification(method: method, params: params)
            return
        }
        guard let id = RPCID(idValue) else { throw Problem("has an id that is neither number nor text") }
        self = .request(id: id, method: method, params: params)
    }

    private static func answer(_ object: JSON.Object) throws(Problem) -> RPCMessage {
        switch (object["result"], object["error"]) {
        case (let result?, nil):
            guard let id = object["id"].flatMap(RPCID.init) else { throw Problem("answers without an id") }
            return .result(id: id, result)
        case (nil, let error?):
            guard let code = error["code"]?.int, let message = error["message"]?.string else {
                throw Problem("has an error without code or message")
            }
            return .failure(
                id: object["id"].flatMap(RPCID.init), RPCError(code: code, message: message, data: error["data"]))
        case (_?, _?): throw Problem("has both a result and an error")
        case (nil, nil): throw Problem("is neither request nor answer")
        }
    }
}
