/// How requests leave this machine.
package struct HTTPConfiguration: Hashable, Sendable {
    /// Where http without TLS may go.
    package enum PlainHTTP: Hashable, Sendable {
        /// To this machine only.
        case loopback
        /// Everywhere; keys and texts can be read on the way.
        case anywhere
    }

    package var proxies: ProxyRules
    /// Files or folders with certificates (PEM) that are trusted besides those of the system.
    package var authorityFiles: [String]
    /// Requests under way at once to one origin; more wait their turn.
    package var connectionsPerHost: Int
    package var plainHTTP: PlainHTTP

    package init(
        proxies: ProxyRules = ProxyRules(), authorityFiles: [String] = [], connectionsPerHost: Int = 64,
        plainHTTP: PlainHTTP = .loopback
    ) {
        self.proxies = proxies
        self.authorityFiles = authorityFiles
        self.connectionsPerHost = connectionsPerHost
        self.plainHTTP = plainHTTP
    }

    /// Reads the usual variables of an environment.
    ///
    /// They are `https_proxy`, `http_proxy`, `all_proxy`, `no_proxy` (in either case), `SSL_CERT_FILE`,
    /// `CURL_CA_BUNDLE` and `REQUESTS_CA_BUNDLE`.
    package init(environment: [String: String]) throws(HTTPConfigurationError) {
        self.init(proxies: try ProxyRules(environment: environment))
        for name in ["SSL_CERT_FILE", "CURL_CA_BUNDLE", "REQUESTS_CA_BUNDLE"] {
            guard let path = environment[name], !path.isEmpty, !authorityFiles.contains(path) else { continue }
            authorityFiles.append(path)
        }
    }
}

/// What is wrong with the configuration of requests; no password is quoted.
package enum HTTPConfigurationError: Error, Hashable, Sendable {
    /// The variable that names it.
    case proxy(variable: String)
    case proxyScheme(variable: String, scheme: String)
    case authorities(path: String, reason: String)
}

extension HTTPConfigurationError: CustomStringConvertible {
    /// What is wrong, on what, and what to do.
    package var description: String {
        switch self {
        case .proxy(let variable):
            "The variable \(variable) names no proxy. Write it as http://host:port, or unset it."
        case .proxyScheme(let variable, let scheme):
            "The variable \(variable) names a proxy of the kind \(scheme), which is not supported. Write it as "
                + "http://host:port or socks5://host:port."
        case .authorities(let path, let reason):
            "The certificates in \(path) cannot be read: \(reason). Check SSL_CERT_FILE, CURL_CA_BUNDLE and "
                + "REQUESTS_CA_BUNDLE."
        }
    }
}
