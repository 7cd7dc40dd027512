import Engine

/// A named JSON document beside the samples: a saved queue, a reviewer's place, the figures of an evaluation.
package struct Artefact: Hashable, Sendable {
    /// What it is, such as `queue`.
    package let kind: String
    /// Unique among those of its kind.
    package let name: String
    package let json: JSON
    /// When it was saved last.
    package let time: Timestamp
}

extension Artefact {
    /// What was asked of growing samples and has not counted yet: whoever watches the dataset is told of changes.
    package static let steeringKind = "steering"
}
