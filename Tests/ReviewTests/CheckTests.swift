import Engine
import Review
import TestSupport
import Testing

@Suite("Checks")
struct CheckTests {
    private func found(_ check: some Check, _ sample: ReviewedSample) -> [String] {
        check.findings(in: CheckSubject(sample)).map { "\($0.check) at \($0.target)" }
    }

    @Test func `a value from nowhere is found, one from the query or an earlier output is not`() {
        let sample = SampleBuilder(query: "Hotels in Lisbon?", response: "Casa do Rio.")
            .step("city_find", ["name": "Lisbon"], gives: #"{"id":"PT-LIS-1"}"#)
            .step("hotel_find", ["city_id": "PT-LIS-1", "max_price": 180], gives: #"["Casa do Rio"]"#)
            .sample

        #expect(found(ArgumentProvenance(), sample) == ["arg_not_inferable at step 2.max_price"])
    }

    @Test func `a value from another chain is a bad dependency`() {
        let sample = SampleBuilder(query: "Hotels in Lisbon?", response: "Casa do Rio.")
            .step("city_find", ["name": "Lisbon"], gives: #"{"id":"PT-LIS-1"}"#)
            .step("hotel_find", ["city_id": "PT-LIS-1"], gives: #"["Casa do Rio"]"#, chain: 2)
            .sample

        let findings = BadDependency().findings(in: CheckSubject(sample))

        #expect(findings.map(\.check) == ["bad_dependency"])
        #expect(findings.map(\.reason) == [.badDependency])
    }

    @Test func `an edited query is what counts`() {
        let sample = SampleBuilder(query: "Hotels?", response: "r").step("t", ["city": "Lisbon"], gives: "1")
            .reviewed(.edit(.query("Hotels in Lisbon?"))).sample

        #expect(found(ArgumentProvenance(), sample).isEmpty)
    }

    @Test func `nothing is judged before there is a query`() {
        let sample = SampleBuilder(query: nil, response: nil).step("t", ["city": "Lisbon"], gives: "1").sample

        #expect(found(ArgumentProvenance(), sample).isEmpty)
    }

    @Test(arguments: [
        ("Use city_find for Oslo.", ["leaks_tools at query"]), ("Give me the city_id.", ["leaks_tools at query"]),
        ("What is the weather in Oslo?", []), ("Is CITY_FIND any good?", ["leaks_tools at query"]),
        ("I want to city-find.", []),
    ])
    func `technical names in the query are found, plain words are not`(query: String, expected: [String]) {
        let sample = SampleBuilder(query: query, response: "r")
            .step("city_find", ["city_id": "Oslo"], gives: "1").step("weather", ["name": "Oslo"], gives: "1").sample

        #expect(found(LeakedToolNames(), sample) == expected)
    }

    @Test func `names in the response are found too`() {
        let sample = SampleBuilder(query: "q", response: "The city_find tool says so.")
            .step("city_find", [:], gives: "1").sample

        #expect(found(LeakedToolNames(), sample) == ["leaks_tools at response"])
    }

    @Test(arguments: [
        ("{}", true), ("[]", true), ("", true), (#"{"items":[],"next":null}"#, true),
        (#"{"error":null,"price":1}"#, false),
        (#""Five common errors""#, false), ("0", false),
    ])
    func `an output is empty by its structure, not by its words`(output: String, isEmpty: Bool) {
        let sample = SampleBuilder(query: "q", response: "r").step("t", [:], gives: output).sample

        #expect(found(EmptyOutput(), sample) == (isEmpty ? ["empty_output at step 1"] : []))
    }

    @Test func `every finding says which check, which version and what was seen`() {
        let sample = SampleBuilder(query: "city_find?", response: "r")
            .step("city_find", ["n": 5], gives: "{}").sample

        let findings = sample.findings()

        #expect(findings.map(\.check) == ["arg_not_inferable", "leaks_tools", "empty_output"])
        #expect(findings.allSatisfy { $0.version >= 1 && !$0.evidence.isEmpty })
        #expect(findings.map(\.reason) == [.argumentNotInferable, .leaksTools, .emptyOutput])
    }
}
