import Engine

/// How one step differs between two workflows.
package enum StepDiff: Hashable, Sendable {
    /// The numbers may differ between two samples.
    case same(from: Place, to: Place)
    case added(Place)
    case removed(Place)
    case changed(from: Place, to: Place, [ArgumentDiff])

    /// A step and the chain that it is in.
    package struct Place: Hashable, Sendable {
        package let step: Step
        package let chain: Chain.ID
    }

    /// An argument that has another value, or is only on one side.
    package struct ArgumentDiff: Hashable, Sendable {
        /// Where it is on the new side; on the old one where it is gone.
        package let path: JSONPath
        /// Where it is on the old side; on the new one where it came.
        package let oldPath: JSONPath
        package let old: JSON?
        package let new: JSON?
    }

    /// Which steps of two workflows are held beside each other.
    package enum Pairing: Hashable, Sendable {
        /// Those of the same number: for two states of one sample.
        case byNumber
        /// Those of the same tool, in the order in which they run: for two samples.
        case byTool
    }
}

extension StepDiff {
    /// Every step of both workflows, in the order in which they run.
    package static func all(from old: Workflow, to new: Workflow, _ pairing: Pairing) -> [StepDiff] {
        let (before, after) = (old.places, new.places)
        let pairs =
            switch pairing {
            case .byNumber: numbered(before, after)
            case .byTool: aligned(before, after)
            }
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
        return isSame ? .same(from: old, to: new) : .changed(from: old, to: new, arguments)
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

extension Workflow {
    /// The steps in the order in which they run.
    fileprivate var places: [StepDiff.Place] {
        steps.compactMap { step in chain(of: step.number).map { StepDiff.Place(step: step, chain: $0) } }
    }
}
