import Engine
import Review
import TestSupport
import Testing

@Suite("Edited arguments")
struct EditedArgumentTests {
    private let cheaper = Edit.argument(step: 2, path: .key("max_price"), 100)
    private let dearer = Edit.argument(step: 2, path: .key("max_price"), 300)
    private let ranAgain = Edit.rerun(
        step: 2, of: ["max_price": 100, "city_id": "PT-LIS-1"], RecordedOutput(#"["Pensão"]"#), .live)

    @Test func `lie over the original, which stays`() {
        let sample = trip(cheaper)

        #expect(sample.call(2) == #"{"city_id":"PT-LIS-1","max_price":100} gives ["Casa do Rio"]"#)
        #expect(sample.state.workflow == trip().workflow)
        #expect(sample.review.status == .draft)
        #expect(sample.editedPaths == ["steps.2.arguments.max_price"])
    }

    @Test func `leave the step stale until it is run again with them`() {
        #expect(trip().staleSteps == [])
        #expect(trip(cheaper).staleSteps == [2])
        #expect(trip(cheaper, ranAgain).staleSteps == [])
        #expect(trip(cheaper, ranAgain).call(2) == #"{"city_id":"PT-LIS-1","max_price":100} gives ["Pensão"]"#)
        #expect(trip(cheaper, ranAgain).workflow.step(2)?.origin == .live)
    }

    @Test func `make the step stale again when they are changed after it was run again`() {
        let sample = trip(cheaper, ranAgain, dearer)

        #expect(sample.staleSteps == [2])
        #expect(sample.call(2) == #"{"city_id":"PT-LIS-1","max_price":300} gives ["Pensão"]"#)
    }

    @Test func `bring back the output that answers them when they are as they were`() {
        let original = trip(cheaper, ranAgain, .argument(step: 2, path: .key("max_price"), 180))
        let middle = trip(cheaper, ranAgain, dearer, cheaper)

        #expect(original.call(2) == trip().call(2))
        #expect(original.workflow.step(2)?.origin == .demo)
        #expect(original.staleSteps == [])
        #expect(middle.call(2).hasSuffix(#"["Pensão"]"#))
        #expect(middle.staleSteps == [])
    }

    @Test func `never take the output of a run with others`() {
        let late = trip(cheaper, dearer, ranAgain)
        let undone = tripBuilder.edited([cheaper, ranAgain]).reviewed(.undo(1)).sample

        #expect(late.staleSteps == [2])
        #expect(late.call(2).hasSuffix(#"["Casa do Rio"]"#))
        #expect(undone.call(2) == trip().call(2))
        #expect(undone.staleSteps == [])
    }

    @Test func `are not stale when only their spelling changed`() {
        let sample = trip(.argument(step: 2, path: .root, ["max_price": 180.0, "city_id": "PT-LIS-1"]))

        #expect(sample.staleSteps == [])
        #expect(sample.call(2) == #"{"max_price":180.0,"city_id":"PT-LIS-1"} gives ["Casa do Rio"]"#)
    }

    @Test func `are not stale when a step is run again as it is`() {
        let sample = trip(.rerun(step: 4, of: ["place": "PT-LIS-1"], RecordedOutput("{}"), .cached))

        #expect(sample.call(4) == #"{"place":"PT-LIS-1"} gives {}"#)
        #expect(sample.staleSteps == [])
        #expect(sample.editedPaths == ["steps.4.output"])
    }

    @Test func `can be all of them, a new one, or one deep inside`() {
        let sample = trip(
            .argument(step: 2, path: .root, ["city_id": "X"]), .argument(step: 2, path: .key("stars"), [3, 4]),
            .argument(step: 2, path: .key("stars").appending(index: 1), 5))

        #expect(sample.call(2).hasPrefix(#"{"city_id":"X","stars":[3,5]}"#))
        #expect(
            sample.editedPaths == ["steps.2.arguments", "steps.2.arguments.stars", "steps.2.arguments.stars[1]"])
    }

    @Test func `move the provenance with them`() {
        #expect(trip().missing(at: 2) == [])
        #expect(trip(.argument(step: 2, path: .key("max_price"), 175)).missing(at: 2) == ["max_price"])
        #expect(
            trip(.argument(step: 2, path: .key("max_price"), 175), .query("Lisbon under 175?")).missing(at: 2) == [])
    }

    @Test func `lose their source when the step that gave it gives something else`() {
        let other = Edit.rerun(step: 1, of: ["name": "Lisbon"], RecordedOutput(#"{"id":"PT-LIS-2"}"#), .live)

        #expect(trip(other).missing(at: 2) == ["city_id"])
        #expect(trip(other).missing(at: 4) == ["place"])
    }
}
