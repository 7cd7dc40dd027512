import Engine

/// A tool as a bare function, its schema written so that LLaMA-Factory's default tool prompt can be made from it.
///
/// That prompt reads the properties at the root, and joins their `enum` as strings; it fails where there are no
/// properties, where a value of an `enum` is not a string, and where a schema is `true`, `false` or a list. So
/// - missing `properties` become empty ones,
/// - an `enum` with other values than strings moves into `allOf`, where it means the same, and the description names
///   its values, since that prompt would not show them any more,
/// - a property `true` becomes `{}`, and `false` becomes `{"not":{}}`,
/// - `items` that are `true` go, and a list of them becomes `prefixItems`, its `additionalItems` the `items`.
struct LLaMAFactoryTool {
    let json: JSON

    init(_ tool: Tool, named name: String) {
        var function = tool.function(named: name)["function"]?.object ?? [:]
        var parameters = function["parameters"]?.object ?? [:]
        let properties = parameters["properties"]?.object?.members ?? []
        parameters.set(
            "properties",
            .object(JSON.Object(properties.map { .init(key: $0.key, value: Self.showable($0.value)) })))
        function.set("parameters", .object(parameters))
        json = .object(function)
    }

    private static func showable(_ schema: JSON) -> JSON {
        guard var schema = schema.object else { return schema.bool == false ? ["not": [:]] : [:] }
        if let values = schema["enum"], !values.isListOfStrings { schema.moveEnum(values) }
        if let items = schema["items"], items.object == nil { schema.moveItems(items) }
        return .object(schema)
    }
}

extension JSON {
    fileprivate var isListOfStrings: Bool {
        array?.allSatisfy { $0.string != nil } ?? false
    }
}

extension JSON.Object {
    fileprivate mutating func moveEnum(_ values: JSON) {
        remove("enum")
        let words = "One of \((values.array ?? [values]).map(\.compactText).joined(separator: ", "))."
        set("description", .string((self["description"]?.string).map { $0.asSentence + words } ?? words))
        set("allOf", .array((self["allOf"]?.array ?? []) + [["enum": values]]))
    }

    /// A list is what older drafts wrote for `prefixItems`, with `additionalItems` for the rest.
    fileprivate mutating func moveItems(_ items: JSON) {
        guard let list = items.array else {
            if items == true { remove("items") }
            return
        }
        let rest = self["additionalItems"] ?? true
        remove("additionalItems")
        set("prefixItems", .array(list))
        if rest == true { remove("items") } else { set("items", rest) }
    }
}

extension String {
    /// Ended, and ready for another sentence; empty when it is.
    fileprivate var asSentence: String {
        guard let last = last(where: { !$0.isWhitespace }) else { return "" }
        let isEnded = ".!?:;".contains(last)
        return self + (isEnded ? " " : ". ")
    }
}
