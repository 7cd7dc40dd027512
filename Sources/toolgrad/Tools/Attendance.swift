import Engine

/// Whether somebody is there to be asked about calls that may change something.
enum Attendance: Sendable {
    case attended(any Approver)
    /// Nobody; tools whose calls would all be denied are left out, but for those that a run began with.
    case unattended(keeping: Set<ToolName>)

    var approver: any Approver {
        switch self {
        case .attended(let approver): approver
        case .unattended: UnattendedApprover()
        }
    }

    /// Whether it makes sense to offer a tool to a run.
    fileprivate func offers(_ tool: Tool, of source: String) -> Bool {
        switch self {
        case .attended: true
        case .unattended(let kept):
            tool.effects == .read || kept.contains(tool.name) || kept.contains(ToolName("\(source)__\(tool.name)"))
        }
    }
}

/// A source without the tools that nobody could allow: each proposal of one would be wasted.
actor CallableSource: ToolSource {
    nonisolated let name: String
    private let source: any ToolSource
    private let attendance: Attendance
    /// What the last listing left out.
    fileprivate private(set) var withheld: [ToolName] = []

    init(_ source: NamedSource, _ attendance: Attendance) {
        name = source.name
        self.source = source.source
        self.attendance = attendance
    }

    func offer() async throws -> ToolOffer {
        var offer = try await source.offer()
        withheld = offer.tools.filter { !attendance.offers($0, of: name) }.map(\.name)
        offer.tools = offer.tools.filter { attendance.offers($0, of: name) }
        return offer
    }

    func run(_ call: ToolCall, in context: CallContext) async -> ToolResult {
        await source.run(call, in: context)
    }
}

extension [CallableSource] {
    /// What all of them left out.
    var withheld: WithheldTools {
        get async {
            var names: [ToolName] = []
            for source in self { names += await source.withheld }
            return WithheldTools(names: names)
        }
    }
}

/// Tools that are approved and not offered, since nobody is there to allow their calls.
struct WithheldTools: Hashable {
    let names: [ToolName]

    /// What to tell once; nil where there are none.
    var notice: String? {
        guard !names.isEmpty else { return nil }
        return "Left out: \(Self.phrase(names)), since nobody is there to allow the calls. The explorer asks: "
            + "toolgrad demo."
    }

    /// How many, and the first of them: `4 tools that write or destroy (a, b, c, …)`.
    static func phrase(_ names: [ToolName]) -> String {
        let first = names.prefix(3).map(\.text).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
        return names.count == 1
            ? "1 tool that writes or destroys (\(first))" : "\(names.count) tools that write or destroy (\(first))"
    }
}
