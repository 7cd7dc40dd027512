import Engine
import Foundation

/// Collects definitions, and what is none, with the reason.
struct ToolBenchShelf {
    private(set) var definitions: [ToolBenchDefinition] = []
    private(set) var leftOut: [LeftOutTool] = []
    private var known: [ToolBenchAddress: ToolBenchAddress] = [:]

    mutating func add(line: Data, number: Int) {
        let json: JSON
        do { json = try JSON(parsing: line) } catch { return leaveOut("line \(number)", .notJSON("\(error)")) }
        guard json.object != nil else { return leaveOut("line \(number)", .notObject) }
        for key in ["category_name", "tool_name", "api_name"] where json[key]?.string == nil {
            return leaveOut("line \(number)", .missing(key))
        }
        let address = ToolBenchAddress(
            category: json["category_name"]?.string ?? "", tool: json["tool_name"]?.string ?? "",
            api: json["api_name"]?.string ?? "")
        add(
            json, at: address, description: json["api_description"]?.string ?? "",
            toolDescription: json["tool_description"]?.string ?? "")
    }

    mutating func add(_ file: ToolBenchFile) {
        let json: JSON
        do { json = try JSON(parsing: file.bytes) } catch { return leaveOut(file.path, .notJSON("\(error)")) }
        guard json.object != nil else { return leaveOut(file.path, .notObject) }
        guard let tool = json["tool_name"]?.string else { return leaveOut(file.path, .missing("tool_name")) }
        guard let apis = json["api_list"]?.array else { return leaveOut(file.path, .noList("api_list")) }
        for (number, api) in apis.enumerated() {
            guard let name = api["name"]?.string else {
                leaveOut("\(file.path), API \(number + 1)", .missing("name"))
                continue
            }
            add(
                api, at: ToolBenchAddress(category: file.category, tool: tool, api: name),
                description: api["description"]?.string ?? "",
                toolDescription: json["tool_description"]?.string ?? "")
        }
    }

    private mutating func add(
        _ json: JSON, at address: ToolBenchAddress, description: String, toolDescription: String
    ) {
        do throws(ToolBenchDefect) {
            let definition = try ToolBenchDefinition(
                json, at: address, description: description, toolDescription: toolDescription)
            if let other = known[address.standard] { throw .repeatedAPI(other) }
            known[address.standard] = address
            definitions.append(definition)
        } catch {
            leaveOut(address.text, error)
        }
    }

    private mutating func leaveOut(_ name: String, _ defect: ToolBenchDefect) {
        leftOut.append(LeftOutTool(name: name, reason: "\(defect)"))
    }
}
