import Canvas
import Engine
import Review

@testable import Explorer

extension GoldenScene {
    /// What the screen Stats can be, each at the usual sizes.
    static let statistics = [
        stats,
        GoldenScene("stats-reasons") { $0.counting().pressing("tab j j") },
        GoldenScene("stats-length") { $0.counting().pressing("tab tab j") },
        GoldenScene("stats-tools") { $0.counting().pressing("tab tab tab j j j") },
        GoldenScene("stats-pace") { $0.counting().pressing("tab tab tab tab") },
        GoldenScene("stats-no-ops") { $0.counting().pressing("tab tab tab tab tab G") },
        GoldenScene("stats-agreement") { setting in
            setting.counting(agreement: AgreementSummary(of: readings)).pressing("shift-tab j j j")
        },
        GoldenScene("stats-read-once") { $0.counting().pressing("shift-tab") },
        GoldenScene("stats-propose") { $0.counting().pressing("C") },
        GoldenScene("stats-today") { setting in
            var state = setting.counting().pressing("I")
            _ = state.update(.statisticsLoaded(.example(in: .today), agreement: nil))
            return state.pressing("tab tab tab tab j j j j")
        },
        GoldenScene("stats-counting") { $0.reviewing().pressing("g s") },
        GoldenScene("stats-hidden") { $0.counting().pressing("tab tab tab enter") },
        GoldenScene("stats-hostile") { setting in
            var state = setting.counting(of: [
                "e\u{301}vil\u{202E}tool\u{1B}[31m", "東京の天気を調べるとても長い名前の道具です", "plain",
            ])
            _ = state.press("tab tab tab j j j")
            return state
        },
    ]

    /// 41 samples that were judged twice, four of them differently.
    private static let readings = (1...41).map { number -> ReadTwice in
        let first = number % 3 == 0 ? DisputeExamples.notInferable : .accepted
        let second = number <= 5 ? DisputeExamples.unnatural : first
        return DisputeExamples.reading(number, first, second, settled: number == 4 ? .accepted : nil)
    }

    static let stats = GoldenScene("stats") { $0.counting() }
}

extension GoldenScene.Setting {
    /// The screen Stats with its figures.
    func counting(
        of tools: [ToolName] = StatisticsExample.tools, agreement: AgreementSummary? = nil
    ) -> ExplorerState {
        var state = reviewing().pressing("g s")
        _ = state.update(.clockTicked(.at(12, 41, 8)))
        _ = state.update(.statisticsLoaded(.example(tools: tools), agreement: agreement))
        return state
    }
}
