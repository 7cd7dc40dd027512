import Engine
import Review
import Testing

@Suite("Moments that are written")
struct TimestampReadingTests {
    /// Seconds since 1970 as `date -u` has them.
    @Test(arguments: [
        ("1970-01-01", 0), ("2000-02-29", 951_782_400), ("2026-11-01", 1_793_491_200), ("1969-12-31", -86_400),
        ("2026-11-01T08:00", 1_793_520_000), ("2026-11-01T08:00Z", 1_793_520_000),
        ("2026-11-01T08:00:30Z", 1_793_520_030), ("2026-11-01T08:00+01:00", 1_793_516_400),
        ("2026-11-01T08:00:30-05:30", 1_793_539_830), ("0001-01-01", -62_135_596_800), ("9999-12-31", 253_402_214_400),
    ])
    func `are read to the second`(text: String, seconds: Int64) throws {
        let moment = try #require(Timestamp(reading: text))

        #expect(moment.microseconds == seconds * 1_000_000)
        #expect(Timestamp(reading: moment.utcText) == moment)
    }

    @Test func `without a zone speak of the clock of the reader`() {
        let ahead = Duration.seconds(5 * 3600 + 1800)

        #expect(Timestamp(reading: "2026-11-01", offset: ahead)?.utcText == "2026-10-31T18:30:00Z")
        #expect(Timestamp(reading: "2026-11-01T00:00Z", offset: ahead)?.utcText == "2026-11-01")
    }

    @Test func `keep parts of a second`() {
        #expect(Timestamp(reading: "2026-11-01T08:00:30.25Z")?.utcText == "2026-11-01T08:00:30.250000Z")
        #expect(Timestamp(microseconds: -1).utcText == "1969-12-31T23:59:59.999999Z")
        #expect(Timestamp(reading: Timestamp(microseconds: -1).utcText) == Timestamp(microseconds: -1))
    }

    @Test(arguments: [
        "", "today", "2026", "2026-11", "2026-11-31", "2025-02-29", "2026-13-01", "2026-00-10", "0000-01-01",
        "2026-11-01 ", "2026-11-01T", "2026-11-01T8:00", "2026-11-01T24:00", "2026-11-01T08:60", "2026-11-01T08:00:60",
        "2026-11-01T08:00:00.", "2026-11-01T08:00:00.1234567", "2026-11-01T08:00+1:00", "2026-11-01T08:00ZZ",
        "２０２６-11-01", "-026-11-01", "+026-11-01",
    ])
    func `are refused where they make no sense`(text: String) {
        #expect(Timestamp(reading: text) == nil)
    }
}
