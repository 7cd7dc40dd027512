import DisplaySafety
import Engine

/// What to look at twice before a tool is approved.
struct ToolWarnings {
    /// Whole sentences that can be drawn.
    let texts: [String]

    init(_ entry: ApprovalReview.Entry) {
        let twins = entry.lookAlikes.map { "Its name looks like \(ToolText.line($0.text)), and is another one." }
        texts = twins + entry.tool.placesOfHiddenCharacters.map { "Hidden characters in \($0)." }
    }
}

extension Tool {
    /// Where characters stand that cannot be seen, or that change how others are read: `its name`, `its description`,
    /// or a place in a schema.
    fileprivate var placesOfHiddenCharacters: [String] {
        var places: [String] = []
        if SafeText(name.text).hasMarkers { places.append("its name") }
        if SafeText(description).hasMarkers { places.append("its description") }
        if inputSchema.texts.contains(where: { SafeText($0).hasMarkers }) { places.append("its arguments") }
        if let outputSchema, outputSchema.texts.contains(where: { SafeText($0).hasMarkers }) {
            places.append("its output schema")
        }
        return places
    }
}

extension JSON {
    /// Every string in the value, keys included.
    fileprivate var texts: [String] {
        switch self {
        case .string(let text): [text]
        case .array(let items): items.flatMap(\.texts)
        case .object(let object): object.members.flatMap { [$0.key] + $0.value.texts }
        case .null, .bool, .number: []
        }
    }
}
