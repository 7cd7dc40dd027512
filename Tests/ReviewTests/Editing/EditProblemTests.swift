import Engine
import Review
import TestSupport
import Testing

@Suite("Why an edit cannot be made")
struct EditProblemTests {
    @Test(
        arguments: [
            (.query(" \n"), "The query cannot be empty; reject the sample instead."),
            (.response(""), "The response cannot be empty; reject the sample instead."),
            (
                .regenerated(query: "q", response: "", by: "offline"),
                "The response cannot be empty; reject the sample instead."
            ),
            (.deleteStep(7), "There is no step 7."),
            (.argument(step: 0, path: .root, [:]), "There is no step 0."),
            (.rerun(step: 5, of: [:], RecordedOutput(""), .live), "There is no step 5."),
            (
                .argument(step: 2, path: JSONPath([.key("stars"), .index(0)]), 3),
                "The arguments of step 2 have no place stars[0]."
            ),
            (.moveStep(2, to: StepPlace(chain: 4, position: 0)), "There is no chain c4."),
            (.moveStep(2, to: StepPlace(chain: 2, position: 2)), "Chain c2 has only 2 places for the step."),
            (.moveStep(3, to: StepPlace(chain: 2, position: -1)), "Chain c2 has only 1 place for the step."),
            (.moveStep(2, to: StepPlace(chain: 1, position: 1)), "Step 2 is there already."),
            (.splitChain(before: 1), "Step 1 is the first of its chain, so there is nothing to split off."),
            (.splitChain(before: 6), "There is no step 6."),
            (.mergeChain(1, into: 1), "Chain c1 cannot be merged with itself."),
            (.mergeChain(1, into: 5), "There is no chain c5."),
        ] as [(Edit, String)])
    func `is said in a sentence`(edit: Edit, problem: String) {
        #expect(edit.problem(in: trip()) == problem)
    }

    @Test(
        arguments: [
            (.key("max_price"), 501, "Step 2: max_price must be at most 500, but is 501 (maximum)."),
            (.key("max_price"), "cheap", #"Step 2: max_price must be of type integer, but is "cheap" (type)."#),
            (
                .key("stars"), [1, 3, 2],
                "Step 2: stars[0] must be one of 3, 4, 5, but is 1 (enum); and 1 more."
            ),
            (
                .key("cheap"), true,
                "Step 2: cheap must not be given: allowed are only `city_id`, `max_price`, `stars` "
                    + "(additionalProperties)."
            ),
            (.root, [:], "Step 2: The value must have the property `city_id` (required)."),
            (.root, [1], "Step 2: the arguments must be of type object."),
            (.root, ["city_id": "X", "city_id": "Y"], "Step 2: city_id is given twice."),
        ] as [(JSONPath, JSON, String)])
    func `names the value, the place and the keyword of the schema`(path: JSONPath, value: JSON, problem: String) {
        #expect(Edit.argument(step: 2, path: path, value).problem(in: trip()) == problem)
    }

    @Test func `is not what was wrong before`() {
        let broken = trip(.argument(step: 2, path: .root, ["max_price": 900]))

        #expect(Edit.argument(step: 2, path: .key("city_id"), "PT-LIS-1").problem(in: broken) == nil)
        #expect(
            Edit.argument(step: 2, path: .key("max_price"), 901).problem(in: broken)
                == "Step 2: max_price must be at most 500, but is 901 (maximum).")
    }

    @Test func `is nothing for an edit that can be made`() {
        let edits: [Edit] = [
            .query("q"), .argument(step: 2, path: .key("stars"), [3]), .deleteStep(1), .splitChain(before: 4),
            .mergeChain(2, into: 1), .regenerated(query: "q", response: "r", by: "offline"),
            .rerun(step: 2, of: [:], RecordedOutput("{}"), .live),
        ]

        #expect(edits.compactMap { $0.problem(in: trip()) } == [])
    }

    @Test func `is that the last step would go`() {
        let sample = trip(.deleteStep(1), .deleteStep(2), .deleteStep(3))

        #expect(sample.picture == "c1: 4")
        #expect(
            Edit.deleteStep(4).problem(in: sample)
                == "Step 4 is the only step; reject the sample instead of deleting it.")
    }

    @Test func `looks at the sample as it counts`() {
        #expect(Edit.deleteStep(2).problem(in: trip(.deleteStep(2))) == "There is no step 2.")
        #expect(Edit.mergeChain(3, into: 1).problem(in: trip(.splitChain(before: 4))) == nil)
    }

    @Test func `is not a schema that nobody can read, or a tool that the library lacks`() {
        let odd = SampleBuilder(query: "q", response: "r")
            .tool(Tool(name: "odd", description: "", inputSchema: ["type": "nonsense"])).step("odd", [:], gives: "1")
            .sample
        let bare = ReviewedSample(id: odd.id, seed: 1, state: odd.state, review: odd.review, library: [])

        #expect(Edit.argument(step: 1, path: .key("a"), 1).problem(in: odd) == nil)
        #expect(Edit.argument(step: 1, path: .key("a"), 1).problem(in: bare) == nil)
    }
}
