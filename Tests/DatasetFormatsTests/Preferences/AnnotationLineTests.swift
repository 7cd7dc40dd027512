import DatasetFormats
import Engine
import Review
import Testing

@Suite("Annotations")
struct AnnotationLineTests {
    @Test func `hold the calls, and what reviewers and checks said`() throws {
        let story = GrowthStory(actions: [
            .comment(.step(2), text: "Odd."),
            .reject(
                [AnchoredReason(.duplicate, other: "s-00003"), AnchoredReason(.badValue, at: .step(2))], note: "No."),
        ])
        let finding = Finding(
            check: "empty_output", version: 2, target: .step(2), evidence: "returned 9", reason: .emptyOutput,
            severity: .warning)

        let json = AnnotationLine(story.sample, decisions: story.decisions, findings: [finding]).json

        #expect(json["sample"] == "s-00001")
        #expect(json["planner"] == "offline")
        #expect(json["reviewer"] == "ada")
        #expect(json["time"] == "1970-01-01T00:00:01.500Z")
        #expect(json["note"] == "No.")
        #expect(
            json["reasons"] == [
                ["reason": "duplicate", "target": "whole", "other": "s-00003"],
                ["reason": "bad_value", "target": "step 2"],
            ])
        #expect(
            json["comments"] == [
                ["target": "step 2", "text": "Odd.", "reviewer": "ada", "time": "1970-01-01T00:00:01.500Z"]
            ])
        #expect(
            json["findings"] == [
                [
                    "check": "empty_output", "version": 2, "target": "step 2", "severity": "warning",
                    "reason": "empty_output", "evidence": "returned 9",
                ]
            ])
        #expect(
            json["chains"]?[0]?["steps"]?[1] == [
                "step": 2, "tool": "forecast", "arguments": ["lat": 59.9], "output": "9",
                "sha256": .string(ContentHash(of: "9").hex), "origin": "demo", "iteration": 2,
            ])
        #expect(!json.compactText.contains("\n"))
    }

    @Test func `name the rejection that stands, not one that was taken back`() {
        let story = GrowthStory(actions: [.reject([AnchoredReason(.other)], note: "No."), .undo(1)])

        let json = AnnotationLine(story.sample, decisions: story.decisions, findings: []).json

        #expect(json["reviewer"] == .null)
        #expect(json["status"] == "pending")
        #expect(json["reasons"] == [])
    }
}
