import Review

extension HelpItem {
    /// The keys and what they do, in groups; what only other screens know comes after what this one does.
    static func actions(of keymap: Keymap, on screen: Screen, obstacle: (Action) -> String?) -> [HelpItem] {
        let here = ActionEntry.all.filter { $0.screens.contains(screen) }
        let elsewhere = ActionEntry.all.filter { !$0.screens.contains(screen) }
        return (here + elsewhere).map { entry in
            let home = Screen.allCases.first { entry.screens.contains($0) } ?? .review
            return HelpItem(
                section: entry.screens.contains(screen) ? entry.group.rawValue : "On the screen \(home.title)",
                sign: keymap.names(of: entry.action).joined(separator: " "),
                text: entry.help, action: entry.action, obstacle: obstacle(entry.action), name: entry.name)
        }
    }

    /// What the signs in the chains mean.
    static let signs = [
        ("Q:9-15", "said by the query, characters 9 to 15"),
        ("←1.lat", "the value lat of the output of step 1"),
        ("def  doc", "the schema's default; the tool's documentation"),
        ("open", "the query is not written yet"),
        ("??", "nowhere: nobody could infer it"),
        ("-", "cannot be traced, such as true or an empty list"),
    ].map { HelpItem(section: "Where an argument comes from", sign: $0, text: $1) }

    /// What each reason means.
    static let rubric = Reason.allCases.map { reason in
        HelpItem(section: "Reject reasons", sign: "\(reason.key) \(reason.rawValue)", text: reason.rubric)
    }

    /// What a filter can ask.
    static func filter(_ fields: [(String, String)]) -> [HelpItem] {
        fields.map { HelpItem(section: "Filter", sign: $0, text: $1) }
    }
}
