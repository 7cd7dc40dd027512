import Foundation

/// A folder of test cases that lies beside the package, where it was fetched.
struct SuiteFolder {
    let url: URL

    static let parsing = SuiteFolder(named: "json-parsing-suite")
    static let schemas = SuiteFolder(named: "json-schema-test-suite")

    private init(named name: String) {
        var root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        for _ in 0..<5 { root.deleteLastPathComponent() }
        url = root.appendingPathComponent("shared/data/\(name)")
    }

    var isPresent: Bool { !fileNames.isEmpty }

    /// The names of the JSON files, sorted; empty where the folder is absent.
    var fileNames: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted()
    }

    func contents(of name: String) throws -> Data {
        try Data(contentsOf: url.appendingPathComponent(name))
    }
}
