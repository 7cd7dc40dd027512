import Engine

/// A file name for each sample, as the reference writes it: `seed=7__iter=6__num_apis=12.json`.
///
/// The reference has one sample per seed; we have many, so names that would be alike also carry the sample, and those
/// of different runs the run. Readers take the names as they are.
struct WorkflowFileNames {
    private var names: [SampleID: String] = [:]

    init(_ samples: [SampleFacts]) {
        name(samples, with: Detail.allCases[...])
    }

    subscript(sample: SampleID) -> String { names[sample, default: "\(sample).json"] }

    private enum Detail: CaseIterable {
        case plan, sample, run

        func part(for sample: SampleFacts) -> String {
            switch self {
            case .plan:
                "seed=\(sample.seed)__iter=\(sample.iterations)__num_apis=\(sample.batch)"
            case .sample: "__sample=\(sample.id.index)" + sample.id.branch.map { ".b\($0)" }.joined()
            case .run: "__run=\(sample.id.run.hash)"
            }
        }
    }

    private mutating func name(
        _ samples: [SampleFacts], with details: ArraySlice<Detail>, after start: String = ""
    ) {
        guard let detail = details.first else { return }
        for (part, group) in Dictionary(grouping: samples, by: { detail.part(for: $0) }) {
            if let only = group.first, group.count == 1 {
                names[only.id] = start + part + ".json"
            } else {
                name(group, with: details.dropFirst(), after: start + part)
            }
        }
    }
}
