import DisplaySafety
import Testing

@Suite("Hidden scalars")
struct HiddenScalarsTests {
    @Test func `include all that Unicode says may be ignored`() {
        let missed = (0...0x10FFFF).compactMap(Unicode.Scalar.init)
            .filter { $0.properties.isDefaultIgnorableCodePoint && !HiddenScalars.contains($0) }

        #expect(missed == [])
    }

    @Test func `include every noncharacter`() {
        let missed = (0...0x10FFFF).compactMap(Unicode.Scalar.init)
            .filter { $0.properties.isNoncharacterCodePoint && !HiddenScalars.contains($0) }

        #expect(missed == [])
    }

    @Test(arguments: ["a", " ", "~", "\u{A0}", "é", "東", "\u{301}", "\u{600}", "\u{FFFD}", "›"] as [Unicode.Scalar])
    func `do not include what is seen`(scalar: Unicode.Scalar) {
        #expect(!HiddenScalars.contains(scalar))
    }
}
