import Engine

/// How one step differs between two workflows.
enum StepDiff: Hashable, Sendable {
    case same(Place)
    case added(Place)
    case removed(Place)
    case changed(from: Place, to: Place, [ArgumentDiff])

    /// A step and the chain that it is in.
    struct Place: Hashable, Sendable {
        let step: Step
        let chain: Chain.ID
    }

    /// An argument that has another value, or is only on one side.
    struct ArgumentDiff: Hashable, Sendable {
        let path: JSONPath
        let old: JSON?
        let new: JSON?
    }
}

extension StepDiff {
    /// Compares workflows of the same sample by the numbers of their steps, and those of two samples by the tools in
    /// the order in which they run.
    static func all(from old: DiffSide, to new: DiffSide) -> [StepDiff] {
        let (before, after) = (old.workflow.places, new.workflow.places)
        let pairs = old.sample == new.sample ? numbered(before, after) : aligned(before, after)
        return pairs.compactMap { pair in
            switch pair {
            case (let old?, let new?): compare(old, new)
            case (let old?, nil): .removed(old)
            case (nil, let new?): .added(new)
            case (nil, nil): nil
            }
        }
    }

    private static func compare(_ old: Place, _ new: Place) -> StepDiff {
        let arguments = ArgumentDiff.all(from: old.step.call.arguments, to: new.step.call.arguments)
        let isSame =
            arguments.isEmpty && old.step.output == new.step.output && old.chain == new.chain
            && old.step.call.tool == new.step.call.tool
        return isSame ? .same(new) : .changed(from: old, to: new, arguments)
    }

    private static func numbered(_ old: [Place], _ new: [Place]) -> [(Place?, Place?)] {
        let kept = Set(new.map(\.step.number))
        let removed = old.filter { !kept.contains($0.step.number) }.map { (Optional($0), Place?.none) }
        let others = new.map { place in (old.first { $0.step.number == place.step.number }, Optional(place)) }
        return (removed + others).sorted { Self.number($0) < Self.number($1) }
    }

    private static func number(_ pair: (Place?, Place?)) -> Int { (pair.1 ?? pair.0)?.step.number ?? 0 }

    private static func aligned(_ old: [Place], _ new: [Place]) -> [(Place?, Place?)] {
        let difference = new.map(\.step.call.tool).difference(from: old.map(\.step.call.tool))
        let (removed, added) = (Set(difference.removals.map(\.offset)), Set(difference.insertions.map(\.offset)))
        var pairs: [(Place?, Place?)] = []
        var (before, after) = (0, 0)
        while before < old.count || after < new.count {
            let (isRemoved, isAdded) = (removed.contains(before), added.contains(after) && !removed.contains(before))
            pairs.append((isAdded ? nil : old[before], isRemoved ? nil : new[after]))
            if !isAdded { before += 1 }
            if !isRemoved { after += 1 }
        }
        return pairs
    }
}

extension CollectionDifference.Change {
    /// Where the change is: in the old collection for a removal, in the new one for an insertion.
    fileprivate var offset: Int {
        switch self {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}

extension StepDiff.ArgumentDiff {
    /// The values that differ, in the order of the new arguments, those that are gone first.
    static func all(from old: JSON, to new: JSON) -> [Self] {
        let (before, after) = (old.leaves, new.leaves)
        let gone = before.filter { leaf in !after.contains { $0.path == leaf.path } }
        let changed = after.compactMap { leaf in
            let earlier = before.first { $0.path == leaf.path }?.value
            return earlier == leaf.value ? nil : Self(path: leaf.path, old: earlier, new: leaf.value)
        }
        return gone.map { Self(path: $0.path, old: $0.value, new: nil) } + changed
    }
}

extension Workflow {
    /// The steps in the order in which they run.
    fileprivate var places: [StepDiff.Place] {
        steps.compactMap { step in chain(of: step.number).map { StepDiff.Place(step: step, chain: $0) } }
    }
}
