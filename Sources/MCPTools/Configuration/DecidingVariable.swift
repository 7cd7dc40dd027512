import Foundation

/// Variables of a server's entry that decide which code runs, or where it is fetched from.
enum DecidingVariable {
    /// By which interpreters, linkers and shells load other code, by which folders others find their settings, and by
    /// which proxies and certificates packages come from somebody else.
    private static let names: Set = [
        "ALL_PROXY", "BASHOPTS", "BASH_ENV", "BROWSER", "CLASSPATH", "CONDA_PREFIX", "CORECLR_ENABLE_PROFILING",
        "CORECLR_PROFILER_PATH", "CURL_CA_BUNDLE", "CURL_HOME", "DOCKER_CONFIG", "DOCKER_CONTEXT", "DOCKER_HOST",
        "DOTNET_ADDITIONAL_DEPS",
        "DOTNET_ROOT", "DOTNET_STARTUP_HOOKS", "EDITOR", "ENV", "GCONV_PATH", "GIT_ASKPASS", "GIT_DIR", "GIT_EDITOR",
        "GIT_EXEC_PATH", "GIT_EXTERNAL_DIFF", "GIT_PAGER", "GIT_PROXY_COMMAND", "GIT_SEQUENCE_EDITOR", "GIT_SSH",
        "GIT_SSH_COMMAND", "GIT_TEMPLATE_DIR", "GLIBC_TUNABLES", "GOFLAGS", "GOPROXY", "GOSUMDB", "HOME", "HTTPS_PROXY",
        "HTTP_PROXY", "IFS",
        "JAVA_HOME", "JAVA_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "LUA_CPATH", "LUA_INIT", "LUA_PATH",
        "MAKEFLAGS", "NODE_EXTRA_CA_CERTS", "NODE_OPTIONS", "NODE_PATH", "NODE_REPL_EXTERNAL_MODULE", "OPENSSL_CONF",
        "OPENSSL_ENGINES",
        "OPENSSL_MODULES", "PAGER", "PATH", "PERL5DB", "PERL5LIB", "PERL5OPT", "PERLLIB", "PHPRC", "PHP_INI_SCAN_DIR",
        "PROMPT_COMMAND", "PS4", "REQUESTS_CA_BUNDLE", "RUBYLIB", "RUBYOPT", "SHELL", "SHELLOPTS", "SSH_ASKPASS",
        "SSL_CERT_DIR", "SSL_CERT_FILE", "VIRTUAL_ENV", "VISUAL",
        "XDG_CACHE_HOME", "XDG_CONFIG_DIRS", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "ZDOTDIR", "_JAVA_OPTIONS",
        "all_proxy",
        "http_proxy", "https_proxy",
    ]

    /// Settings of those who fetch packages and run them, and of the dynamic linker; in any case, as npm reads its own.
    private static let families = [
        "bash_func_", "bun_", "bundle_", "cargo_", "corepack_", "deno_", "dyld_", "gem_", "git_config", "ld_", "mise_",
        "npm_config_", "pdm_", "pip_", "pipx_", "pnpm_", "poetry_", "python", "rustup_", "uv_", "volta_", "yarn_",
    ]

    /// Words by which a setting of a family is known as a key to something, and not as a place where code is.
    private static let secretWords = ["token", "passw", "secret", "credential", "_auth"]

    /// Words by which a setting of a family is a program that is asked for a key.
    private static let programWords = ["provider", "helper"]

    /// What is shown where nothing of a value may be seen.
    static let hidden = "<hidden>"

    /// Whether another value under this name may be other code.
    static func decides(_ name: String) -> Bool {
        if names.contains(name) { return true }
        let name = name.lowercased()
        guard families.contains(where: name.hasPrefix) else { return false }
        return programWords.contains(where: name.contains) || !secretWords.contains(where: name.contains)
    }

    /// The value for people: without what stands before an `@` or after a `?` in an address, which may be secret.
    static func shown(_ value: String, of name: String) -> String {
        // What git is told so may be the header of a request.
        if name.hasPrefix("GIT_CONFIG_VALUE_") { return hidden }
        // Proxies are found without a scheme too.
        let isProxy = name.lowercased().hasSuffix("proxy")
        return value.split(separator: " ", omittingEmptySubsequences: false)
            .map { isProxy || $0.contains("://") ? ShownAddress.text(of: String($0)) : String($0) }
            .joined(separator: " ")
    }
}

/// An address for people.
enum ShownAddress {
    /// Leaves out what may be secret: a password, and what stands after `?`.
    static func text(of url: String) -> String {
        let (address, query) = url.parted(at: "?")
        let start = address.range(of: "://")?.upperBound ?? address.startIndex
        let end = address[start...].firstIndex(of: "/") ?? address.endIndex
        let host = address[start..<end].split(separator: "@").last.map(String.init) ?? ""
        return address[..<start] + host + address[end...] + (query == nil ? "" : "?<hidden>")
    }

    /// What may be secret, each text as it is written and as it is meant: who one is there, the password of it, and the
    /// values after `?`.
    static func secrets(of url: String) -> [HiddenText] {
        let (address, query) = url.parted(at: "?")
        let values = (query ?? "").parted(at: "#").0.split(separator: "&").map { member in
            let (name, value) = String(member).parted(at: "=")
            return value ?? name
        }
        let written = userInformation(of: address) + values
        return (written + written.compactMap(\.removingPercentEncoding)).map(HiddenText.init)
    }

    private static func userInformation(of address: String) -> [String] {
        let start = address.range(of: "://")?.upperBound ?? address.startIndex
        let authority = address[start...].prefix { $0 != "/" }
        guard let end = authority.lastIndex(of: "@") else { return [] }
        let whole = String(authority[..<end])
        return [whole, whole.parted(at: ":").1].compactMap(\.self)
    }
}
