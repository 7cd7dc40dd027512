/// Variables of a server's entry that decide which code runs, or where it is fetched from.
enum DecidingVariable {
    /// By which interpreters, linkers and shells load other code, and by which folders others find their settings.
    private static let names: Set = [
        "BASHOPTS", "BASH_ENV", "BROWSER", "CLASSPATH", "CONDA_PREFIX", "CORECLR_ENABLE_PROFILING",
        "CORECLR_PROFILER_PATH", "DOCKER_CONFIG", "DOCKER_CONTEXT", "DOCKER_HOST", "DOTNET_ADDITIONAL_DEPS",
        "DOTNET_ROOT", "DOTNET_STARTUP_HOOKS", "EDITOR", "ENV", "GCONV_PATH", "GIT_ASKPASS", "GIT_DIR", "GIT_EDITOR",
        "GIT_EXEC_PATH", "GIT_EXTERNAL_DIFF", "GIT_PAGER", "GIT_PROXY_COMMAND", "GIT_SEQUENCE_EDITOR", "GIT_SSH",
        "GIT_SSH_COMMAND", "GIT_TEMPLATE_DIR", "GLIBC_TUNABLES", "GOFLAGS", "GOPROXY", "GOSUMDB", "HOME", "IFS",
        "JAVA_HOME", "JAVA_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "LUA_CPATH", "LUA_INIT", "LUA_PATH",
        "MAKEFLAGS", "NODE_OPTIONS", "NODE_PATH", "NODE_REPL_EXTERNAL_MODULE", "OPENSSL_CONF", "OPENSSL_ENGINES",
        "OPENSSL_MODULES", "PAGER", "PATH", "PERL5DB", "PERL5LIB", "PERL5OPT", "PERLLIB", "PHPRC", "PHP_INI_SCAN_DIR",
        "PROMPT_COMMAND", "PS4", "RUBYLIB", "RUBYOPT", "SHELL", "SHELLOPTS", "SSH_ASKPASS", "VIRTUAL_ENV", "VISUAL",
        "XDG_CACHE_HOME", "XDG_CONFIG_DIRS", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "ZDOTDIR", "_JAVA_OPTIONS",
    ]

    /// Settings of those who fetch packages and run them, and of the dynamic linker; in any case, as npm reads its own.
    private static let families = [
        "bash_func_", "bun_", "bundle_", "cargo_", "corepack_", "deno_", "dyld_", "gem_", "git_config", "ld_", "mise_",
        "npm_config_", "pdm_", "pip_", "pipx_", "pnpm_", "poetry_", "python", "rustup_", "uv_", "volta_", "yarn_",
    ]

    /// Words by which a setting of a family is known as a key to something, and not as a place where code is.
    private static let secretWords = ["token", "passw", "secret", "credential", "_auth"]

    /// What is shown where nothing of a value may be seen.
    static let hidden = "<hidden>"

    /// Whether another value under this name may be other code.
    static func decides(_ name: String) -> Bool {
        if names.contains(name) { return true }
        let name = name.lowercased()
        return families.contains(where: name.hasPrefix) && !secretWords.contains(where: name.contains)
    }

    /// The value for people: without what stands before an `@` or after a `?` in an address, which may be secret.
    static func shown(_ value: String, of name: String) -> String {
        // What git is told so may be the header of a request.
        if name.hasPrefix("GIT_CONFIG_VALUE_") { return hidden }
        return value.split(separator: " ", omittingEmptySubsequences: false)
            .map { $0.contains("://") ? ShownAddress.text(of: String($0)) : String($0) }.joined(separator: " ")
    }
}

/// An address for people.
enum ShownAddress {
    /// Leaves out what may be secret: a password, and what stands after `?`.
    static func text(of url: String) -> String {
        let (address, query) = url.parted(at: "?")
        guard let start = address.range(of: "://")?.upperBound else { return address }
        let end = address[start...].firstIndex(of: "/") ?? address.endIndex
        let host = address[start..<end].split(separator: "@").last.map(String.init) ?? ""
        return address[..<start] + host + address[end...] + (query == nil ? "" : "?<hidden>")
    }
}
