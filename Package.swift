// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "toolgrad",
    products: [
        .executable(name: "toolgrad", targets: ["toolgrad"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/google/swift-benchmark", from: "0.1.2"),
    ],
    targets: [
        .target(
            name: "Engine", dependencies: [.product(name: "Crypto", package: "swift-crypto")],
            resources: [
                .embedInCode("ModelStages/Prompts/propose-lean.md"),
                .embedInCode("ModelStages/Prompts/propose-paper.md"),
                .embedInCode("ModelStages/Prompts/trial-turn.md"), .embedInCode("ModelStages/Prompts/repair-turn.md"),
                .embedInCode("ModelStages/Prompts/repair-call.md"), .embedInCode("ModelStages/Prompts/select.md"),
                .embedInCode("ModelStages/Prompts/synthesise.md"),
                .embedInCode("ModelStages/Prompts/repair-answer.md"),
            ]),
        .target(name: "OfflinePlanner", dependencies: ["Engine"]),
        .target(name: "DemoTools", dependencies: ["Engine"]),
        .target(name: "DisplaySafety"),
        .target(
            name: "HTTPTransport",
            dependencies: [
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]),
        .target(
            name: "ChildProcesses", dependencies: [.product(name: "Subprocess", package: "swift-subprocess")]),
        .target(name: "LanguageModels", dependencies: ["Engine", "HTTPTransport"]),
        .target(name: "MCPTools", dependencies: ["Engine", "HTTPTransport", "ChildProcesses"]),
        .target(name: "ToolBenchTools", dependencies: ["Engine", "HTTPTransport"]),
        .target(
            name: "Review", dependencies: ["Engine", "DisplaySafety"],
            resources: [
                .embedInCode("Labelled/Cases/arg_not_inferable.jsonl"),
                .embedInCode("Labelled/Cases/bad_dependency.jsonl"),
                .embedInCode("Labelled/Cases/duplicate.jsonl"),
                .embedInCode("Labelled/Cases/empty_output.jsonl"),
                .embedInCode("Labelled/Cases/hidden_characters.jsonl"),
                .embedInCode("Labelled/Cases/invalid_arguments.jsonl"),
                .embedInCode("Labelled/Cases/leaks_tools.jsonl"),
                .embedInCode("Labelled/Cases/personal_data.jsonl"),
                .embedInCode("Labelled/Cases/redundant_step.jsonl"),
                .embedInCode("Labelled/Cases/secrets.jsonl"),
                .embedInCode("Labelled/Cases/side_effects.jsonl"),
                .embedInCode("Labelled/Cases/time_bound.jsonl"),
                .embedInCode("Labelled/Cases/ungrounded.jsonl"),
                .embedInCode("Judged/Prompts/judge.md"),
            ]),
        .target(
            name: "DatasetStore", dependencies: ["Engine", "Review", .product(name: "GRDB", package: "GRDB.swift")]),
        .target(name: "DatasetFormats", dependencies: ["Engine", "Review"]),
        .target(
            name: "Evaluation", dependencies: ["Engine", "Review"],
            resources: [
                .embedInCode("Judging/Prompts/quality.md"), .embedInCode("Judging/Prompts/solved.md"),
                .embedInCode("Judging/Prompts/solvable.md"),
                .embedInCode("Answering/Prompts/answering.md"),
                .embedInCode("Instructing/Examples/examples-multi.jsonl"),
                .embedInCode("Instructing/Examples/examples-single.jsonl"),
                .embedInCode("Instructing/Prompts/instructing.md"),
                .embedInCode("Searching/Prompts/searching.md"),
            ]),
        .target(
            name: "Canvas", dependencies: ["DisplaySafety", .product(name: "TOMLKit", package: "TOMLKit")],
            resources: [
                .embedInCode("../../themes/dark.toml"), .embedInCode("../../themes/light.toml"),
                .embedInCode("../../themes/classic.toml"), .embedInCode("../../themes/classic-light.toml"),
                .embedInCode("../../themes/high-contrast.toml"), .embedInCode("../../themes/high-contrast-light.toml"),
                .embedInCode("../../themes/terminal.toml"), .embedInCode("../../themes/mono.toml"),
            ]),
        .target(name: "Explorer", dependencies: ["Engine", "Review", "Evaluation", "Canvas", "DisplaySafety"]),
        .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        .target(name: "NcursesTerminal", dependencies: ["Canvas", "CNcurses"]),
        .executableTarget(
            name: "toolgrad",
            dependencies: [
                "Engine", "OfflinePlanner", "DemoTools", "Review", "DatasetStore", "DatasetFormats", "Evaluation",
                "DisplaySafety", "Canvas", "Explorer", "NcursesTerminal", "HTTPTransport", "LanguageModels", "ChildProcesses",
                "MCPTools",
                "ToolBenchTools",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "TOMLKit", package: "TOMLKit"),
            ]),
        .executableTarget(
            name: "benchmarks",
            dependencies: [
                // The program itself, which is measured in a terminal of its own.
                "toolgrad", "Engine", "OfflinePlanner", "DemoTools", "Review", "DatasetStore", "Canvas", "Explorer",
                "HTTPTransport", "LanguageModels", "MCPTools", "ChildProcesses",
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Benchmark", package: "swift-benchmark"),
            ]),

        .target(
            name: "TestSupport", dependencies: ["Engine", "Review", "DisplaySafety", "Canvas"],
            path: "Tests/TestSupport"),
        .testTarget(
            name: "EngineTests", dependencies: ["Engine", "TestSupport"], exclude: ["ModelStages/Goldens"]),
        .testTarget(
            name: "OfflinePlannerTests",
            dependencies: ["OfflinePlanner", "DemoTools", "Engine", "Review", "TestSupport"]),
        .testTarget(name: "DemoToolsTests", dependencies: ["DemoTools", "Engine", "TestSupport"]),
        .testTarget(name: "DisplaySafetyTests", dependencies: ["DisplaySafety"]),
        .target(
            name: "FaultServer",
            dependencies: [
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
            ], path: "Tests/FaultServer"),
        .testTarget(name: "HTTPTransportTests", dependencies: ["HTTPTransport", "FaultServer"]),
        .testTarget(name: "ChildProcessesTests", dependencies: ["ChildProcesses"]),
        .executableTarget(name: "FaultyMCPServer", path: "Tests/FaultyMCPServer"),
        .testTarget(
            name: "MCPToolsTests",
            dependencies: [
                "MCPTools", "Engine", "HTTPTransport", "ChildProcesses", "FaultServer", "FaultyMCPServer",
                "TestSupport",
            ]),
        .testTarget(
            name: "ToolBenchToolsTests",
            dependencies: ["ToolBenchTools", "Engine", "HTTPTransport", "FaultServer", "TestSupport"]),
        .testTarget(
            name: "LanguageModelsTests",
            dependencies: ["LanguageModels", "HTTPTransport", "Engine", "FaultServer", "TestSupport"],
            exclude: ["Cassettes"]),
        .testTarget(name: "ReviewTests", dependencies: ["Review", "Engine", "TestSupport"]),
        .testTarget(
            name: "DatasetStoreTests",
            dependencies: [
                "DatasetStore", "Engine", "Review", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .testTarget(
            name: "DatasetFormatsTests", dependencies: ["DatasetFormats", "Engine", "Review", "TestSupport"],
            exclude: ["Importing/Fixtures"]),
        .testTarget(
            name: "EvaluationTests", dependencies: ["Evaluation", "Engine", "Review", "DemoTools", "TestSupport"],
            exclude: ["Fixtures"]),
        .testTarget(name: "CanvasTests", dependencies: ["Canvas", "DisplaySafety", "TestSupport"]),
        .testTarget(
            name: "ExplorerTests",
            dependencies: ["Explorer", "Engine", "Review", "Evaluation", "Canvas", "DisplaySafety", "TestSupport"],
            exclude: ["Goldens"]),
        .testTarget(name: "NcursesTerminalTests", dependencies: ["NcursesTerminal", "Canvas", "CNcurses"]),
        .testTarget(
            name: "toolgradTests",
            dependencies: [
                "toolgrad", "DatasetStore", "DemoTools", "Engine", "OfflinePlanner", "Review", "Evaluation", "Canvas",
                "Explorer", "HTTPTransport", "LanguageModels", "ChildProcesses", "MCPTools", "ToolBenchTools", "FaultServer",
                "FaultyMCPServer", "TestSupport", "benchmarks",
            ], exclude: ["Recorded/Fixtures"]),
    ],
    swiftLanguageModes: [.v6]
)
