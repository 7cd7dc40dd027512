/// Which proxy a request takes.
package struct ProxyRules: Hashable, Sendable {
    /// For origins with TLS.
    package var https: Proxy?
    /// For origins without.
    package var http: Proxy?
    package var exceptions: ProxyExceptions

    package init(https: Proxy? = nil, http: Proxy? = nil, exceptions: ProxyExceptions = ProxyExceptions()) {
        self.https = https
        self.http = http
        self.exceptions = exceptions
    }

    /// Reads `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy`; lower case goes first.
    ///
    /// `HTTP_PROXY` does not count where `REQUEST_METHOD` is set: there a stranger's request sets it.
    init(environment: [String: String]) throws(HTTPConfigurationError) {
        let isInServer = environment["REQUEST_METHOD"] != nil
        let all = ["all_proxy", "ALL_PROXY"]
        https = try Self.proxy(["https_proxy", "HTTPS_PROXY"] + all, in: environment)
        http = try Self.proxy(["http_proxy"] + (isInServer ? [] : ["HTTP_PROXY"]) + all, in: environment)
        exceptions = ProxyExceptions(environment["no_proxy"] ?? environment["NO_PROXY"] ?? "")
    }

    /// The proxy for an origin; nil where the request goes straight there.
    ///
    /// This machine is never asked for through a proxy: its loopback is another one.
    package func proxy(for origin: Origin) -> Proxy? {
        guard !origin.isLoopback, !exceptions.cover(origin) else { return nil }
        return switch origin.scheme {
        case .http: http
        case .https: https
        }
    }

    private static func proxy(
        _ names: [String], in environment: [String: String]
    ) throws(HTTPConfigurationError) -> Proxy? {
        // A variable that is set and empty says: no proxy.
        guard let name = names.first(where: { environment[$0] != nil }), let text = environment[name], !text.isEmpty
        else { return nil }
        return try Proxy(text, variable: name)
    }
}
