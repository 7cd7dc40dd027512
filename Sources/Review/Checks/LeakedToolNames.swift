import Engine

/// Finds names of tools, of their parameters and of the fields they return, and internal identifiers, in the query and
/// the response.
///
/// A name of one plain word ("weather") is what people say anyway; only names that nobody writes count: with an
/// underscore, a dot, a slash, two dashes, or camel case. The words of a name ("moon phase") count where the text calls
/// them a tool, a function or an API, or where they are so many that no person would string them. What an argument
/// holds, such as a file's name, is the person's own.
package struct LeakedToolNames: Check {
    package let name = "leaks_tools"
    package let version = 3
    package let summary = "names of tools and parameters in the query or the response"

    package init() {}

    package func findings(in subject: CheckSubject) -> [Finding] {
        let query = TechnicalNames.words(of: subject.query)
        let response = TechnicalNames.words(of: subject.response)
        let names = TechnicalNames(subject, among: query.union(response))
        let ids = InternalIdentifiers(subject)
        return named(query.intersection(names.declared), at: .query)
            + named(response.intersection(names.declared.union(names.returned)), at: .response)
            + phrases(in: subject)
            + ids.inQuery.map { leak("says the internal id \($0)", .query, .error) }
            + ids.inResponse.map { leak("says the internal id \($0)", .response, .warning) }
    }

    private func named(_ names: Set<String>, at target: Target) -> [Finding] {
        names.sorted().map { leak("names \($0)", target, .error) }
    }

    /// Tools whose names of several words the query says as a phrase.
    private func phrases(in subject: CheckSubject) -> [Finding] {
        let words = subject.queryWords
        let places = Dictionary(grouping: words.words.indices) { words[$0] }
        return subject.tools.keys.sorted().compactMap { tool in
            let phrase = TechnicalNames.parts(of: tool.text)
            let said = phrase.first.flatMap { places[$0] }?.contains { index in
                words.has(phrase, at: index) && !words.words[index].isQuoted
                    && Self.isUnnatural(phrase, before: words[index + phrase.count])
            }
            return phrase.count > 1 && said == true ? leak("says the words of \(tool)", .query, .warning) : nil
        }
    }

    private static func isUnnatural(_ phrase: [String], before next: String) -> Bool {
        if ["tool", "tools", "function", "api", "apis", "endpoint", "method", "plugin"].contains(next) { return true }
        let isOrder = ["get", "fetch", "query", "retrieve", "lookup"].contains(phrase.first ?? "")
        return phrase.count >= (isOrder ? 3 : 4)
    }

    private func leak(_ evidence: String, _ target: Target, _ severity: Finding.Severity) -> Finding {
        finding(evidence, at: target, as: .leaksTools, severity)
    }
}
