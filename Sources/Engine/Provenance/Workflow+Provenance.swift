extension Workflow {
    /// Where every argument value of every step comes from, by step number.
    ///
    /// While there is no query, values without another source are `open`.
    package func traces(query: String?, library: [ToolName: Tool]) -> [Int: [ArgumentTrace]] {
        let steps = steps
        var traces: [Int: [ArgumentTrace]] = [:]
        for (index, step) in steps.enumerated() {
            let outputs = steps[..<index].map { Provenance.Output($0, of: library[$0.call.tool]) }
            traces[step.number] = Provenance(query: query, outputs: outputs).trace(
                step.call, of: library[step.call.tool])
        }
        return traces
    }

    /// The earlier steps whose outputs each step uses, by step number.
    package func dependencies(query: String?, library: [ToolName: Tool]) -> [Int: Set<Int>] {
        traces(query: query, library: library).mapValues { traces in
            Set(
                traces.compactMap { trace in
                    guard case .output(let step, _) = trace.source else { return nil }
                    return step
                })
        }
    }
}
