import GRDB

extension SampleFilter {
    /// The condition on `sample`, with its arguments.
    var condition: SQL {
        var parts: [SQL] = []
        if !statuses.isEmpty { parts.append("sample.status IN \(statuses.map(\.rawValue).sorted())") }
        switch growth {
        case .any: break
        case .growing: parts.append("sample.phase <> 'finished'")
        case .finished: parts.append("sample.phase = 'finished'")
        }
        if let run { parts.append("sample.run = (SELECT id FROM run WHERE hash = \(run.hash.hex))") }
        return parts.isEmpty ? "1" : parts.joined(separator: " AND ")
    }
}
