import Canvas
import Engine
import Review

@testable import Explorer

extension GoldenScene {
    static let comparing = [
        GoldenScene("compare") { $0.comparing() },
        GoldenScene("compare-iterations") { setting in
            var state = setting.reviewing().pressing("g c")
            let sample = ExampleSample.reviewed(index: GoldenSample.index)
            let member = ComparedSamples.Member(sample, name: "s-00007")
            _ = state.update(.compared(sample.id, sample.id, ComparedSamples([member])))
            return state
        },
        GoldenScene("compare-query") { $0.comparing().pressing("tab") },
    ]

    static let comparedHostile = GoldenScene("compare-hostile") { setting in
        let hostile = Synthesis(query: "\u{202E}evil\u{1B}[2J 東京?\u{200D}", response: "\u{0}a\u{9B}b\u{FEFF}")
        let sample = ExampleSample.reviewed(ExampleSample.events + [.finished(.completed(hostile))], index: 1)
        let member = ComparedSamples.Member(sample, name: "s-00001")
        return setting.comparing(ComparedSamples([member, CompareExamples.book]))
    }
}

extension GoldenScreen {
    static let comparing: [GoldenScreen] =
        GoldenScene.comparing.flatMap { scene in
            [Size.wide, .small].map { GoldenScreen(scene, $0, .utf8, [.text, .roles]) }
        } + [
            GoldenScreen(GoldenScene.comparing[0], .wide, .ascii, [.text, .roles]),
            GoldenScreen(.comparedHostile, .wide, .utf8, [.text, .roles]),
        ]
}

extension GoldenScene.Setting {
    fileprivate func comparing(_ members: ComparedSamples = CompareExamples.family) -> ExplorerState {
        var state = ExplorerState(
            dataset: "trip-tools", reviewer: "zh", planner: "offline", size: size, glyphs: glyphs)
        return state.compared(members)
    }
}
