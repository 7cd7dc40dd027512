import HTTPTransport
import Testing

@Suite("The configuration of requests")
struct HTTPConfigurationTests {
    private let api = Origin(scheme: .https, host: "api.example.com", port: 443)
    private let plain = Origin(scheme: .http, host: "models.example.com", port: 8_000)

    private func proxy(for origin: Origin, _ environment: [String: String]) throws -> Proxy? {
        try HTTPConfiguration(environment: environment).proxies.proxy(for: origin)
    }

    @Test func `is without proxies and extra authorities in an empty environment`() throws {
        #expect(try HTTPConfiguration(environment: [:]) == HTTPConfiguration())
    }

    @Test(arguments: ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"])
    func `takes the proxy for TLS from its variables`(name: String) throws {
        #expect(try proxy(for: api, [name: "http://proxy:3128"]) == Proxy(host: "proxy", port: 3_128))
    }

    @Test(arguments: ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"])
    func `takes the proxy for plain http from its variables`(name: String) throws {
        #expect(try proxy(for: plain, [name: "http://proxy:3128"]) == Proxy(host: "proxy", port: 3_128))
    }

    @Test func `keeps the two apart`() throws {
        #expect(try proxy(for: api, ["http_proxy": "http://proxy:3128"]) == nil)
        #expect(try proxy(for: plain, ["https_proxy": "http://proxy:3128"]) == nil)
    }

    @Test func `prefers lower case, and the own variable to the one for all`() throws {
        let environment = ["https_proxy": "a:1", "HTTPS_PROXY": "b:2", "all_proxy": "c:3"]

        #expect(try proxy(for: api, environment)?.host == "a")
        #expect(try proxy(for: plain, environment)?.host == "c")
        #expect(try proxy(for: api, ["https_proxy": "", "all_proxy": "c:3"]) == nil)
    }

    @Test func `does not believe HTTP_PROXY inside a web server`() throws {
        let environment = ["HTTP_PROXY": "http://stranger:1", "REQUEST_METHOD": "GET"]

        #expect(try proxy(for: plain, environment) == nil)
    }

    @Test(arguments: [
        ("proxy", Proxy(host: "proxy", port: 80)), ("proxy:3128", Proxy(host: "proxy", port: 3_128)),
        ("http://Proxy:3128/", Proxy(host: "proxy", port: 3_128)),
        ("http://[::1]:3128", Proxy(host: "::1", port: 3_128)),
        ("socks5://proxy", Proxy(.socks5, host: "proxy", port: 1_080)),
        ("socks5h://proxy:9", Proxy(.socks5, host: "proxy", port: 9)),
        ("http://me:p%40ss%3A@proxy:1", Proxy(host: "proxy", port: 1, credentials: Secret("me:p@ss:"))),
        ("http://me@proxy:1", Proxy(host: "proxy", port: 1, credentials: Secret("me:"))),
        ("http://me:a@b@proxy:1", Proxy(host: "proxy", port: 1, credentials: Secret("me:a@b"))),
    ])
    func `reads the address of a proxy`(text: String, expected: Proxy) throws {
        #expect(try proxy(for: api, ["https_proxy": text]) == expected)
    }

    @Test(arguments: [
        (
            "http://me:hunter2@proxy:x",
            "The variable https_proxy names no proxy. Write it as http://host:port, or unset it."
        ),
        ("http://me:hunter2@", "The variable https_proxy names no proxy. Write it as http://host:port, or unset it."),
        (
            "https://me:hunter2@proxy:1",
            "The variable https_proxy names a proxy of the kind https, which is not supported. Write it as "
                + "http://host:port or socks5://host:port."
        ),
    ])
    func `says which variable is wrong without quoting its password`(text: String, message: String) {
        let error = #expect(throws: HTTPConfigurationError.self) {
            try HTTPConfiguration(environment: ["https_proxy": text])
        }

        #expect(error?.description == message)
    }

    @Test func `does not print the password of a proxy`() throws {
        let configuration = try HTTPConfiguration(environment: ["all_proxy": "http://me:hunter2@proxy:1"])

        #expect(!String(reflecting: configuration).contains("hunter2"))
        #expect(!"\(configuration)".contains("hunter2"))
    }

    @Test(arguments: [
        ("*", true), ("example.com", true), (".example.com", true), ("*.example.com", true), ("API.Example.com", true),
        ("a.test, api.example.com", true), ("a.test api.example.com", true), ("api.example.com:443", true),
        ("api.example.com:444", false), ("ample.com", false), ("other.api.example.com", false), ("", false),
        (",, ,", false), ("10.0.0.0/8", false), ("example.com/8", false),
    ])
    func `leaves out hosts that no_proxy lists`(list: String, isDirect: Bool) throws {
        for name in ["no_proxy", "NO_PROXY"] {
            #expect(try (proxy(for: api, ["https_proxy": "proxy:1", name: list]) == nil) == isDirect)
        }
    }

    @Test(arguments: [
        ("10.0.0.0/8", "10.1.2.3", true), ("10.0.0.0/8", "11.1.2.3", false), ("10.1.2.3", "10.1.2.3", true),
        ("192.168.4.0/22", "192.168.7.255", true), ("192.168.4.0/22", "192.168.8.0", false),
        ("0.0.0.0/0", "9.9.9.9", true),
        ("10.0.0.0/33", "10.0.0.1", false), ("2001:db8::1", "2001:db8::1", true),
        ("[2001:db8::1]:8000", "2001:db8::1", true),
    ])
    func `leaves out addresses and networks that no_proxy lists`(list: String, host: String, isDirect: Bool) throws {
        let origin = Origin(scheme: .http, host: host, port: 8_000)

        #expect(try (proxy(for: origin, ["http_proxy": "proxy:1", "no_proxy": list]) == nil) == isDirect)
    }

    @Test(arguments: ["localhost", "127.0.0.1", "::1"])
    func `never asks a proxy for this machine`(host: String) throws {
        #expect(try proxy(for: Origin(scheme: .http, host: host, port: 80), ["http_proxy": "proxy:1"]) == nil)
    }

    @Test func `takes authorities from three variables, each once`() throws {
        let environment = ["SSL_CERT_FILE": "/a.pem", "CURL_CA_BUNDLE": "/b.pem", "REQUESTS_CA_BUNDLE": "/a.pem"]

        #expect(try HTTPConfiguration(environment: environment).authorityFiles == ["/a.pem", "/b.pem"])
        #expect(try HTTPConfiguration(environment: ["SSL_CERT_FILE": ""]).authorityFiles.isEmpty)
    }

    @Test func `names the file of authorities that cannot be read`() {
        let error = #expect(throws: HTTPConfigurationError.self) {
            try AsyncHTTPSender(HTTPConfiguration(authorityFiles: ["/nowhere/ca.pem"]))
        }

        #expect(
            error?.description == "The certificates in /nowhere/ca.pem cannot be read: there is no such file. Check "
                + "SSL_CERT_FILE, CURL_CA_BUNDLE and REQUESTS_CA_BUNDLE.")
    }
}

@Suite("A secret")
struct SecretTests {
    private let secret = Secret("sk-\"a/b\\c+d=é")

    @Test func `cannot be printed`() {
        #expect("\(secret)" == "<secret>")
        #expect(String(reflecting: secret) == "<secret>")
        #expect(String(describing: ["key": secret]).contains("sk-") == false)
        var dumped = ""
        dump(secret, to: &dumped)
        #expect(!dumped.contains("sk-"))
    }

    @Test(arguments: [
        "sk-\"a/b\\c+d=é", #"sk-\"a/b\\c+d=é"#, #"sk-\"a\/b\\c+d=é"#, "sk-%22a%2Fb%5Cc%2Bd%3D%C3%A9",
        "c2stImEvYlxjK2Q9w6k=",
    ])
    func `is taken out of texts in all its forms`(form: String) {
        #expect(secret.masked(in: "Wrong key \(form), twice \(form).") == "Wrong key <secret>, twice <secret>.")
    }

    @Test func `that is very short stays, for it would take out everything`() {
        #expect(Secret("abc").masked(in: "abcdef") == "abcdef")
        #expect(Secret("").masked(in: "abcdef") == "abcdef")
    }
}
