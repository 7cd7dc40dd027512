extension Workflow {
    /// Where every argument value of every step comes from, by step number.
    ///
    /// While there is no query, values without another source are `open`.
    package func traces(query: String?, library: [ToolName: Tool]) -> [Int: [ArgumentTrace]] {
        let steps = steps
        let query = query.map(QueryText.init)
        var traces: [Int: [ArgumentTrace]] = [:]
        // An output may be large: it is read once, for all the steps that follow.
        var sources: [IndexedOutput] = []
        for step in steps {
            let tool = library[step.call.tool]
            traces[step.number] = Provenance(query, sources).trace(step.call, of: tool)
            if step != steps.last { sources.append(IndexedOutput(Provenance.Output(step, of: tool))) }
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
