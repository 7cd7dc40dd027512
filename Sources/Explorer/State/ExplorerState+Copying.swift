import Engine
import Review

extension ExplorerState {
    /// Copies something of what is under the cursor.
    mutating func copy(_ kind: CopyKind) -> [Effect] {
        guard let open else { return [] }
        guard let copied = text(kind, of: open) else {
            tell("Go to a step or an argument in the chains to copy from it.", .warning)
            return []
        }
        return [.copy(copied)]
    }

    private func text(_ kind: CopyKind, of open: OpenSample) -> CopiedText? {
        switch kind {
        case .id: CopiedText(name: "the sample's label", text: name(of: open.id))
        case .value: value(in: open)
        case .path: focusedPath.map { CopiedText(name: "the path", text: $0.description) }
        case .jq: focusedPath.map { CopiedText(name: "the jq filter", text: $0.filterText) }
        case .call:
            focusedStep.map {
                CopiedText(
                    name: "the call of step \($0.number)", text: "\($0.call.tool) \($0.call.arguments.compactText)")
            }
        }
    }

    private var focusedPath: JSONPath? {
        guard case .argument(_, let path)? = cursor(in: .chains), focusedPane == .chains else { return nil }
        return path
    }

    private func value(in open: OpenSample) -> CopiedText? {
        switch (focusedPane, cursor(in: focusedPane)) {
        case (.chains, .argument(let number, let path)?):
            open.sample.workflow.step(number)?.call.arguments.value(at: path).map {
                CopiedText(name: "\(path)", text: $0.string ?? $0.compactText)
            }
        case (.chains, _):
            focusedStep.map {
                CopiedText(
                    name: "the output of step \($0.number)", text: String(decoding: $0.output.bytes, as: UTF8.self))
            }
        case (.response, _): open.view.response.map { CopiedText(name: "the response", text: $0) }
        case (.query, _), (.queue, _), (.gradient, _), (.facts, _):
            open.view.query.map { CopiedText(name: "the query", text: $0) }
        }
    }
}
