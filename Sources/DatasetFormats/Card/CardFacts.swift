import Engine
import Review

/// What a dataset card says beyond the exported rows themselves: how they were grown and how they were chosen.
package struct CardFacts: Hashable, Sendable {
    /// One run of the dataset; the card tells of those that rows come from.
    package struct Run: Hashable, Sendable {
        package let id: RunID
        package let planner: String
        package let seed: UInt64
        package let strategy: String
        /// Models by stage; empty for the offline planner.
        package var models: [String: Model] = [:]
        /// The SHA-256 of each prompt, by its name.
        package var prompts: [String: ContentHash] = [:]
        /// Of the whole run, as people read it; nil where no model was paid or no price is known.
        package var cost: String?
        /// Where its tools came from, the tools of the program aside.
        package var sources: [ToolSource] = []

        package init(id: RunID, planner: String, seed: UInt64, strategy: String) {
            self.id = id
            self.planner = planner
            self.seed = seed
            self.strategy = strategy
        }
    }

    /// A model, and where it was asked.
    package struct Model: Hashable, Sendable, CustomStringConvertible {
        package let name: String
        /// The host alone: the rest of an address may hold names, folders and keys.
        package let host: String

        /// Takes the host out of an address.
        package init(name: String, address: String) {
            self.name = name
            let rest = address.split(separator: "://", maxSplits: 1).last ?? ""
            let authority = rest.prefix { !"/?#\\".contains($0) }
            let place = authority.split(separator: "@").last ?? ""
            let host = place.hasPrefix("[") ? place.prefix { $0 != "]" } + "]" : place.prefix { $0 != ":" }
            self.host = host.isEmpty ? "?" : String(host)
        }

        package var description: String { "\(name) at \(host)" }
    }

    /// Where tools came from; never by command or address, which hold folders of a machine and keys.
    package struct ToolSource: Hashable, Sendable {
        package let name: String
        /// What the source is, in a few words.
        package let origin: String
        /// As the source states it; nil where it states none.
        package let license: String?

        package init(name: String, origin: String, license: String?) {
            self.name = name
            self.origin = origin
            self.license = license
        }

        /// A server or a library, told from others of its name by what it was started with.
        package init(name: String, identity: ContentHash?) {
            self.init(
                name: name, origin: identity.map { "identity \($0.short)" } ?? "no identity recorded", license: nil)
        }

        /// The tools of the program.
        package static let demo = ToolSource(
            name: "demo", origin: "tools built into toolgrad",
            license: "as the program; data from Babel and Unicode CLDR (BSD-3-Clause, Unicode licence) and the sources "
                + "that its data files name")
    }

    package var runs: [Run] = []
    /// Samples of the dataset by status, whatever the filter of the export.
    package var statuses: [ReviewState.Status: Int] = [:]
    /// Rejected samples by their primary reason.
    package var reasons: [Reason: Int] = [:]
    /// The filter that chose the samples, as it is written.
    package var filter = ""
    /// Whether samples that nobody accepted may be among the rows.
    package var takesUndecided = false
    /// Checks by name with their versions.
    package var checks: [String: Int] = [:]

    package init() {}
}
