import Engine
import Testing

@Suite("A text pattern")
struct TextPatternTests {
    @Test(arguments: [
        ("", "", true), ("", "a", true), ("a", "bab", true), ("a", "bbb", false), ("^a", "ba", false),
        ("a$", "ab", false),
        ("^a*$", "aaa", true), ("^a*$", "aab", false), ("a|bc|", "x", true), ("^(a|bc)$", "bc", true),
        ("^(?:a|bc){2}$", "abc", true), ("^(?<name>ab)+$", "abab", true), ("^a+?b??$", "aab", true),
        ("^a{2}$", "aaa", false), ("^a{2,}$", "aaaa", true), ("^a{2,3}$", "aaaa", false), ("^a{0}$", "", true),
        ("^a{0}$", "a", false), ("^(a{2}){2}$", "aaaa", true), ("^(a|b*)*$", "abba", true), ("^(|a)+$", "aa", true),
        ("^.$", "\u{1F600}", true), ("^.$", "e\u{301}", false), ("^.$", "\n", false), ("^.$", "\u{2028}", false),
        ("^[^]$", "\n", true), ("[]", "a", false), ("$^", "", true), ("a^b", "ab", false), ("^$", "\n", false),
        ("^a$", "b\na\nb", false), ("\\bcat\\b", "a cat.", true), ("\\bcat\\b", "concat", false),
        ("\\Bcat", "concat", true), ("^\\B$", "", true), ("\\b", "", false), ("é\\b", "é", false),
    ])
    func `is searched for anywhere`(pattern: String, text: String, occurs: Bool) throws {
        #expect(try search(for: pattern, in: text) == occurs)
    }

    @Test(arguments: [
        ("^[a-c]+$", "abc", true), ("^[^a-c]$", "b", false), ("^[a\\-c]+$", "a-c", true), ("^[-a]$", "-", true),
        ("^[a-]$", "-", true), ("^[\\w-.]+$", "a-.", true), ("^[+--]$", ",", true), ("^[\\]\\\\]+$", "]\\", true),
        ("^[\\b]$", "\u{8}", true), ("^[a^]$", "^", true), ("^[.$*]$", ".", true), ("^[.]$", "a", false),
        ("^[\\d\\s]+$", "1 2", true), ("^[^\\d]$", "1", false), ("^[\\D]$", "1", false), ("^[\\Da]$", "b", true),
        ("^[^\\D]$", "1", true), ("^[\\W\\d]+$", "1-", true), ("^[\\W\\d]$", "a", false),
        ("^[\\u0041-\\x43]$", "B", true), ("^[\\u{1F600}-\\u{1F64F}]$", "\u{1F601}", true),
        ("^[\\uD83D\\uDE00-\\uD83D\\uDE4F]$", "\u{1F601}", true), ("[\\uD800-\\uDBFF]", "\u{1F601}", false),
        ("^[\\p{Lu}_]+$", "Ä_", true), ("^[^\\p{L}]$", "Ä", false), ("^[\\P{L}]$", "1", true),
        ("^[^\\P{L}]$", "a", true),
    ])
    func `has classes`(pattern: String, text: String, occurs: Bool) throws {
        #expect(try search(for: pattern, in: text) == occurs)
    }

    @Test(arguments: [
        ("^\\d$", "\u{663}", false), ("^\\w$", "é", false), ("^\\W$", "é", true),
        ("^\\s+$", "\u{FEFF}\u{A0}\u{3000}\t", true),
        ("^\\S$", "\u{200B}", true), ("^\\t\\n\\v\\f\\r\\0$", "\t\n\u{B}\u{C}\r\0", true), ("^\\cJ\\cj$", "\n\n", true),
        ("^\\x41\\u0042\\u{43}$", "ABC", true), ("^\\uD83D\\uDE00$", "\u{1F600}", true),
        ("^\\/\\.\\-\\@$", "/.-@", true),
        ("^\\{a}$", "{a}", true), ("^{a}]$", "{a}]", true), ("^\\$\\^$", "$^", true), ("\\u{0000000041}", "A", true),
    ])
    func `has escapes`(pattern: String, text: String, occurs: Bool) throws {
        #expect(try search(for: pattern, in: text) == occurs)
    }

    @Test(arguments: [
        ("Letter", "π", "1"), ("L", "ſ", "_"), ("gc=Lu", "Ä", "ä"), ("General_Category=Decimal_Number", "\u{663}", "Ⅷ"),
        ("N", "Ⅷ", "a"), ("P", "¿", "+"), ("Sc", "€", "+"), ("Zs", "\u{2003}", "\n"), ("Cc", "\u{7}", " "),
        ("M", "\u{301}", "e"), ("LC", "ǅ", "א"), ("Cn", "\u{378}", "a"), ("Alphabetic", "\u{345}", "1"),
        ("White_Space", "\u{85}", "\u{200B}"), ("ASCII", "~", "\u{80}"), ("Emoji_Presentation", "\u{1F600}", "1"),
        ("Script=Greek", "Ω", "Ж"), ("sc=Cyrl", "Ж", "Ω"), ("Script=Han", "漢", "あ"), ("sc=Hira", "あ", "ア"),
        ("sc=Latin", "ß", "1"), ("Any", "\u{10FFFF}", ""), ("sc=Arab", "ش", "ש"), ("sc=Deva", "क", "ক"),
    ])
    func `has properties of Unicode`(name: String, member: String, other: String) throws {
        #expect(try search(for: "^\\p{\(name)}$", in: member))
        #expect(try !search(for: "\\p{\(name)}", in: other))
        #expect(try !search(for: "\\P{\(name)}", in: member))
    }

    @Test(arguments: [
        ("(?=a)", "lookahead"), ("x(?!a)", "lookahead"), ("(?<=a)", "lookbehind"), ("(?<!a)b", "lookbehind"),
        ("(a)\\1", "back-reference"), ("(?<n>a)\\k<n>", "back-reference"), ("(?i)a", "flags"), ("(?i:a)", "flags"),
        ("(?-s:a)", "flags"), ("\\p{Script=Linear_A}", "property Script=Linear_A"), ("\\p{letter}", "property letter"),
        ("\\p{Script_Extensions=Greek}", "property Script_Extensions=Greek"),
    ])
    func `names what it does not support`(pattern: String, feature: String) {
        let refusal = #expect(throws: TextPattern.Refusal.self) { try TextPattern(pattern) }

        #expect(refusal == .unsupported(feature))
    }

    @Test(arguments: [
        ("(a", "a group is not closed"), ("a)", "`)` closes no group"), ("[a", "a class is not closed"),
        ("[b-a]", "a range of a class is out of order"), ("*a", "`*` repeats nothing"), ("a**", "`*` repeats nothing"),
        ("a*+", "`+` repeats nothing"), ("^*", "`*` repeats nothing"), ("(|+)", "`+` repeats nothing"),
        ("a{1}{2}", "`{` repeats nothing"), ("{2}", "`{` repeats nothing"), ("a???", "`?` repeats nothing"),
        ("a{2,1}", "the bounds of a repetition are out of order"), ("a{,2}", "a repetition needs its lower bound"),
        ("\\", "it ends with a backslash"), ("\\Z", "`\\Z` is no escape"), ("\\h", "`\\h` is no escape"),
        ("\\01", "`\\0` stands before a digit"), ("\\c1", "`\\c` needs a letter"),
        ("\\x4", "an escape needs 2 hexadecimal digits"), ("\\u12", "an escape needs 4 hexadecimal digits"),
        ("\\u{110000}", "`\\u{` names no scalar"), ("\\u{}", "`\\u{` names no scalar"),
        ("\\pL", "a property needs its name in braces"), ("\\p{L", "the name of a property does not end"),
        ("(?P<n>a)", "a group cannot begin with `(?P`"), ("(?>a)", "a group cannot begin with `(?>`"),
        ("(?", "a group cannot begin with `(?`"), ("(?<>a)", "the name of a group is not closed by `>`"),
        ("[\\B]", "`\\B` is no escape"),
    ])
    func `says why it is no regular expression`(pattern: String, reason: String) {
        let refusal = #expect(throws: TextPattern.Refusal.self) { try TextPattern(pattern) }

        #expect(refusal == .malformed(reason))
        #expect(refusal?.description == "not a regular expression: \(reason)")
    }

    @Test(arguments: [
        "(a{1000}){1000}", "(((a{99}){99}){99}){99}", "a{10001}", "(a|b){4000}", "(a{0,70}){0,150}",
        "a{99999999999999999999}",
        "((?:a?){9999}){9999}", "[\\p{L}\\p{N}]{4000}",
    ])
    func `is refused when its repetitions multiply`(pattern: String) {
        #expect(throws: TextPattern.Refusal.tooLarge(limit: 10_000)) { try TextPattern(pattern) }
    }

    @Test func `is refused when it is too long or too deep`() {
        let long = String(repeating: "()", count: 60_000)
        let deep = String(repeating: "(", count: 101) + String(repeating: ")", count: 101)

        #expect(throws: TextPattern.Refusal.tooLong(limit: 100_000)) { try TextPattern(long) }
        #expect(throws: TextPattern.Refusal.tooDeep(limit: 100)) { try TextPattern(deep) }
    }

    @Test func `repeats nothing without end at no cost`() throws {
        let pattern = try TextPattern("^((?:){1000000}()*){1000000}((?:)+){1000000}(a{1000000}){0}")
        var steps = 100

        #expect(try pattern.occurs(in: "b", spending: &steps))
    }

    private func search(for pattern: String, in text: String) throws -> Bool {
        var steps = 10_000
        return try TextPattern(pattern).occurs(in: text, spending: &steps)
    }
}
