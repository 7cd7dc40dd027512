import Engine
import Foundation

/// Makes the settings about models of a parsed file.
struct ModelSettingsReader {
    let table: SettingsTable

    private enum Name {
        static let model = "model"
        static let stages = "models"
        static let endpoints = "endpoints"
        static let prices = "prices"
    }

    private enum PriceName: String, CaseIterable {
        case input, output
        case cachedInput = "cached_input"
    }

    func models() throws(SettingsProblem) -> ConfiguredModels {
        var models = ConfiguredModels()
        if table.has(Name.model) { models.model = try model(Name.model, in: table) }
        models.stages = try stages()
        models.endpoints = try endpoints()
        models.prices = try prices()
        return models
    }

    private func model(_ key: String, in table: SettingsTable) throws(SettingsProblem) -> String {
        let name = try table.text(key)
        guard ModelName.isUsable(name) else {
            throw table.wrong(key, "a model's name like \"local/gemma\", without blanks around it")
        }
        return name
    }

    private func stages() throws(SettingsProblem) -> [ModelStage: String] {
        guard table.has(Name.stages) else { return [:] }
        let inner = try table.inner(Name.stages, example: "[models] with propose = \"local/big\"")
        let names: [ModelStage] = try inner.names()
        var stages: [ModelStage: String] = [:]
        for stage in names { stages[stage] = try model(stage.rawValue, in: inner) }
        return stages
    }

    private func endpoints() throws(SettingsProblem) -> [String: EndpointSettings] {
        guard table.has(Name.endpoints) else { return [:] }
        let inner = try table.inner(
            Name.endpoints, example: "[endpoints.local] with base_url = \"http://127.0.0.1:8080/v1\"")
        var endpoints: [String: EndpointSettings] = [:]
        for name in inner.keys {
            guard ModelName.isUsableForEndpoint(name) else {
                throw .unusable(
                    inner.keyPlace(name), key: name,
                    reason: "An endpoint's name has letters, digits, dots, dashes and underscores only.")
            }
            let example = "[endpoints.\(name)] with base_url = \"http://127.0.0.1:8080/v1\""
            let reader = EndpointReader(table: try inner.inner(name, example: example), name: name)
            endpoints[name] = try reader.endpoint()
        }
        return endpoints
    }

    private func prices() throws(SettingsProblem) -> [String: Price] {
        guard table.has(Name.prices) else { return [:] }
        let example = "[prices.\"gpt-4.1-mini\"] with input = 0.40 and output = 1.60"
        let inner = try table.inner(Name.prices, example: example)
        var prices: [String: Price] = [:]
        for model in inner.keys { prices[model] = try price(in: try inner.inner(model, example: example)) }
        return prices
    }

    private func price(in table: SettingsTable) throws(SettingsProblem) -> Price {
        let names: [PriceName] = try table.names()
        for needed in [PriceName.input, .output] where !names.contains(needed) {
            throw .missing(
                table.place, key: needed.rawValue, example: "\(needed.rawValue) = 0.40, dollars for a million tokens")
        }
        let cached = names.contains(.cachedInput) ? try dollars(.cachedInput, in: table) : nil
        return Price(
            input: try dollars(.input, in: table), output: try dollars(.output, in: table), cachedInput: cached)
    }

    private func dollars(_ name: PriceName, in table: SettingsTable) throws(SettingsProblem) -> Money {
        guard let number = table.number(name.rawValue), number >= 0,
            let money = Money(dollars: String(format: "%.9f", number))
        else { throw table.wrong(name.rawValue, "dollars for a million tokens, like 0.40") }
        return money
    }
}

/// What may name a model or an endpoint.
enum ModelName {
    static func isUsable(_ name: String) -> Bool {
        let isPrintable = name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
        return isPrintable && !name.isEmpty && name == name.trimmingCharacters(in: .whitespaces)
    }

    /// An endpoint's name ends at the first slash of `endpoint/model`.
    static func isUsableForEndpoint(_ name: String) -> Bool {
        !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
    }
}
