import DisplaySafety
import Testing

/// Expects that nothing in a text can move a cursor, hide, or change a direction; judged by Unicode's own properties.
func expectDrawable(_ text: SafeText, _ comment: Comment? = nil, at location: SourceLocation = #_sourceLocation) {
    for cluster in text.clusters {
        let scalars = cluster.text.unicodeScalars
        let isWhole = cluster.isLineBreak ? scalars.isEmpty : (1...5).contains(scalars.count)
        let isDrawable = scalars.allSatisfy(\.isDrawable)
        let hasWidth = cluster.isLineBreak ? cluster.width == 0 : (1...2).contains(cluster.width)
        if !isWhole || !isDrawable || !hasWidth {
            Issue.record("Not drawable: \(scalars.map(\.value)), width \(cluster.width)", sourceLocation: location)
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isDrawable: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate: false
        case .format: Self.visibleFormats.contains(value)
        case _: !properties.isDefaultIgnorableCodePoint && !properties.isNoncharacterCodePoint
        }
    }

    /// Signs that Unicode counts as format characters and that are seen nevertheless.
    private static let visibleFormats: Set<UInt32> = Set(0x600...0x605).union([0x6DD, 0x70F, 0x890, 0x891, 0x8E2])
        .union([0x110BD, 0x110CD]).union(0x13430...0x1343F)
}
