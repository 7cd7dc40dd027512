import Engine

/// Finds names of tools and of their parameters in the query and the response, and a tool's name said as words in the
/// query: "the moon phase" for `moon_phase`.
///
/// A name of one plain word ("weather") is what people say anyway; only names that nobody writes count: with an
/// underscore, a dot, a slash, a dash, or camel case.
package struct LeakedToolNames: Check {
    package let name = "leaks_tools"
    package let version = 2
    package let summary = "names of tools and parameters in the query or the response"

    package init() {}

    package func findings(in subject: CheckSubject) -> [Finding] {
        let sample = subject.sample
        let names = Set(sample.library.flatMap { tool in [tool.name.text] + tool.inputs.map(\.name) })
            .filter(Self.isTechnical).sorted()
        return findings(of: names, in: sample.query ?? "", at: .query)
            + findings(of: names, in: sample.response ?? "", at: .response) + phrases(in: sample)
    }

    /// Tools whose names of several words the query says as a phrase.
    private func phrases(in sample: ReviewedSample) -> [Finding] {
        let query = Self.spaced((sample.query ?? "").lowercased())
        return sample.library.map(\.name.text).sorted().compactMap { name in
            let words = Self.spaced(name.lowercased().replacing("_", with: " "))
            guard name.contains("_"), query.contains(words) else { return nil }
            return Finding(
                check: "leaks_tools", version: version, target: .query, evidence: "says the words of \(name)",
                reason: .leaksTools, severity: .warning)
        }
    }

    /// The words with a space before and after each.
    private static func spaced(_ text: String) -> String {
        " " + text.split { !($0.isLetter || $0.isNumber || "_-".contains($0)) }.joined(separator: " ") + " "
    }

    private func findings(of names: [String], in text: String, at target: Target) -> [Finding] {
        let words = Set(text.lowercased().split { !($0.isLetter || $0.isNumber || "_./-".contains($0)) }.map(Self.bare))
        return names.filter { words.contains($0.lowercased()) }.map { name in
            Finding(
                check: "leaks_tools", version: version, target: target, evidence: "names \(name)",
                reason: .leaksTools, severity: .error)
        }
    }

    /// A word without the full stop of its sentence.
    private static func bare(_ word: Substring) -> String {
        var word = word
        while let last = word.last, "./-".contains(last) { word.removeLast() }
        return String(word)
    }

    private static func isTechnical(_ name: String) -> Bool {
        if name.contains(where: { "_./-".contains($0) }) { return true }
        return name.dropFirst().contains(where: \.isUppercase) && name.contains(where: \.isLowercase)
    }
}
