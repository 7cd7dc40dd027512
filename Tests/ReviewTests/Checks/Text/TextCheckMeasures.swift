import Review
import Testing

@Suite("Checks of texts and arguments on their labelled cases")
struct TextCheckMeasures {
    private static let checks: [any Check] = [
        ArgumentProvenance(), LeakedToolNames(), TimeBound(), SchemaValidity(), HiddenCharacters(), Secrets(),
        PersonalData(), SideEffects(),
    ]

    @Test(arguments: checks.indices)
    func `nine of ten findings are faults, and nine of ten faults are found`(index: Int) throws {
        let measure = try measure(Self.checks[index])

        #expect(measure.precision >= 0.9)
        #expect(measure.recall >= 0.9)
    }

    @Test(arguments: checks.indices)
    func `there are at least forty cases, and at least two of five are faults, and two of five are none`(
        index: Int
    ) throws {
        let cases = try labelledCases(of: Self.checks[index]).cases

        let faults = Double(cases.count { $0.isFault }) / Double(cases.count)
        #expect(cases.count >= 40)
        #expect((0.4...0.6).contains(faults))
        #expect(Set(cases.map(\.name)).count == cases.count)
    }
}
