import Engine

/// Finds names of tools and of their parameters in the query and the response.
///
/// A name of one plain word ("weather") is what people say anyway; only names that nobody writes count: with an
/// underscore, a dot, a slash, a dash, or camel case.
package struct LeakedToolNames: Check {
    private static let version = 1

    package init() {}

    package func findings(in sample: ReviewedSample) -> [Finding] {
        let names = Set(sample.library.flatMap { tool in [tool.name.text] + tool.inputs.map(\.name) })
            .filter(Self.isTechnical).sorted()
        return findings(of: names, in: sample.query ?? "", at: .query)
            + findings(of: names, in: sample.response ?? "", at: .response)
    }

    private func findings(of names: [String], in text: String, at target: Target) -> [Finding] {
        let words = Set(text.lowercased().split { !($0.isLetter || $0.isNumber || "_./-".contains($0)) }.map(Self.bare))
        return names.filter { words.contains($0.lowercased()) }.map { name in
            Finding(
                check: "leaks_tools", version: Self.version, target: target, evidence: "names \(name)",
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
