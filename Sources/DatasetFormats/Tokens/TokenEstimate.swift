/// A guess at how many tokens a text is, without any vocabulary.
enum TokenEstimate {
    static func count(_ text: String) -> Int { text.utf8.count / 4 }
}
