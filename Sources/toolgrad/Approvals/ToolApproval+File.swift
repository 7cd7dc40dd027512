import Engine
import Foundation

extension ToolApproval {
    private static let version = 1

    /// The content of an approval's file, in a fixed order, for people to read too.
    var json: JSON {
        var object: JSON.Object = [
            "version": .number(JSON.Number(Self.version)), "source": .string(source), "command": .string(command),
            "identity": .string(identity.hex),
        ]
        if !marks.isEmpty {
            let members = marks.sorted { $0.key < $1.key }.map {
                JSON.Object.Member(key: $0.key, value: .string($0.value))
            }
            object.set("marks", .object(JSON.Object(members)))
        }
        object.set("tools", .array(tools.map(\.json)))
        return .object(object)
    }

    /// Reads the content of a file.
    ///
    /// - Throws: ``ApprovalFileError`` that names the file, and what in it is wrong.
    init(file: String, bytes: Data) throws(ApprovalFileError) {
        do throws(ApprovalReader.Problem) {
            self = try ApprovalReader.approval(in: bytes, version: Self.version)
        } catch {
            switch error {
            case .wrong(let reason): throw .damaged(file, reason: reason)
            case .version(let version): throw .tooNew(file, version: version)
            }
        }
    }
}

extension ToolApproval.Approved {
    fileprivate var json: JSON {
        var object: JSON.Object = [
            "name": .string(definition.name.text), "effects": .string(effects.rawValue),
            "hash": .string(definition.definitionHash.hex), "description": .string(definition.description),
            "inputSchema": definition.inputSchema,
        ]
        if let output = definition.outputSchema { object.set("outputSchema", output) }
        if let hint = definition.hint { object.set("hint", .string(hint.rawValue)) }
        if !definition.family.isEmpty { object.set("family", .string(definition.family)) }
        return .object(object)
    }
}

/// Reads approvals strictly: what is not understood allows nothing.
private enum ApprovalReader {
    enum Problem: Error {
        case wrong(String)
        case version(Int)
    }

    static func approval(in bytes: Data, version: Int) throws(Problem) -> ToolApproval {
        let json = try parsed(bytes)
        guard let found = json["version"]?.int else { throw .wrong("It has no \"version\".") }
        guard found == version else { throw .version(found) }
        let identity = try text("identity", in: json)
        guard identity.utf8.count == 64, identity.utf8.allSatisfy(Set("0123456789abcdef".utf8).contains) else {
            throw .wrong("\"identity\" is no SHA-256 in 64 lower-case digits.")
        }
        guard let list = json["tools"]?.array else { throw .wrong("\"tools\" is no list.") }
        var tools: [ToolApproval.Approved] = []
        for item in list { tools.append(try tool(in: item)) }
        guard Set(tools.map(\.definition.name)).count == tools.count else { throw .wrong("A tool is in it twice.") }
        return ToolApproval(
            source: try text("source", in: json), command: try text("command", in: json),
            identity: ContentHash(hex: identity), marks: marks(in: json), tools: tools)
    }

    /// They only name what changed; what allows is the identity.
    private static func marks(in json: JSON) -> [String: String] {
        let members = (json["marks"]?.object?.members ?? []).compactMap { member in
            member.value.string.map { (member.key, $0) }
        }
        return Dictionary(members, uniquingKeysWith: { first, _ in first })
    }

    /// Schemas may be as deep as is allowed, and here they lie a little deeper.
    private static func parsed(_ bytes: Data) throws(Problem) -> JSON {
        do { return try JSON(parsing: bytes, limits: .init(depth: 160)) } catch { throw .wrong("\(error)") }
    }

    private static func tool(in json: JSON) throws(Problem) -> ToolApproval.Approved {
        let name = try text("name", in: json)
        let effects = try effects("effects", of: name, in: json)
        guard let input = json["inputSchema"] else { throw .wrong("\(name) has no \"inputSchema\".") }
        let definition = Tool(
            name: ToolName(name), description: try text("description", in: json), inputSchema: input,
            outputSchema: json["outputSchema"], effects: effects,
            hint: json["hint"] == nil ? nil : try self.effects("hint", of: name, in: json),
            family: json["family"]?.string ?? "")
        guard try text("hash", in: json) == definition.definitionHash.hex else {
            throw .wrong("The definition of \(name) does not fit its \"hash\".")
        }
        return ToolApproval.Approved(definition: definition, effects: effects)
    }

    private static func text(_ key: String, in json: JSON) throws(Problem) -> String {
        guard let text = json[key]?.string else { throw .wrong("\"\(key)\" is missing, or no text.") }
        return text
    }

    private static func effects(_ key: String, of tool: String, in json: JSON) throws(Problem) -> Tool.Effects {
        guard let effects = Tool.Effects(rawValue: try text(key, in: json)) else {
            throw .wrong("\"\(key)\" of \(tool) is none of read, write and destructive.")
        }
        return effects
    }
}
