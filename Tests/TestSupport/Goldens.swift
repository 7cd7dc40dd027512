import Canvas
import Foundation
import Testing

/// One way to write a frame down: a picture of a screen has a file for each of its layers.
package enum GoldenLayer: String, Sendable, CaseIterable {
    /// What can be read.
    case text = "txt"
    /// What it is drawn with, as `Frame.roles()` writes it.
    case roles = "roles.txt"
    /// What sets each cell off where there are no colours, in theme `mono`.
    ///
    /// `.` nothing, `b` bold, `d` dim, `i` italic, `u` underlined, `s` struck, `x` bold and underlined, `y` dim and
    /// underlined, `z` dim and struck; capitals are reversed, `R` is reversed alone, `#` is any other mixture.
    case attributes = "mono.txt"

    /// The frame in this layer, without spaces at the ends of rows.
    package func rows(of frame: Frame) -> [String] {
        (0..<frame.size.rows).map { row in
            switch self {
            case .text: frame.text(row: row).withoutSpacesAtEnd
            case .roles: frame.roles(row: row)
            case .attributes: frame.attributes(row: row)
            }
        }
    }
}

/// The files with pictures of screens that a suite compares with.
///
/// With `UPDATE_GOLDEN=1` in the environment they are written instead.
package struct GoldenFolder: Sendable {
    private let url: URL

    /// The folder `Goldens` beside a source file.
    package init(beside file: String = #filePath) {
        url = URL(filePath: file).deletingLastPathComponent().appending(path: "Goldens")
    }

    /// The names of the files that are there.
    package var files: Set<String> {
        get throws {
            Set(try FileManager.default.contentsOfDirectory(atPath: url.path).filter { $0.hasSuffix(".txt") })
        }
    }

    /// Expects that a layer of a frame is what the file says, or writes the file.
    package func expect(
        _ layer: GoldenLayer, of frame: Frame, as file: String, at location: SourceLocation = #_sourceLocation
    ) throws {
        let shown = layer.rows(of: frame)
        if Self.isUpdating { return try write(shown, to: file) }
        guard let text = try? String(contentsOf: url.appending(path: file), encoding: .utf8) else {
            Issue.record("\(file) is missing. \(Self.advice)", sourceLocation: location)
            return
        }
        let wanted = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
        guard shown != wanted else { return }
        Issue.record(
            "\(file)\n\(Self.differences(shown, wanted))\nIf it is as it should be: \(Self.advice)",
            sourceLocation: location)
    }

    private func write(_ rows: [String], to file: String) throws {
        let text = rows.map { $0 + "\n" }.joined()
        try Data(text.utf8).write(to: url.appending(path: file), options: .atomic)
    }

    /// The rows that are not alike, both ways.
    static func differences(_ shown: [String], _ wanted: [String]) -> String {
        (0..<max(shown.count, wanted.count)).compactMap { row -> String? in
            let (actual, should) = (shown.row(row), wanted.row(row))
            return actual == should ? nil : "row \(row)\n  shows    |\(actual)|\n  expected |\(should)|"
        }.joined(separator: "\n")
    }

    private static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"
    private static let advice = "UPDATE_GOLDEN=1 swift test --filter Golden draws it anew."
}

extension [String] {
    fileprivate func row(_ index: Int) -> String { indices.contains(index) ? self[index] : "no such row" }
}

extension String {
    fileprivate var withoutSpacesAtEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}

extension Frame {
    private static let mono = ThemeLibrary.builtIn.choice(of: "mono").theme

    fileprivate func attributes(row: Int) -> String {
        String(
            (0..<size.columns).map { column in
                Self.mono.style(for: self[Position(row: row, column: column)].ink, tier: .mono).attributes.letter
            })
    }
}

extension Attributes {
    fileprivate var letter: Character {
        guard let letter = Self.letters[subtracting(.reverse)] else { return "#" }
        guard contains(.reverse) else { return letter }
        return letter == "." ? "R" : Character(letter.uppercased())
    }

    private static let letters: [Attributes: Character] = [
        []: ".", .bold: "b", .dim: "d", .italic: "i", .underline: "u", .strike: "s", [.bold, .underline]: "x",
        [.dim, .underline]: "y", [.dim, .strike]: "z",
    ]
}
