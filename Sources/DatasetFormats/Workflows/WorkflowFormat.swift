import Engine
import Review

/// The reference's own workflow files: one JSON file per sample, its chains as they count.
///
/// A sample that was edited also says what was changed (`edited`), how (`edits`), and who wrote texts anew
/// (`regenerated`); the reference passes over what it does not know. Tools keep their names. The reference takes every `*.json` of the folder for a sample, so the manifest has a folder
/// of its own.
package struct WorkflowFormat: ExportFormat {
    package let name = "toolgrad"

    package init() {}

    package func files(for samples: [ReviewedSample], options: ExportOptions) throws(ExportError) -> Export {
        try options.check()
        let sorting = SampleSorting(samples)
        try sorting.requireSome(for: name)
        let paths = WorkflowFileNames(sorting.ready)
        return Export(
            format: name, options: options,
            files: sorting.ready.map { sample in
                ExportedFile(path: paths[sample.id], text: Self.json(sample).prettyText + "\n", rows: 1)
            },
            rows: sorting.ready.map { ExportedRow($0, file: paths[$0.id], line: 1) },
            skipped: sorting.skipped, names: .unchanged, manifestPath: "manifest/manifest.json")
    }

    private static func json(_ sample: ExportableSample) -> JSON {
        let chains = sample.workflow.chains.map { chain in
            JSON.Object.Member(key: chain.id.exportedText, value: json(chain))
        }
        var file: JSON.Object = [
            "query": .string(sample.query), "api_use_chains": .object(JSON.Object(chains)),
            "response": .string(sample.response),
        ]
        if !sample.edited.isEmpty { file.set("edited", .array(sample.edited.map(JSON.string))) }
        if !sample.regenerated.isEmpty { file.set("regenerated", .texts(sample.regenerated)) }
        if !sample.edits.isEmpty { file.set("edits", .array(sample.edits.map(\.json))) }
        return .object(file)
    }

    private static func json(_ chain: Chain) -> JSON {
        [
            "chain_id": .string(chain.id.exportedText),
            "intermediate_steps": .array(chain.steps.map { [action($0), observation($0)] }),
        ]
    }

    private static func action(_ step: Step) -> JSON {
        let call = step.call
        return [
            "tool": .string(call.tool.text), "tool_input": call.arguments,
            "log": .string("\nInvoking: `\(call.tool)` with `\(call.arguments.compactText)`\n\n\n"),
            "type": "AgentActionMessageLog", "message_log": [], "tool_call_id": .string(CallID(step.number).text),
        ]
    }

    private static func observation(_ step: Step) -> JSON {
        ["error": "", "response": .string(step.output.portableText)]
    }
}

extension Chain.ID {
    /// As the reference expects it, which cuts the first eight characters off.
    fileprivate var exportedText: String { "api_use_chain_\(number)" }
}
