import Canvas
import Engine
import Review

@testable import Explorer

extension GoldenScene {
    /// Everything that can lie over the Review screen.
    static let overlays = deciding + inspecting + editing + finding + asking

    /// Where arguments have rows of their own.
    static let editArgument = GoldenScene("edit-argument") { setting in
        setting.reviewing().pressing("j j e ctrl-u").typing("大阪").pressing("ctrl-s")
    }

    private static let deciding = [
        GoldenScene("reasons") { $0.reviewing().pressing("r") },
        GoldenScene("reasons-marking") { $0.reviewing().pressing("r + 1 6 j") },
        GoldenScene("reasons-note") { $0.reviewing().pressing("r + o n").typing("東京 is not \u{202E}asked for") },
        GoldenScene("reasons-recalled") { setting in
            setting.reviewing(
                ExampleSample.completed, [.reject([AnchoredReason(.wrongTool, at: .step(2))], note: "a map would do")]
            ).pressing("r")
        },
        GoldenScene("confirmation") { $0.reviewing(preferences: Preferences(confirmsBulkOver: 5)).pressing("* A") },
    ]

    private static let inspecting = [
        GoldenScene("inspector-tree") { $0.reviewing().pressing("j v") },
        GoldenScene("inspector-raw") { $0.reviewing().pressing("j v t") },
        GoldenScene("inspector-search") { $0.reviewing().pressing("j v /").typing("tude").pressing("enter") },
        GoldenScene("inspector-searching") { $0.reviewing().pressing("j v /").typing("nowhere") },
        GoldenScene("inspector-keys") { $0.reviewing().pressing("j v ?") },
        GoldenScene("inspector-abroad") { $0.reviewing(GoldenSample.abroad).pressing("j v") },
        GoldenScene("inspector-hostile") { $0.reviewing(GoldenSample.hostile).pressing("j v t") },
        GoldenScene("inspector-hostile-tree") { $0.reviewing(GoldenSample.hostile).pressing("G v") },
    ]

    private static let editing = [
        GoldenScene("edit-query") { $0.reviewing().pressing("e end").typing(" And 大阪?") },
        GoldenScene("edit-arguments") {
            $0.reviewing().pressing("j e ctrl-u").typing("\"Osaka\" or so").pressing("ctrl-s")
        },
        GoldenScene("edit-comment") {
            $0.reviewing().pressing("j c").typing("Why this one?").pressing("enter").typing("جيد 👩\u{200D}👧")
        },
        GoldenScene("edit-leaving") { $0.reviewing().pressing("e").typing("Well, ").pressing("esc") },
        GoldenScene("edit-hostile") { $0.reviewing(GoldenSample.hostile).pressing("e").typing("x") },
        GoldenScene("rewriting") { setting in
            setting.reviewing(ExampleSample.completed, GoldenSample.edits).taking(
                .regenerated(
                    ExampleSample.id(GoldenSample.index), query: "I have 600 USD in 東京: where can I stay?",
                    response: "Hotel Sakura is 92 a night.", by: "offline"))
        },
    ]

    private static let finding = [
        GoldenScene("palette") { $0.reviewing().pressing(":") },
        GoldenScene("palette-theme") { $0.reviewing().pressing(":").typing("theme ") },
        GoldenScene("palette-problem") { $0.reviewing().pressing(":").typing("queue status:done").pressing("enter") },
        GoldenScene("help") { $0.reviewing().pressing("?") },
        GoldenScene("help-searched") { $0.reviewing().pressing("?").typing("mark") },
        GoldenScene("filter") { $0.reviewing().pressing("/").typing("status:pending lint:arg_not_inferable 東京") },
        GoldenScene("filter-fault") { $0.reviewing().pressing("/").typing("steps:3.. statsu:done flag") },
        GoldenScene("sorts") { $0.reviewing().pressing("o j") },
        GoldenScene("which-key-go") { $0.reviewing().pressing("g") },
        GoldenScene("which-key-steps") { $0.reviewing().pressing("j j t") },
        GoldenScene("which-key-copy") { $0.reviewing().pressing("y") },
    ]

    private static let asking = [
        GoldenScene("rerun") { setting in
            let risky = ExampleSample.library.map { tool in
                Tool(
                    name: tool.name, description: tool.description, inputSchema: tool.inputSchema, effects: .write,
                    family: tool.family)
            }
            return setting.reviewing(library: risky).pressing("j j x")
        },
        GoldenScene("notices") { setting in
            setting.reviewing().taking(
                .failed("The disk is full: nothing was saved. Free space, then repeat."),
                .exported("412 samples written to exports-openai."),
                .told("Theme dark was read anew: \u{202E}dark.toml:14:9 unknown colour \"blu\" (blue?)")
            ).pressing("!")
        },
        GoldenScene("notices-none") { $0.reviewing().pressing("!") },
        GoldenScene("export") { $0.reviewing().pressing("W j") },
        GoldenScene("export-folder") { $0.reviewing().pressing("W tab").typing("/東京") },
        GoldenScene("quit") { $0.growing(24).pressing("q") },
    ]
}
