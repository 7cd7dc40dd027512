import Engine
import Foundation
import HTTPTransport
import ToolBenchTools

extension ToolOpening {
    /// The library's tools; without an address they can be looked at, and no call is answered.
    ///
    /// Naming library and server is the user's word that they may be asked: a simulating server changes nothing, and of
    /// the real services only what reads is called without a question.
    func toolBench(
        at path: String, remembering memory: (any ResultMemory)?
    ) async throws -> (NamedSource, SourceRecord) {
        let library = try ToolBenchLibrary(at: URL(fileURLWithPath: (path as NSString).expandingTildeInPath))
        guard let text = options.toolbenchURL else {
            guard memory == nil else {
                throw CommandFailure(
                    "--toolbench names the tools of \(path), but nobody answers their calls. Give --toolbench-url too.")
            }
            let tools = ToolOffer(library.simulated, leftOut: library.leftOut)
            return (
                NamedSource("toolbench", UnansweredSource(listed: tools)),
                SourceRecord(name: "toolbench", identity: ContentHash(of: path), command: path)
            )
        }
        let address = try BaseURL(text)
        let isReal = address.prefix.split(separator: "/").last == "rapidapi"
        let key = surroundings.models.text(ofKey: "TOOLBENCH_KEY").map { ToolBenchKey($0) }
        let deadline = options.callSeconds.map { Duration.seconds($0) } ?? .seconds(60)
        let server = ToolBenchServer(address, key: key, origin: isReal ? .live : .simulated, deadline: deadline)
        // Another server, or another library, may answer the same call otherwise.
        let definitions = (library.live + library.simulated).map(\.definitionHash.hex)
        let identity = ContentHash(of: (["toolbench", server.address] + definitions).joined(separator: "\n"))
        let asked = ToolBenchSource(library, through: server, over: try await starter.http())
        let tools = isReal ? library.live : library.simulated
        let allowed = ToolApproval(
            source: "toolbench", command: server.address, identity: identity,
            tools: tools.map { ToolApproval.Approved(definition: $0, effects: $0.effects) })
        let remembering: any ToolSource =
            memory.map { RememberingSource(asked, identity: identity, memory: $0) } ?? asked
        let guarded = GuardedSource(
            NamedSource("toolbench", remembering), identity: identity, approval: allowed, approver: attendance.approver,
            limits: options.limits(deadline: deadline))
        return (
            NamedSource("toolbench", guarded),
            SourceRecord(name: "toolbench", identity: identity, command: server.address)
        )
    }
}
