import Engine
import Foundation
import Review
import TestSupport

@testable import Explorer

/// What the golden pictures show: a list of everything that a list can hold, and samples that are hard to draw.
enum GoldenSample {
    /// The place of the sample on the screen, amid the others.
    static let index = 7

    static func decisions(_ actions: [Decision.Action]) -> [Decision] {
        actions.enumerated().map { place, action in
            Decision(
                sequence: place + 1, time: .at(12, 0, place), reviewer: place % 2 == 0 ? "zh" : "mk",
                sample: ExampleSample.id(index), action: action)
        }
    }

    /// Edited texts, a step whose value was changed and not run again, and what two reviewers say.
    static let edits: [Decision.Action] = [
        .edit(.query("I am in 東京 on 2027-05-17 with 600 USD. When is sunset, and which hotels are under 150 a night?")),
        .comment(.step(3), text: "Is an empty rate an error? مرحبا e\u{301}"),
        .edit(.argument(step: 4, path: JSONPath([.key("max_price")]), 150)),
        .comment(.whole, text: "Good but for the budget, which nobody asked about at first."),
        .comment(.query, text: "Closer to how people ask."),
    ]

    /// Chains that a reviewer took apart and joined.
    static let restructuring: [Decision.Action] = [.edit(.deleteStep(1)), .edit(.splitChain(before: 4))]

    /// The list after these decisions about the sample on the screen.
    static func rows(after actions: [Decision.Action]) -> [QueueRow] {
        let review = ReviewState(decisions(actions))
        return rows.map { row in
            var row = row
            guard row.number == index else { return row }
            (row.status, row.reason) = (review.status, review.reasons.first?.reason)
            (row.isEdited, row.query) = (review.editedQuery != nil, review.editedQuery ?? row.query)
            return row
        }
    }

    static let rows: [QueueRow] = [
        row(1, .accepted), row(2, .rejected, reason: .argumentNotInferable, findings: 3),
        row(3, .draft, isEdited: true, findings: 1), row(4, .skipped), row(5, .accepted, isFlagged: true),
        row(6, progress: .failed, query: ""),
        row(index, isFlagged: true, findings: 3, query: ExampleSample.finalDraft.query),
        row(8, progress: .interrupted, findings: 0, query: "Where is 東京?"),
        row(9, findings: 12, query: "ما هو الطقس في القاهرة غدا؟"),
        row(10, .rejected, reason: .other, query: "東京から大阪までの新幹線はいくらですか。何時に着きますか。"),
        row(11, query: "👩\u{200D}👩\u{200D}👧 a family of 3️⃣ in Sa\u{303}o Paulo 🇧🇷"),
        row(12, query: "\u{202E}reversed\u{1B}[31m\u{0}"), row(13, progress: .growing, query: ""), row(1_400),
    ]

    private static func row(
        _ index: Int, _ status: ReviewState.Status = .pending, reason: Reason? = nil, isEdited: Bool = false,
        isFlagged: Bool = false, progress: QueueRow.Progress = .finished, findings: Int? = nil,
        query: String = "Where can I see the sun set?"
    ) -> QueueRow {
        QueueRow(
            id: ExampleSample.id(index), number: index, status: status, reason: reason, isEdited: isEdited,
            isFlagged: isFlagged, progress: progress, chains: index % 3 + 1, steps: index % 5 + 1, findings: findings,
            query: query)
    }
}

extension GoldenSample {
    /// Wide characters, marks, emoji with joiners, and scripts from right to left, in every place of a sample.
    static let abroad = SampleBuilder(
        query: "東京の天気は？ ما هو الطقس في القاهرة؟ Sa\u{303}o Paulo 🇧🇷, שלום, ที่ 👩\u{200D}👩\u{200D}👧 ❤\u{FE0F} 한국 Ａ！",
        response: "晴れです。🙂👍🏽 1\u{FE0F}\u{20E3} الطقس مشمس، ودرجة الحرارة ٣٠. e\u{301}\u{302}\u{303}\u{304}te\u{301}"
    )
    .step("天気_検索", ["都市": "東京", "اليوم": "غدا"], gives: #"{"天気":"晴れ","気温":[21,"二十一"],"الطقس":"مشمس"}"#)
    .step("emoji_🙂", ["who": "👩\u{200D}👩\u{200D}👧", "mark": "Sa\u{303}o"], gives: #"{"flag":"🇵🇹","han":"한국"}"#)
    .step("search", ["text": "東京から大阪までの新幹線はいくらですか。何時に着きますか。どこで乗り換えますか。"], gives: #"["長い文字列"]"#, chain: 2)
    .reviewed(.comment(.step(1), text: "良いです。 جيد 🙂"), .comment(.whole, text: "全体として良い。"))
    .sample

    /// A text of every class that could reach the terminal as more than text, in every place of a sample.
    static let hostile = SampleBuilder(
        query: escapes + " " + directions, response: controls + " " + invisible + " " + marks
    )
    .step(ToolName("tool" + directions), ["a\u{202E}b": .string(escapes), "n": .string(invisible)], gives: controls)
    .step("bytes", ["ansi": .string(controls), marks: .string(marks)], gives: RecordedOutput(bytes), chain: 1)
    .step("forged", ["format": .string(forged)], gives: #"{"\u001b[2J":"\u202e\u0000"}"#, chain: 2)
    .reviewed(.comment(.whole, text: escapes + directions), .comment(.step(2), text: invisible))
    .sample

    private static let escapes =
        "\u{1B}[2J\u{1B}[H \u{1B}]0;owned\u{7} \u{1B}]52;c;cm0=\u{1B}\\ \u{1B}P$q\u{1B}\\ \u{1B}c"
    private static let controls =
        "a\u{0}b AB\u{8}\u{8}C safe\rEVIL \u{7}\u{7F}\u{B}\u{C} \u{9B}31m\u{85} x\u{2028}y\u{2029} \tt"
    private static let directions = "gpj\u{202E}exe.txt \u{2066}\u{2067}\u{2069} \u{200E}\u{200F}\u{61C} שלום"
    private static let invisible =
        "pass\u{200B}word \u{FEFF}co\u{AD}op a\u{E0041}\u{E007F} \u{3164}\u{180E} a\u{FE01}\u{34F}\u{378}"
    private static let marks = "‹U+202E› a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}b \u{301}a"
    private static let forged = "%s%n%x =cmd|'/c calc'!A1 # vim: set exrc: ../../etc/passwd"
    private static let bytes = Data([
        0x9B, 0x33, 0x31, 0x6D, 0x20, 0xFF, 0xFE, 0xC0, 0xAF, 0xED, 0xA0, 0x80, 0x63, 0x61, 0x66, 0xE9,
    ])
}
