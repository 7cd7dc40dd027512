import Engine
import Explorer

/// The keys of a keymap, printed.
struct KeyTable {
    let rows: [KeymapRow]

    /// Three columns under the headings of the help.
    var text: String {
        let keys = rows.map { $0.keys.joined(separator: ", ").count }.max() ?? 0
        let names = rows.map(\.action.count).max() ?? 0
        return groups.map { group, rows in
            let lines = rows.map { row in
                "  " + row.keys.joined(separator: ", ").padded(to: keys) + "  " + row.action.padded(to: names) + "  "
                    + row.help
            }
            return ([group] + lines).joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    /// A table for each heading.
    var markdown: String {
        groups.map { group, rows in
            let lines = rows.map { row in
                "| \(row.keys.map(\.asCode).joined(separator: ", ")) | `\(row.action)` | \(row.help) |"
            }
            return (["### \(group)", "", "| Keys | Action | What it does |", "|-|-|-|"] + lines).joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    /// One object for each action.
    var json: JSON {
        .array(
            rows.map { row in
                [
                    "action": .string(row.action), "group": .string(row.group), "help": .string(row.help),
                    "keys": .array(row.keys.map(JSON.string)),
                ]
            })
    }

    private var groups: [(name: String, rows: [KeymapRow])] {
        rows.reduce(into: []) { groups, row in
            if groups.last?.name != row.group { groups.append((row.group, [])) }
            groups[groups.count - 1].rows.append(row)
        }
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }

    /// As code in a cell of a table.
    fileprivate var asCode: String {
        let fence = contains("`") ? "`` " : "`"
        return fence + replacing("|", with: "\\|") + String(fence.reversed())
    }
}
