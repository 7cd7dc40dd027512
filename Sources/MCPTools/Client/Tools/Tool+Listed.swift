import Engine

extension Tool {
    /// Reads one tool as a server lists it.
    ///
    /// Its effects are what it claims; where it claims nothing, the worst is assumed until a policy says otherwise.
    init(listed definition: JSON, by server: String) throws(ToolProblem) {
        guard let object = definition.object else { throw ToolProblem("Its definition is no object.") }
        if let key = definition.repeatedKey { throw ToolProblem("Its definition says \(key) twice.") }
        let hint = Effects(claimedBy: object["annotations"])
        self.init(
            name: try Self.name(object["name"]), description: try Self.text(of: object),
            inputSchema: try Self.schema(object["inputSchema"], called: "input schema"),
            outputSchema: try object["outputSchema"].flatMap(Self.present).map { value throws(ToolProblem) in
                try Self.schema(value, called: "output schema")
            }, effects: hint ?? .destructive, hint: hint, family: server)
    }

    private static func present(_ json: JSON) -> JSON? { json.isNull ? nil : json }

    private static func name(_ json: JSON?) throws(ToolProblem) -> ToolName {
        guard let name = json?.string, !name.isEmpty else { throw ToolProblem("It has no name.") }
        let isAllowed = name.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
                || [0x5F, 0x2E, 0x2D].contains($0)
        }
        guard isAllowed, name.utf8.count <= 128 else {
            throw ToolProblem("Its name must be 1 to 128 of the characters A-Z, a-z, 0-9, _, . and -.")
        }
        return ToolName(name)
    }

    /// The description, or the title where there is none.
    private static func text(of object: JSON.Object) throws(ToolProblem) -> String {
        for key in ["description", "title"] {
            guard let value = object[key], !value.isNull else { continue }
            guard let text = value.string else { throw ToolProblem("Its \(key) is no text.") }
            if !text.isEmpty { return text }
        }
        return object["annotations"]?["title"]?.string ?? ""
    }

    private static func schema(_ json: JSON?, called what: String) throws(ToolProblem) -> JSON {
        guard case .object(var object) = json else { throw ToolProblem("Its \(what) is no object.") }
        object.remove("$schema")
        if let type = object["type"], type.string != "object" {
            throw ToolProblem("Its \(what) is not of type object.")
        }
        do throws(JSONSchema.Problem) { _ = try JSONSchema(.object(object)) } catch {
            throw ToolProblem("Its \(what) cannot be used: \(error)")
        }
        return .object(object)
    }
}

extension Tool.Effects {
    /// What explicit annotations claim; nil where they claim nothing.
    init?(claimedBy annotations: JSON?) {
        switch (annotations?["destructiveHint"]?.bool, annotations?["readOnlyHint"]?.bool) {
        case (true?, _): self = .destructive
        case (_, false?): self = .write
        case (_, true?): self = .read
        case (_, nil): return nil
        }
    }
}
