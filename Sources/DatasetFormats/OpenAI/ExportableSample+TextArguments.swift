import Engine

extension ExportableSample {
    /// A number that the readers of rows with arguments as text cannot hold.
    ///
    /// Arguments in text have no digits too many for a loader, but what is too large for a double becomes infinite
    /// where they are read and written again. The rule is the same for all formats with such arguments, so that they
    /// have the same rows.
    var unreadableAsText: SkipReason? {
        let inArguments = workflow.steps.lazy.compactMap(\.call.arguments.firstInfiniteNumber).first
        let number = inArguments ?? toolsInUse.lazy.compactMap(\.inputSchema.firstUnloadableNumber).first
        return number.map { .unloadableNumber($0.text) }
    }
}

extension JSON {
    /// The first number that is too large for a double; nil when there is none.
    var firstInfiniteNumber: Number? {
        switch self {
        case .null, .bool, .string: nil
        case .number(let number): number.double.isFinite ? nil : number
        case .array(let items): items.lazy.compactMap(\.firstInfiniteNumber).first
        case .object(let object): object.members.lazy.compactMap(\.value.firstInfiniteNumber).first
        }
    }
}
