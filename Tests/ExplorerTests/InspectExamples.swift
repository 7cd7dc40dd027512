import Canvas
import Engine
import Foundation

@testable import Explorer

extension Inspector {
    /// An inspector of one recorded output.
    static func reading(_ json: String, in size: Size = .small, glyphs: GlyphSet = .utf8) -> Inspector {
        reading(Data(json.utf8), in: size, glyphs: glyphs)
    }

    static func reading(_ bytes: Data, in size: Size = .small, glyphs: GlyphSet = .utf8) -> Inspector {
        Inspector(artefacts: [Artefact("step 1 tool: result", .bytes(bytes))], in: size, glyphs: glyphs)
    }

    /// A forecast with everything that a tree can show.
    static let forecast = #"""
        {"city": "東京", "days": [{"max": 21.50, "min": -3e2}, {}], "odd key": null, "ok": true, "ok": false,
        "empty": [], "story": "Sunny\nthen \u96e8", "hidden": "a\#u{202E}b"}
        """#

    /// Presses keys by their names, separated by spaces, and tells how the last one went.
    @discardableResult
    mutating func press(_ script: String, in size: Size = .small) -> Outcome {
        script.split(separator: " ").reduce(.stays) { _, name in
            guard let key = Key(name: String(name)) else { preconditionFailure("There is no key \(name).") }
            return press(key, in: size)
        }
    }

    /// Types a text character by character.
    mutating func type(_ text: String, in size: Size = .small) {
        for character in text { _ = press(.character(character), in: size) }
    }

    func frame(in size: Size = .small) -> Frame {
        var frame = Frame(size: size)
        InspectorPicture(inspector: self, pen: Pen(glyphs)).draw(on: &frame)
        return frame
    }

    /// Where the cursor is in the tree.
    var path: String? {
        sheet.shownTree.map { $0.outline.path(of: $0.cursor).dollarText }
    }

    /// The row that the cursor is on, without the border.
    func cursorRow(in size: Size = .small) -> String {
        let frame = frame(in: size)
        let row = frame.text(row: frame.cursor?.row ?? 0).dropFirst(2).dropLast(2)
        return String(row.reversed().drop { $0 == " " }.reversed())
    }
}
