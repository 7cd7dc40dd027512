import Engine

/// The reference's own workflow files: one JSON file per sample, its chains as they count.
///
/// A sample that was edited also says what was changed (`edited`), how (`edits`), and who wrote texts anew
/// (`regenerated`), and a dataset's own record of it lies under `toolgrad_record`; the reference passes over what it does
/// not know. Tools keep their names.
struct WorkflowFormat: ExportFormat {
    let keepsRecords = true
    let renamesTools = false

    func lines(for material: ExportMaterial, in plan: ExportPlan) throws(SkipReason) -> FormatLines {
        let sample = material.sample
        var file = Self.json(sample)
        if let record = material.record {
            do { file.set(WorkflowRecord.key, try record.record.json(naming: record.library.hash)) } catch {
                throw .unwritableRecord("\(error)")
            }
        }
        let line = ExportedLine(plan.fileNames[sample.id], JSON.object(file).prettyText, row: .calls)
        return FormatLines([line] + (material.record.map { [$0.library.line] } ?? []))
    }

    private static func json(_ sample: ExportableSample) -> JSON.Object {
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
        return file
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
