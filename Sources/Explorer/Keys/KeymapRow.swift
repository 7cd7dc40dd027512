/// One action of a keymap, for tables outside the screen.
package struct KeymapRow: Hashable, Sendable {
    /// The heading it stands under.
    package let group: String
    /// Its name in the settings and in the palette.
    package let action: String
    /// Its keys as the settings write them; none where it has none.
    package let keys: [String]
    /// What it does.
    package let help: String
}

extension Keymap {
    /// Every action with its keys, in the order of the help.
    package var rows: [KeymapRow] {
        ActionEntry.all.map { entry in
            let keys = bindings.filter { $0.action == entry.action }.map(\.keys.settingName)
            return KeymapRow(group: entry.group.rawValue, action: entry.name, keys: keys, help: entry.help)
        }
    }
}
