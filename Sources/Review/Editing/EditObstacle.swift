import Engine

/// Why an edit cannot be made: it names what is not there, or leaves a workflow that is none.
enum EditObstacle: Error, Hashable, CustomStringConvertible {
    case unknownStep(Int)
    case unknownChain(Chain.ID)
    case onlyStep(Int)
    case unknownPlace(step: Int, JSONPath)
    case placeOutOfChain(Chain.ID, places: Int)
    case alreadyThere(Int)
    case alreadyFirst(Int)
    case mergedWithItself(Chain.ID)

    /// What stands in the way, as a sentence for the curator.
    var description: String {
        switch self {
        case .unknownStep(let step): "There is no step \(step)."
        case .unknownChain(let chain): "There is no chain c\(chain.number)."
        case .onlyStep(let step): "Step \(step) is the only step; reject the sample instead of deleting it."
        case .unknownPlace(let step, let path): "The arguments of step \(step) have no place \(path)."
        case .placeOutOfChain(let chain, let places):
            "Chain c\(chain.number) has only \(places) \(places == 1 ? "place" : "places") for the step."
        case .alreadyThere(let step): "Step \(step) is there already."
        case .alreadyFirst(let step): "Step \(step) is the first of its chain, so there is nothing to split off."
        case .mergedWithItself(let chain): "Chain c\(chain.number) cannot be merged with itself."
        }
    }
}
