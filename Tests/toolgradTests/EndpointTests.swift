import Engine
import Foundation
import Testing

@testable import toolgrad

@Suite("The settings about models")
struct EndpointTests {
    private func read(_ text: String) throws(SettingsProblem) -> ConfiguredModels {
        try Settings.read(text: text, file: "config.toml").models
    }

    /// What is wrong with a text; nil when nothing is.
    private func problem(_ text: String) -> String? {
        do throws(SettingsProblem) {
            _ = try read(text)
            return nil
        } catch {
            return "\(error)"
        }
    }

    /// What is wrong with an endpoint that has an address and these lines; the first of them is line 3.
    private func problem(inEndpoint lines: String) -> String? {
        problem("[endpoints.lab]\nbase_url = \"https://lab.example/v1\"\n" + lines)
    }

    @Test func `say nothing of models where they say nothing`() throws {
        #expect(try read("theme = \"dark\"") == ConfiguredModels())
    }

    @Test func `are all read`() throws {
        let models = try read(
            """
            model = "local/gemma"
            [endpoints.local]
            base_url = "http://127.0.0.1:8080/v1/"
            api_key_env = "LOCAL_KEY"
            structured = "tool"
            tools = "json"
            max_concurrency = 4
            headers = { "X-Team" = "data", "X-A" = "1" }
            first_byte_timeout = 7
            idle_timeout = 2.5
            total_timeout = 90
            max_tokens_field = "max_completion_tokens"
            [endpoints.gpu-box_2]
            base_url = "http://10.0.0.7:8000/v1"
            allow_http = true
            needs_key = false
            [models]
            propose = "gpu-box_2/meta-llama/Llama-3"
            synthesise = "gpt-4.1-mini"
            [prices."gpt-4.1-mini"]
            input = 0.40
            output = 1.60
            cached_input = 0.10
            [prices."odd name"]
            input = 2
            output = 0.000000001
            """)

        let local = try #require(models.endpoints["local"])
        let box = try #require(models.endpoints["gpu-box_2"])
        #expect(models.model == "local/gemma")
        #expect(models.stages == [.propose: "gpu-box_2/meta-llama/Llama-3", .synthesise: "gpt-4.1-mini"])
        #expect(local.name == "local")
        #expect("\(local.base)" == "http://127.0.0.1:8080/v1")
        #expect(local.key == .variable("LOCAL_KEY"))
        #expect((local.structured, local.tools) == (.tool, .json))
        #expect(local.mostAtOnce == 4)
        #expect(local.headers.map(\.name) == ["X-A", "X-Team"])
        #expect(local.headers.map(\.value) == ["1", "data"])
        #expect(local.deadlines.firstByte == .seconds(7))
        #expect(local.deadlines.idle == .milliseconds(2500))
        #expect(local.deadlines.total == .seconds(90))
        #expect(local.tokenLimitName == .maxCompletionTokens)
        #expect(box.allowsPlainHTTP && box.needsNoKey && !box.needsKey)
        #expect(
            models.priceTable[model: "gpt-4.1-mini"]
                == Price(
                    input: Money(nanodollars: 400_000_000), output: Money(nanodollars: 1_600_000_000),
                    cachedInput: Money(nanodollars: 100_000_000)))
        #expect(
            models.priceTable[model: "odd name"]
                == Price(input: Money(nanodollars: 2_000_000_000), output: Money(nanodollars: 1)))
        #expect(models.priceTable[model: "local/gemma"] == nil)
    }

    @Test func `take keys from a command or a file too`() throws {
        let models = try read(
            """
            endpoints.a.base_url = "https://a.example/v1"
            endpoints.a.api_key_cmd = "pass show a"
            endpoints.b = { base_url = "https://b.example", api_key_file = "~/.keys/b" }
            """)

        #expect(models.endpoints["a"]?.key == .command("pass show a"))
        #expect(models.endpoints["b"]?.key == .file(path: "~/.keys/b"))
        #expect(models.endpoints["b"]?.mostAtOnce == EndpointSettings.usualAtOnce)
    }

    @Test(arguments: [
        ("model = 3", "config.toml:1:9 \"model\" must be text in quotation marks"),
        (
            "model = \" a\"",
            "config.toml:1:9 \"model\" must be a model's name like \"local/gemma\", without blanks around it"
        ),
        (
            "endpoints = 3",
            "config.toml:1:13 \"endpoints\" must be a table like [endpoints.local] with base_url = \"http://127.0.0.1:8080/v1\""
        ),
        (
            "\n[endpoints.local]\ntools = \"auto\"",
            "config.toml:2:1 \"base_url\" is missing. Write it like base_url = \"http://127.0.0.1:8080/v1\""
        ),
        (
            "[endpoints.\"a/b\"]\nbase_url = \"https://a.example\"",
            "config.toml:1:1 \"a/b\" cannot be used: An endpoint's name has letters, digits, dots, dashes and underscores only."
        ),
        ("[models]\nplan = \"a\"", "config.toml:2:1 unknown setting \"plan\""),
        (
            "[models]\nselect = \"\"",
            "config.toml:2:10 \"select\" must be a model's name like \"local/gemma\", without blanks around it"
        ),
        (
            "[prices.m]\ninput = 1",
            "config.toml:1:1 \"output\" is missing. Write it like output = 0.40, dollars for a million tokens"
        ),
        (
            "[prices.m]\ninput = -1\noutput = 1",
            "config.toml:2:9 \"input\" must be dollars for a million tokens, like 0.40"
        ),
        (
            "[prices.m]\ninput = \"1\"\noutput = 1",
            "config.toml:2:9 \"input\" must be dollars for a million tokens, like 0.40"
        ),
        (
            "[prices.m]\ninput = nan\noutput = 1",
            "config.toml:2:9 \"input\" must be dollars for a million tokens, like 0.40"
        ),
        ("[prices.m]\ninputs = 1\noutput = 1", "config.toml:2:1 unknown setting \"inputs\" (input?)"),
    ])
    func `say what is wrong, where, and what was probably meant`(text: String, wanted: String) {
        #expect(problem(text) == wanted)
    }

    @Test(arguments: [
        ("bas_url = 1", "config.toml:3:1 unknown setting \"bas_url\" (base_url?)"),
        (
            "structured = \"schemas\"",
            "config.toml:3:14 \"structured\" cannot be \"schemas\" (schema?): it is one of auto, schema, tool, object, prompt"
        ),
        ("max_concurrency = 0", "config.toml:3:19 \"max_concurrency\" must be a whole number, 1 or more"),
        ("max_concurrency = 20000", "config.toml:3:19 \"max_concurrency\" must be a whole number from 1 to 10000"),
        ("idle_timeout = 0", "config.toml:3:16 \"idle_timeout\" must be seconds above 0, like 60"),
        ("total_timeout = inf", "config.toml:3:17 \"total_timeout\" must be seconds above 0, like 60"),
        ("headers = 3", "config.toml:3:11 \"headers\" must be a table like { \"X-Team\" = \"data\" }"),
        ("headers = { \"X-A\" = 3 }", "config.toml:3:11 \"X-A\" must be text in quotation marks"),
        (
            "headers = { Host = \"a\" }",
            "config.toml:3:1 \"Host\" cannot be used: toolgrad sets this header itself."
        ),
        (
            "headers = { \"X A\" = \"a\" }",
            "config.toml:3:1 \"X A\" cannot be used: A header's name has letters, digits, dots, dashes and underscores only."
        ),
        (
            "headers = { X-A = \"a\\r\\nHost: b\" }",
            "config.toml:3:1 \"X-A\" cannot be used: A header's value is printable ASCII on one line."
        ),
        (
            "api_key_env = \"A\"\napi_key_cmd = \"b\"",
            "config.toml:4:15 \"api_key_cmd\" cannot be used: The key has one source, and api_key_env names it already."
        ),
        (
            "api_key_cmd = \" \"",
            "config.toml:3:15 \"api_key_cmd\" cannot be used: Give a command that prints the key, like \"pass show local\"."
        ),
    ])
    func `say what is wrong with an endpoint`(lines: String, wanted: String) {
        #expect(problem(inEndpoint: lines) == wanted)
    }

    @Test(arguments: [
        "http://10.0.0.7/v1", "http://localhost.example/v1", "http://127.0.0.1.example/v1", "http://127.evil/v1",
    ])
    func `take plain http to another machine only on the user's word`(address: String) throws {
        let line = "endpoints.a.base_url = \"\(address)\""

        #expect(problem(line)?.hasPrefix("config.toml:1:24 \"base_url\" cannot be used: Plain http ") == true)
        #expect(try read(line + "\nendpoints.a.allow_http = true").endpoints["a"] != nil)
    }

    @Test(arguments: ["127.0.0.1", "localhost", "[::1]"])
    func `take plain http to this machine`(host: String) throws {
        let endpoint = try read("endpoints.a.base_url = \"http://\(host):8080/v1\"").endpoints["a"]

        #expect(endpoint?.needsKey == false)
    }

    /// Wherever people may put a key by mistake.
    @Test(arguments: [
        "api_key = \"sk-CANARY123\"", "API_KEY = \"sk-CANARY123\"", "key = \"sk-CANARY123\"", "token = 'sk-CANARY123'",
        "api_key_env = \"sk-CANARY123\"", "api_key_env = \"hf_CANARY123abc\"", "api_key_file = \"sk-CANARY123\"",
        "headers = { Authorization = \"Bearer sk-CANARY123\" }", "headers = { api-key = \"sk-CANARY123\" }",
        "headers = { X-Api-Key = \"sk-CANARY123\" }", "headers = { X-Key = \"sk-CANARY123\u{E9}\" }",
        "api_key = sk-CANARY123", "api_key_env = \"sk-CANARY123", "api_key_env = truCANARY123",
        "base_url = \"https://user:sk-CANARY123@lab.example/v1\"",
    ])
    func `hold no key, and show none that stands there by mistake`(line: String) throws {
        let text = try #require(problem(inEndpoint: line))

        #expect(text.hasPrefix("config.toml:"), "\(text)")
        #expect(!text.contains("CANARY"), "\(text)")
    }

    @Test func `say the three ways to give a key`() throws {
        let text = try #require(problem(inEndpoint: "api_key = \"sk-CANARY\""))

        #expect(text.hasPrefix("config.toml:3:1 \"api_key\" would hold a key, and no key may stand in this file. "))
        for way in ["api_key_env = \"LAB_KEY\"", "api_key_cmd = \"pass show lab\"", "api_key_file = \"~/.keys/lab\""] {
            #expect(text.contains(way))
        }
    }

    @Test func `ask 16 requests at once of an endpoint, unless said otherwise`() {
        #expect(EndpointSettings.usualAtOnce == 16)
    }
}
