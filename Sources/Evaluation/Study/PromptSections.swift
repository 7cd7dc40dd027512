/// The parts of a prompt's file.
enum PromptSections {
    /// What stands under each heading of one `#`, by the heading, without empty lines around it.
    static func read(_ text: String) -> [Substring: String] {
        var sections: [Substring: [Substring]] = [:]
        var heading: Substring = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("# ") { heading = line.dropFirst(2) } else { sections[heading, default: []].append(line) }
        }
        return sections.mapValues { lines in
            let kept = lines.drop { $0.isEmpty }.reversed().drop { $0.isEmpty }.reversed()
            return kept.joined(separator: "\n")
        }
    }
}
