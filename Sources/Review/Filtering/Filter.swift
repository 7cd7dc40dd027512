import Engine

/// Which samples a queue shows: a tree of conditions, written in the filter language.
package indirect enum Filter: Hashable, Codable, Sendable {
    /// Every condition holds; with none of them, every sample is shown.
    case all([Filter])
    case not(Filter)
    case condition(Condition)

    /// Shows everything.
    package static let everything = Filter.all([])

    /// One thing that a sample can be asked.
    package enum Condition: Hashable, Codable, Sendable {
        /// `status:pending,draft`: one of these.
        case status(Set<ReviewState.Status>)
        /// `growth:growing`, `growth:finished`, `growth:failed`.
        case growth(Growth)
        /// `flag`.
        case flagged
        /// `edited`.
        case edited
        /// `stale`: an argument was changed and its step not run again.
        case stale
        /// `commented`.
        case commented
        /// `steps:3..`, `chains:2`, `iterations:..5`, `calls:>20`, `cost:>0.01`.
        ///
        /// A number that is not known is in no range.
        case count(Quantity, Bounds)
        /// `id:417`, `id:400..420`.
        case number(Bounds)
        /// `tool:hotel.*`: some step uses a tool whose name fits; `*` stands for any letters.
        case tool(String)
        /// `model:M-*`: who planned it, with `*` for any letters.
        case model(String)
        /// `lint:any`, `lint:arg_not_inferable`, `lint:3`; nil for any finding.
        case finding(Reason?)
        /// `check:leaks_tools`, `check:leaks_tools:error`: the check with this name found something, of just this
        /// severity where one is given.
        case check(String, Finding.Severity?)
        /// `reason:3`: rejected for it, whether or not for others too.
        case reason(Reason)
        /// `it:noop`: an iteration added nothing.
        case noOp
        /// `text:"in Lisbon"`: query or response has these words one after the other; the last may go on.
        case text(String)
        /// A bare word: contained in the query, or the beginning of the sample's label.
        case fuzzy(String)
        /// `by:zh`: decided or commented by somebody, and not taken back.
        case reviewer(String)
        /// `dup:yes`: it is finished, and another finished sample has the same calls or asks the same; or a check found
        /// that it repeats an earlier one.
        case duplicate
        /// `since:2026-11-01`: accepted, rejected or skipped at this moment or later, in any pass and by anybody,
        /// taken back or not.
        case since(Timestamp)
        /// `run:7f3a`: the beginning of its run's hash.
        case run(String)
    }

    /// How far a sample has grown.
    package enum Growth: String, Hashable, Codable, Sendable, CaseIterable {
        case growing
        /// It has ended, with a query or without.
        case finished
        /// It has ended without a query.
        case failed
    }

    /// What of a sample can be counted.
    package enum Quantity: String, Hashable, Codable, Sendable, CaseIterable {
        case steps, chains, iterations, calls, cost, lint, noop
    }

    /// From here to there, both included; nil is open.
    package struct Bounds: Hashable, Codable, Sendable {
        package let lowest: Double?
        package let highest: Double?
        /// Whether the bounds themselves are left out, as in `cost:>0.01`.
        package let isStrict: Bool

        /// A bound that is no finite number is open.
        package init(_ lowest: Double?, _ highest: Double?, isStrict: Bool = false) {
            self.lowest = lowest.flatMap { $0.isFinite ? $0 : nil }
            self.highest = highest.flatMap { $0.isFinite ? $0 : nil }
            self.isStrict = isStrict && (self.lowest ?? self.highest) != nil
        }
    }
}

/// By its name, so that filters can be kept.
extension Finding.Severity: Codable {}
