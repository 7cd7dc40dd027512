import Engine

extension Filter {
    /// Samples that somebody still has to decide.
    package static let undecided = Filter.condition(.status([.pending, .draft]))
    /// Samples in which a check found something.
    package static let withFindings = Filter.condition(.finding(nil))
    /// What goes into an export.
    package static let accepted = Filter(statuses: [.accepted], growth: .finished)

    /// The samples of some statuses, of a growth and of a run, where these are given.
    package init(statuses: Set<ReviewState.Status> = [], growth: Growth? = nil, run: RunID? = nil) {
        let conditions = [
            statuses.isEmpty ? nil : Condition.status(statuses), growth.map(Condition.growth),
            run.map { .run($0.hash.hex) },
        ].compactMap(\.self)
        self = conditions.isEmpty ? .everything : Filter.all(conditions.map(Filter.condition)).simplest
    }

    /// Lets through what both let through.
    package func and(_ other: Filter) -> Filter {
        Filter.all(terms + other.terms).simplest
    }

    private var terms: [Filter] { if case .all(let terms) = self { terms } else { [self] } }

    /// A list of one is what is in it.
    private var simplest: Filter { terms.count == 1 ? terms[0] : self }
}
