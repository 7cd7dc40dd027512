extension SkipReason {
    /// The reason without what is special about a sample, for counting.
    var title: String {
        switch self {
        case .repeated: "given twice"
        case .equal: "equal to another one"
        case .noSteps: "without steps"
        case .unfinished: "unfinished"
        case .synthesisFailed: "without texts"
        case .noQuery: "without a query"
        case .noResponse: "without a response"
        case .stale: "changed and not run again"
        case .unknownTool: "of an unknown tool"
        case .argumentsNotAnObject, .repeatedArgument, .undeclaredArgument, .missingArgument: "with faulty arguments"
        case .nothingPreferred: "without a preference"
        case .unpaired(let obstacle): obstacle.title
        case .nothingLabelled: "without a label"
        case .found: "with findings"
        case .origin: "of another origin"
        case .unwritableRecord: "whose record cannot be written"
        case .unloadableNumber: "with numbers too large"
        case .changedNumber: "with numbers that loaders change"
        case .tooLong: "too long"
        case .uncuttable: "too long, and all of it needed"
        case .gone: "gone meanwhile"
        case .tagInResponse: "with tags in the response"
        }
    }
}
