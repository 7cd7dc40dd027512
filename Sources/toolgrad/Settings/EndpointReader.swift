import Foundation
import HTTPTransport

/// Makes one endpoint of its table.
struct EndpointReader {
    let table: SettingsTable
    let name: String

    enum Name: String, CaseIterable {
        case baseURL = "base_url"
        case keyVariable = "api_key_env"
        case keyCommand = "api_key_cmd"
        case keyFile = "api_key_file"
        case needsKey = "needs_key"
        case structured, tools, headers
        case maxConcurrency = "max_concurrency"
        case allowHTTP = "allow_http"
        case firstByteTimeout = "first_byte_timeout"
        case idleTimeout = "idle_timeout"
        case totalTimeout = "total_timeout"
        case maxTokensField = "max_tokens_field"
    }

    /// Names under which people write a key itself.
    private static let literalKeys: Set = ["api_key", "apikey", "api-key", "key", "token", "secret", "bearer"]
    /// Whoever reads this long has asked too much of one answer.
    private static let longestTimeout = 86_400.0
    private static let mostAtOnce = 10_000

    func endpoint() throws(SettingsProblem) -> EndpointSettings {
        if let key = table.keys.first(where: { Self.literalKeys.contains($0.lowercased()) }) {
            throw .literalKey(table.keyPlace(key), key: key, endpoint: name)
        }
        let names: [Name] = try table.names()
        guard names.contains(.baseURL) else {
            throw .missing(table.place, key: Name.baseURL.rawValue, example: "base_url = \"http://127.0.0.1:8080/v1\"")
        }
        var endpoint = EndpointSettings(name: name, base: try baseURL())
        endpoint.key = try key(among: names)
        for name in names { try set(name, in: &endpoint) }
        if endpoint.isInsecure {
            throw unusable(.baseURL, EndpointProblem.insecure(endpoint.base.origin).advice)
        }
        return endpoint
    }

    private func set(_ name: Name, in endpoint: inout EndpointSettings) throws(SettingsProblem) {
        switch name {
        // Read before.
        case .baseURL, .keyVariable, .keyCommand, .keyFile: return
        case .needsKey: endpoint.needsNoKey = try !table.flag(name.rawValue)
        case .structured: endpoint.structured = try table.choice(name.rawValue)
        case .tools: endpoint.tools = try table.choice(name.rawValue)
        case .headers: endpoint.headers = try headers()
        case .maxConcurrency: endpoint.mostAtOnce = try concurrency()
        case .allowHTTP: endpoint.allowsPlainHTTP = try table.flag(name.rawValue)
        case .firstByteTimeout: endpoint.deadlines.firstByte = try duration(name)
        case .idleTimeout: endpoint.deadlines.idle = try duration(name)
        case .totalTimeout: endpoint.deadlines.total = try duration(name)
        case .maxTokensField: endpoint.tokenLimitName = try table.choice(name.rawValue)
        }
    }

    private func baseURL() throws(SettingsProblem) -> BaseURL {
        let text = try table.text(Name.baseURL.rawValue)
        do { return try BaseURL(text) } catch { throw unusable(.baseURL, "\(error)") }
    }

    private func concurrency() throws(SettingsProblem) -> Int {
        let count = try table.count(Name.maxConcurrency.rawValue, from: 1)
        guard count <= Self.mostAtOnce else {
            throw table.wrong(Name.maxConcurrency.rawValue, "a whole number from 1 to \(Self.mostAtOnce)")
        }
        return count
    }

    private func duration(_ name: Name) throws(SettingsProblem) -> Duration {
        guard let seconds = table.number(name.rawValue), seconds > 0, seconds <= Self.longestTimeout else {
            throw table.wrong(name.rawValue, "seconds above 0, like 60")
        }
        return .milliseconds(Int(seconds * 1000))
    }

    func unusable(_ name: Name, _ reason: String) -> SettingsProblem {
        .unusable(table.valuePlace(name.rawValue), key: name.rawValue, reason: reason)
    }
}
