extension Telling {
    /// The most of all remembered iterations together, in Unicode scalars.
    static let feedbackLimit = 4_000

    /// The remembered iterations, oldest first; where they are too long together the oldest are left out.
    static func feedback(_ memory: [Gradient]) -> String {
        newest(memory.map(feedback), within: feedbackLimit, called: "older round") ?? "None."
    }

    private static func feedback(of gradient: Gradient) -> String {
        var lines = ["Round \(gradient.iteration):"]
        if !gradient.proposerReason.isEmpty { lines.append("proposed because: \(said(gradient.proposerReason))") }
        lines += gradient.reports.map(report)
        switch gradient.selection {
        case .chosen(let id, let place, let reason):
            lines.append("taken: proposal \(id.number), \(place.words), because: \(said(reason))")
        case .declined(let reason): lines.append("none was taken, because: \(said(reason))")
        case nil: lines.append("none was taken.")
        }
        return lines.joined(separator: "\n")
    }

    private static func report(_ report: Gradient.Report) -> String {
        let tools = report.proposal.tools.map(\.text).joined(separator: ", ").line(cutTo: 200)
        let head = "proposal \(report.proposal.id.number) (\(tools)): \(said(report.proposal.instruction))"
        switch report.ending {
        case .succeeded: return head + " It succeeded."
        case .failed(let reason), .unreachable(let reason): return head + " It failed: \(said(reason))"
        case nil: return head + " It was not finished."
        }
    }

    /// Words of a model or a tool, as one short quotation.
    private static func said(_ text: String) -> String { JSON.string(text.line(cutTo: 240)).compactText }
}

extension Placement {
    fileprivate var words: String {
        switch self {
        case .append(let chain): "at the end of chain \(chain.number)"
        case .newChain: "as a new chain"
        }
    }
}
