import Engine
import Testing

@Suite("A JSON number")
struct JSONNumberTests {
    @Test(arguments: ["0", "-0", "10", "1.50", "-1e5", "1E+05", "0.1e-7", "123456789012345678901234567890"])
    func `keeps its text`(text: String) {
        #expect(JSON.Number(text: text)?.text == text)
    }

    @Test(arguments: ["", "-", "+1", "01", "1.", ".5", "1e", "1e+", "0x1", "1 ", " 1", "NaN", "Infinity", "１", "1_0"])
    func `refuses a text outside the grammar`(text: String) {
        #expect(JSON.Number(text: text) == nil)
    }

    @Test(
        arguments: [
            ("1", 1), ("1.0", 1), ("1e2", 100), ("1200e-2", 12), ("-0", 0), ("0e99", 0), ("0.0000", 0),
            ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min), ("-5E+0", -5), ("100000", 100_000),
            ("9223372036854775808", nil), ("1.5", nil), ("1e19", nil), ("1e-1", nil), ("1e999999999999999999999", nil),
        ] as [(String, Int?)])
    func `is an integer when its value is exactly one`(text: String, expected: Int?) throws {
        let number = try #require(JSON.Number(text: text))

        #expect(number.int == expected)
    }

    @Test func `comes from an integer or a finite double`() {
        #expect(JSON.Number(-7).text == "-7")
        #expect(JSON.Number(0.1)?.text == "0.1")
        #expect(JSON.Number(Double.nan) == nil)
        #expect(JSON.Number(-Double.infinity) == nil)
    }

    @Test(arguments: [1e300, .leastNonzeroMagnitude, -1.5e-7, 1e16, 123456.789, .greatestFiniteMagnitude])
    func `reads a double back`(value: Double) throws {
        let number = try #require(JSON.Number(value))

        #expect(JSON.Number(text: number.text) == number)
        #expect(number.double == value)
    }

    @Test(arguments: [
        ("1", "1.0", true), ("1", "1e0", true), ("100", "1e2", true), ("0.10", "1e-1", true), ("-0", "0", true),
        ("9007199254740993", "9007199254740992", false), ("9007199254740993", "9007199254740993.0", true),
        ("1", "-1", false), ("1e400", "10e399", true), ("1e400", "1e401", false), ("0.1", "0.10000000000000001", false),
        ("1e99999999999999999999", "1e99999999999999999999", true),
        ("1e99999999999999999999", "1e99999999999999999998", false),
    ])
    func `equals another by exact value`(left: String, right: String, expected: Bool) throws {
        let left = try #require(JSON.Number(text: left))
        let right = try #require(JSON.Number(text: right))

        #expect(left.isEqual(numerically: right) == expected)
        #expect(right.isEqual(numerically: left) == expected)
    }

    @Test func `is another number when its text differs`() {
        #expect(JSON.Number(text: "1") != JSON.Number(text: "1.0"))
    }
}
