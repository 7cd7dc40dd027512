import Engine
import Review
import TestSupport
import Testing

@Suite("Differences of steps")
struct StepDiffTests {
    private typealias Argument = StepDiff.ArgumentDiff

    private func words(_ old: JSON, _ new: JSON) -> [String] {
        Argument.all(from: old, to: new).map { difference in
            let (before, after) = (difference.old?.compactText ?? "-", difference.new?.compactText ?? "-")
            return "\(difference.path) \(before) \(after)"
        }
    }

    @Test func `hold the objects of an array beside those with the same id`() {
        let old: JSON = ["rows": [["id": 1, "x": 1], ["id": 2, "x": 2], ["id": 3, "x": 3]]]
        let new: JSON = ["rows": [["id": 3, "x": 3], ["id": 1, "x": 9]]]

        #expect(words(old, new) == ["rows[1].id 2 -", "rows[1].x 2 -", "rows[1].x 1 9"])
    }

    @Test(
        arguments: [
            [["id": 1, "x": 1], ["id": 1, "x": 2]], [["id": 1, "x": 1], 7], [["x": 1], ["id": 2, "x": 2]],
        ] as [JSON])
    func `hold what has no id of its own beside what is at its place`(old: JSON) {
        let new: JSON = [["id": 2, "x": 1], ["id": 1, "x": 2]]

        #expect(words(old, new).contains { $0.hasPrefix("[0].id ") })
    }

    @Test func `name what is gone by where it was and what came by where it is`() {
        #expect(words(["a": ["b": 1], "c": [1, 2]], ["c": [1], "d": []]) == ["a.b 1 -", "c[1] 2 -", "d - []"])
        #expect(words(["a": 1], ["a": ["b": 2]]) == ["a 1 -", "a.b - 2"])
        #expect(words(["a": 1], ["a": 1]).isEmpty)
    }

    @Test func `are by number within a sample and by tool between samples`() {
        let old = SampleBuilder(query: "q", response: "r").step("find", ["a": 1], gives: "1")
            .step("news", ["a": 2], gives: "2").sample.workflow
        let new = SampleBuilder(query: "q", response: "r").step("news", ["a": 2], gives: "2")
            .step("detail", ["a": 3], gives: "3").sample.workflow

        let numbers = StepDiff.all(from: old, to: new, .byNumber).map(kind)
        let tools = StepDiff.all(from: old, to: new, .byTool).map(kind)

        #expect(numbers == ["~news", "~detail"])
        #expect(tools == ["-find", "=news", "+detail"])
    }

    private func kind(_ difference: StepDiff) -> String {
        switch difference {
        case .same(_, let place): "=\(place.step.call.tool)"
        case .added(let place): "+\(place.step.call.tool)"
        case .removed(let place): "-\(place.step.call.tool)"
        case .changed(_, let place, _): "~\(place.step.call.tool)"
        }
    }
}
