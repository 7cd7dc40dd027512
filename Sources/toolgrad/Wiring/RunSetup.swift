import DatasetStore
import Engine

/// How a run reaches its models and its tools, as its dataset keeps it; never a key.
///
/// Runs without models or foreign tools keep nothing. What models need stands at the top, as it always did.
struct RunSetup {
    /// What ``ModelSetup`` wrote; nil where no model plans.
    let models: JSON?
    /// The sources of the tools; nil for the demo tools alone.
    let tools: JSON?

    init(models: JSON?, tools: JSON?) {
        self.models = models
        self.tools = tools
    }

    /// Reads what ``json`` wrote.
    init(_ json: JSON?) {
        models = json?["strategy"] == nil ? nil : json
        tools = json?["tools"]
    }

    var json: JSON? {
        guard let tools else { return models }
        let members = models?.object?.members ?? []
        return .object(JSON.Object(members + [JSON.Object.Member(key: "tools", value: tools)]))
    }
}

extension StoredRun {
    /// How the run asked its models; nil where none planned.
    var modelSetup: JSON? { RunSetup(setup).models }

    /// Where its tools came from; nil for the demo tools alone.
    var toolSetup: JSON? { RunSetup(setup).tools }
}
