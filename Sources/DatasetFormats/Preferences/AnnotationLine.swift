import Engine
import Foundation
import Review

/// A rejected sample as one line of JSON: its calls, and everything that reviewers and checks said of it.
package struct AnnotationLine: Sendable {
    /// The line, its members in a fixed order.
    package let json: JSON

    /// Takes the sample's own decisions, oldest first, and what checks found in it.
    package init(_ sample: ReviewedSample, decisions: [Decision], findings: [Finding]) {
        let review = sample.review
        let rejection = decisions.standingRejection
        json = [
            "sample": .string("\(sample.id)"), "run": .string(sample.id.run.hash.hex),
            "seed": .string(String(sample.seed)), "planner": .string(sample.state.planner),
            "status": .string(review.status.rawValue),
            "reviewer": rejection.map { .string($0.reviewer) } ?? .null,
            "time": rejection.map { .string($0.time.iso) } ?? .null,
            "taxonomy": .count(Reason.taxonomyVersion), "reasons": .array(review.reasons.map(\.json)),
            "note": .string(review.note), "comments": .array(review.comments.map(\.json)),
            "findings": .array(findings.map(\.json)),
            "query": sample.query.map(JSON.string) ?? .null, "response": sample.response.map(JSON.string) ?? .null,
            "chains": .array(sample.workflow.chains.map(\.annotated)),
            "edited": .array(sample.editedPaths.map(JSON.string)),
        ]
    }
}

extension AnchoredReason {
    fileprivate var json: JSON {
        var json: JSON.Object = ["reason": .string(reason.rawValue), "target": .string("\(target)")]
        if let other { json.set("other", .string(other)) }
        return .object(json)
    }
}

extension ReviewState.Comment {
    fileprivate var json: JSON {
        [
            "target": .string("\(target)"), "text": .string(text), "reviewer": .string(reviewer),
            "time": .string(time.iso),
        ]
    }
}

extension Chain {
    fileprivate var annotated: JSON {
        ["chain": .string("c\(id.number)"), "steps": .array(steps.map(\.annotated))]
    }
}

extension Step {
    fileprivate var annotated: JSON {
        [
            "step": .count(number), "tool": .string(call.tool.text), "arguments": call.arguments,
            "output": .string(output.portableText), "sha256": .string(output.hash.hex),
            "origin": .string(origin.rawValue), "iteration": .count(iteration),
        ]
    }
}

extension Timestamp {
    /// ISO 8601 in UTC, to the millisecond.
    fileprivate var iso: String {
        Date(timeIntervalSince1970: Double(microseconds) / 1_000_000)
            .formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
