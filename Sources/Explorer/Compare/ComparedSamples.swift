import Engine
import Review

/// Two samples to compare, with everything that is akin to them: what they branched from, and all branches of that.
package struct ComparedSamples: Hashable, Sendable {
    /// One of them.
    package struct Member: Hashable, Sendable, Identifiable {
        /// As it is stored.
        package let sample: ReviewedSample
        /// What people call it.
        package let name: String

        package var id: SampleID { sample.id }

        /// A sample and what it is called.
        package init(_ sample: ReviewedSample, name: String) {
            self.sample = sample
            self.name = name
        }
    }

    /// Both samples and what is akin to them, in the order of their labels.
    package let members: [Member]
    /// How many further branches there are.
    package let leftOut: Int

    /// What was read; `leftOut` is how many further branches were not.
    package init(_ members: [Member], leftOut: Int = 0) {
        self.members = members
        self.leftOut = leftOut
    }

    subscript(sample: SampleID) -> Member? { members.first { $0.id == sample } }
}
