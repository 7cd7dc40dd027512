import Engine

/// A conversation as the rules read it: what is asked, what was called, and what came back.
struct RuleTalk: Sendable {
    /// A call that was asked for earlier.
    struct Made: Hashable, Sendable {
        let name: String
        /// What came back, as JSON; nil where it is no JSON, cut off as it may be, or where nothing came back.
        let output: JSON?
        /// Whether it gave something that can be used.
        let worked: Bool
    }

    /// What the first message of the user says.
    let query: String
    /// In their order.
    let calls: [Made]
    let offered: [ModelRequest.OfferedTool]
    /// The function that ends the conversation; nil where words end it.
    let finish: ModelRequest.OfferedTool?
    /// What the user said last, after the conversation had begun; empty where they said nothing more.
    ///
    /// A search tells here what was tried before and is not to be done again.
    let reminder: String

    init(_ request: ModelRequest) {
        var query: String?
        var reminder = ""
        var asked: [(id: String, name: String)] = []
        var contents: [String: String] = [:]
        for message in request.messages {
            switch message {
            case .system: continue
            case .user(let text):
                if query == nil { query = text } else { reminder = text }
            case .assistant(_, let calls):
                asked += calls.map { ($0.id, $0.name) }
                reminder = ""
            case .tool(let id, let content):
                contents[id] = content
                reminder = ""
            }
        }
        self.query = query ?? ""
        self.reminder = reminder
        finish = request.tools.first { $0.parameters["properties"]?["return_type"] != nil }
        offered = request.tools.filter { [finish] in $0 != finish }
        calls = asked.map { call in Made(name: call.name, content: contents[call.id] ?? "") }
    }
}

extension RuleTalk.Made {
    /// Reads an observation: the output itself, or `{"error", "response"}` around it.
    fileprivate init(name: String, content: String) {
        self.name = name
        guard let json = try? JSON(parsing: content) else {
            output = nil
            worked = !content.isEmpty
            return
        }
        let error = json["error"]
        let response = json["response"]
        let inner = response?.string.flatMap { try? JSON(parsing: $0) } ?? response
        output = error != nil && response != nil ? inner : json
        worked = error.map { $0.isNull || $0 == "" } ?? true
    }
}
