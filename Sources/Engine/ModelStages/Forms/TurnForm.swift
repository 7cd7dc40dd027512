/// What a turn of a trial may be: a call to one of the proposal's tools, or words.
struct TurnForm {
    private let tools: [(offered: ModelRequest.OfferedTool, tool: Tool)]

    /// Offers tools under names that every endpoint takes; none where no call is left.
    init(tools: [Tool]) {
        var taken: Set<String> = []
        self.tools = tools.map { tool in
            let name = tool.name.offered(avoiding: taken)
            taken.insert(name)
            return (
                ModelRequest.OfferedTool(
                    name: name, description: tool.description.cut(to: 1_000), parameters: tool.parameters), tool
            )
        }
    }

    var offered: [ModelRequest.OfferedTool] { tools.map(\.offered) }

    /// A name in the letters that endpoints take.
    static func offeredName(_ name: String) -> String { ToolName(name).offered(avoiding: []) }

    /// What a completion decides.
    enum Reading: Hashable {
        /// The request has the name under which the tool is offered.
        case call(ToolCall, as: RequestedCall)
        case report(String)
        case unusable(problem: String)
    }

    /// Takes the first call where there are several.
    func read(_ completion: Completion, limit: Int) -> Reading {
        let words = completion.text.withoutOuterSpace
        if let first = completion.calls.first, !(tools.isEmpty && !words.isEmpty) {
            do throws(Objection) {
                return try call(first)
            } catch {
                return .unusable(problem: error.text)
            }
        }
        if !words.isEmpty { return .report(words) }
        guard case .length = completion.ending else { return .unusable(problem: "The answer was empty.") }
        return .unusable(problem: "The answer was cut off at the limit of \(limit) tokens before it said anything.")
    }

    private func call(_ requested: RequestedCall) throws(Objection) -> Reading {
        guard !tools.isEmpty else { throw Objection("No calls are left. Report what was found.") }
        let names = tools.map(\.offered.name)
        guard let meant = Spelling.name(meantBy: requested.name, among: names),
            let tool = tools.first(where: { $0.offered.name == meant })?.tool
        else {
            let asked = JSON.string(requested.name.cut(to: 80)).compactText
            throw Objection("There is no tool \(asked). There are \(names.joined(separator: ", ")).")
        }
        let arguments: JSON
        do throws(JSON.ParseError) { arguments = try JSON(parsing: requested.arguments) } catch {
            throw Objection("The arguments of \(meant) are not valid JSON. \(error)")
        }
        guard arguments.object != nil else { throw Objection("The arguments of \(meant) are no JSON object.") }
        let named = RequestedCall(
            id: requested.id, name: meant, arguments: requested.arguments, extra: requested.extra)
        return .call(ToolCall(tool: tool.name, arguments: arguments), as: named)
    }
}

extension Tool {
    /// The schema of the arguments as models are told of it: an object in any case.
    fileprivate var parameters: JSON {
        let plain = PlainSchema(inputSchema, descriptions: .cut(to: 500)).json
        return plain["type"]?.string == "object" ? plain : ["type": "object"]
    }
}

extension ToolName {
    /// The name in letters, digits, `_` and `-`, at most 64 of them, other than those taken.
    fileprivate func offered(avoiding taken: Set<String>) -> String {
        let allowed = String(String.UnicodeScalarView(text.unicodeScalars.map { $0.mayBeOffered ? $0 : "_" }))
        let isWhole = allowed.utf8.count <= 64 && !allowed.isEmpty
        if isWhole, !taken.contains(allowed) { return allowed }
        return "\(allowed.prefix(55))_\(ContentHash(of: text).short)"
    }
}

extension Unicode.Scalar {
    fileprivate var mayBeOffered: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
        case _: false
        }
    }
}
