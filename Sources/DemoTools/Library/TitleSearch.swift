/// Finding works by their titles.
enum TitleSearch {
    /// The works of exactly this title, or else all whose title contains the words.
    static func matches<Work>(_ words: String, in works: [Work], title: (Work) -> String) -> [Work] {
        let wanted = SearchText(words)
        let found = works.filter { SearchText(title($0)).contains(wanted) }
        let exact = found.filter { SearchText(title($0)) == wanted }
        return exact.isEmpty ? found : exact
    }
}
