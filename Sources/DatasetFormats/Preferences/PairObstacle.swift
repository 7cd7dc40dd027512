/// Why two samples that were compared make no pair of continuations.
package enum PairObstacle: Hashable, Sendable {
    case equal
    case disputed
    /// They are not a sample and its branch, nor branches of one sample.
    case strangers
    case otherQuery
    /// Whatever they differ in is no continuation.
    case alike
    /// The other one is not in the dataset, or was not given.
    case missing
    /// Why the other one could not be exported itself.
    case unusable(String)

    /// For counting.
    var title: String {
        switch self {
        case .equal: "found equal to another sample"
        case .disputed: "compared differently by two reviewers"
        case .strangers: "preferred to a sample that is no branch of the same one"
        case .otherQuery: "preferred to a branch with another query"
        case .alike: "preferred to a branch that goes on in the same way"
        case .missing: "preferred to a sample that is not in the dataset"
        case .unusable: "preferred to a sample that cannot be exported"
        }
    }

    /// The same as a sentence.
    var sentence: String {
        switch self {
        case .unusable(let reason): "It was \(title): \(reason)"
        case .equal, .disputed, .strangers, .otherQuery, .alike, .missing: "It was \(title), which makes no pair."
        }
    }
}
