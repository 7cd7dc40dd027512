import HTTPTransport
import Testing

@Suite("A base URL")
struct BaseURLTests {
    @Test(arguments: [
        ("https://api.example.com/v1", Origin(scheme: .https, host: "api.example.com", port: 443), "/v1"),
        ("https://api.example.com/v1/", Origin(scheme: .https, host: "api.example.com", port: 443), "/v1"),
        ("https://api.example.com/a/b///", Origin(scheme: .https, host: "api.example.com", port: 443), "/a/b"),
        ("https://api.example.com", Origin(scheme: .https, host: "api.example.com", port: 443), ""),
        ("https://api.example.com/", Origin(scheme: .https, host: "api.example.com", port: 443), ""),
        ("http://localhost:8080/v1", Origin(scheme: .http, host: "localhost", port: 8_080), "/v1"),
        ("HTTP://LocalHost:8080/V1", Origin(scheme: .http, host: "localhost", port: 8_080), "/V1"),
        ("http://localhost:/v1", Origin(scheme: .http, host: "localhost", port: 80), "/v1"),
        ("http://[::1]:8080/v1", Origin(scheme: .http, host: "::1", port: 8_080), "/v1"),
        ("https://[2001:DB8::1]", Origin(scheme: .https, host: "2001:db8::1", port: 443), ""),
        ("  https://api.example.com/v1\n", Origin(scheme: .https, host: "api.example.com", port: 443), "/v1"),
        (
            "https://x.example.com/v1beta/a@b:c", Origin(scheme: .https, host: "x.example.com", port: 443),
            "/v1beta/a@b:c"
        ),
    ])
    func `has an origin and a prefix`(text: String, origin: Origin, prefix: String) throws {
        let url = try BaseURL(text)

        #expect(url.origin == origin)
        #expect(url.prefix == prefix)
    }

    @Test func `puts the prefix before a path`() throws {
        #expect(try BaseURL("https://a.example/v1/").appending("/chat/completions") == "/v1/chat/completions")
        #expect(try BaseURL("https://a.example").appending("/models") == "/models")
        #expect(try BaseURL("https://a.example/v1").appending("models") == "/v1/models")
    }

    @Test(arguments: [
        "https://api.example.com/v1", "http://localhost:8080", "http://[::1]:8080/v1", "https://[2001:db8::1]",
    ])
    func `is written as it can be read`(text: String) throws {
        #expect(try BaseURL(text).description == text)
    }

    @Test(arguments: [
        ("", "The base URL is empty. Write one such as https://api.example.com/v1."),
        ("api.example.com/v1", "The base URL has no scheme. Write https://api.example.com/v1."),
        ("localhost:8080/v1", "The base URL has no scheme. Write http://localhost:8080/v1."),
        ("127.0.0.1:8080", "The base URL has no scheme. Write http://127.0.0.1:8080."),
        ("//x", "The base URL has no scheme. Write one such as https://api.example.com/v1."),
        (
            "ftp://example.com",
            "The base URL begins with ftp://, which is not supported. Write https://, or http:// for a server on this "
                + "machine."
        ),
        ("https:///v1", "The base URL has no host. Write one such as https://api.example.com/v1."),
        ("https://:8080/v1", "The base URL has no host. Write one such as https://api.example.com/v1."),
        (
            "https://a b/v1",
            "The base URL has a host that cannot be one: a b. Write letters, digits, - and ., a name in other scripts "
                + "in its xn-- form, and an IPv6 address in brackets."
        ),
        (
            "http://::1/v1",
            "The base URL has no host. Write one such as https://api.example.com/v1."
        ),
        (
            "http://fe80::1/v1",
            "The base URL has an IPv6 address without brackets: fe80::1. Write it as [fe80::1]."
        ),
        (
            "http://localhost:80a/v1",
            "The base URL has a port that cannot be one: 80a. Write a number from 1 to 65535."
        ),
        ("http://localhost:0", "The base URL has a port that cannot be one: 0. Write a number from 1 to 65535."),
        (
            "http://localhost:65536",
            "The base URL has a port that cannot be one: 65536. Write a number from 1 to 65535."
        ),
        (
            "http://localhost:99999999999999999999",
            "The base URL has a port that cannot be one: 99999999999999999999. Write a number from 1 to 65535."
        ),
        ("https://a.example/v1#x", "The base URL contains a # part. Leave it out."),
        (
            "https://a.example/v 1",
            "The base URL has a path with spaces or characters other than ASCII: /v 1. Write those as %20 and so on."
        ),
    ])
    func `says what is wrong and what to write`(text: String, message: String) {
        let error = #expect(throws: BaseURLError.self) { try BaseURL(text) }

        #expect(error?.description == message)
    }

    @Test(arguments: [
        "https://user:hunter2@api.example.com/v1", "https://hunter2@api.example.com", "hunter2@api.example.com/v1",
        "https://api.example.com/v1?key=hunter2", "api.example.com?key=hunter2", "https://a:hunter2@b:99999/v1",
    ])
    func `never quotes a password or a query`(text: String) {
        let error = #expect(throws: BaseURLError.self) { try BaseURL(text) }

        #expect(error.map { "\($0)" }?.contains("hunter2") == false)
        #expect(error.map { String(reflecting: $0) }?.contains("hunter2") == false)
    }

    @Test(arguments: [
        ("localhost", true), ("127.0.0.1", true), ("127.8.9.1", true), ("::1", true), ("127.0.0.1.example.com", false),
        ("localhost.example.com", false), ("10.0.0.1", false), ("example.com", false),
    ])
    func `knows this machine`(host: String, isLoopback: Bool) {
        #expect(Origin(scheme: .http, host: host, port: 80).isLoopback == isLoopback)
    }
}
