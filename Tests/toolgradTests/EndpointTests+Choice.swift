import Engine
import Testing

@testable import toolgrad

@Suite("The choice of models")
struct EndpointChoiceTests {
    private let key = ["OPENAI_API_KEY": "sk-CANARY123"]

    private func configured(_ text: String) throws -> ConfiguredModels {
        try Settings.read(text: text, file: "config.toml").models
    }

    private let two = """
        [endpoints.local]
        base_url = "http://127.0.0.1:8080/v1"
        [endpoints.openai]
        base_url = "https://proxy.example/v1"
        api_key_env = "PROXY_KEY"
        """

    private func choice(
        _ model: String? = nil, at baseURL: String? = nil, _ text: String = "", _ environment: [String: String] = [:]
    ) throws -> ModelChoice? {
        try ModelChoice.resolve(
            ModelWish(model: model, baseURL: baseURL), try configured(text),
            ModelEnvironment(environment: environment))
    }

    /// Endpoint and model of every stage, where all are the same.
    private func one(_ choice: ModelChoice?) throws -> String {
        let models = try #require(choice).models
        #expect(Set(models.all).count == 1)
        return "\(models.propose.endpoint.base) \(models.propose.name)"
    }

    @Test func `is the offline planner where nobody names a model, whatever keys there are`() throws {
        #expect(try choice() == nil)
        #expect(try choice("", key.merging(["OPENAI_BASE_URL": "https://a.example"]) { $1 }) == nil)
        #expect(try choice(nil, at: nil, two, key) == nil)
        #expect(try choice("offline", at: nil, "model = \"local/a\"\n" + two) == nil)
        #expect(try choice(nil, at: nil, "model = \"offline\"") == nil)
    }

    private func choice(_ text: String, _ environment: [String: String]) throws -> ModelChoice? {
        try choice(nil, at: nil, text, environment)
    }

    @Test func `asks OpenAI by default, with its key`() throws {
        let choice = try choice("gpt-4.1-mini", at: nil, "", key)

        #expect(try one(choice) == "https://api.openai.com/v1 gpt-4.1-mini")
        #expect(choice?.endpoints.map(\.key) == [.variable("OPENAI_API_KEY")])
    }

    @Test func `asks where the environment says, unless an option says another place`() throws {
        let environment = key.merging(["OPENAI_BASE_URL": "https://env.example/v1"]) { $1 }

        #expect(try one(try choice("m", at: nil, two, environment)) == "https://env.example/v1 m")
        #expect(
            try one(try choice("m", at: "https://option.example", two, environment)) == "https://option.example m")
        #expect(try one(try choice("local/m", at: nil, two, environment)) == "http://127.0.0.1:8080/v1 m")
    }

    @Test func `takes what is before the first slash as an endpoint only where there is one`() throws {
        #expect(
            try one(try choice("local/meta-llama/Llama-3", at: nil, two))
                == "http://127.0.0.1:8080/v1 meta-llama/Llama-3")
        #expect(
            try one(try choice("meta-llama/Llama-3", at: nil, two, key))
                == "https://api.openai.com/v1 meta-llama/Llama-3")
        #expect(try one(try choice("local", at: nil, two, key)) == "https://api.openai.com/v1 local")
        #expect(try one(try choice("local/", at: nil, two, key)) == "https://api.openai.com/v1 local/")
    }

    @Test func `takes the name whole where an option says the place`() throws {
        let choice = try choice("openai/gpt-4o", at: "http://127.0.0.1:9/v1", two)

        #expect(try one(choice) == "http://127.0.0.1:9/v1 openai/gpt-4o")
    }

    @Test func `differs between stages where the settings say so`() throws {
        let text = "model = \"local/a\"\n[models]\nselect = \"local/b\"\nsynthesise = \"openai/c\"\n" + two

        let choice = try #require(try choice(text, ["PROXY_KEY": "k"]))

        #expect(choice.models.all.map(\.name) == ["a", "a", "b", "c"])
        #expect(choice.endpoints.map(\.name) == ["local", "openai"])
        #expect(choice.names == ["a", "b", "c"])
    }

    @Test func `is the option's for every stage, whatever the settings say of stages`() throws {
        let text = "model = \"local/a\"\n[models]\nselect = \"local/b\"\n" + two

        #expect(try one(try choice("local/z", at: nil, text)) == "http://127.0.0.1:8080/v1 z")
    }

    @Test func `names a stage that has no model`() throws {
        #expect(throws: EndpointProblem.noModel(.execute)) { try choice("models.propose = \"local/a\"\n" + two, [:]) }
        #expect("\(EndpointProblem.noModel(.execute))".contains("No model is set for the stage execute."))
    }

    @Test func `says which key is missing, before anything is sent`() throws {
        let openAI = #expect(throws: EndpointProblem.self) { try choice("m") }
        let proxy = #expect(throws: EndpointProblem.self) { try choice("openai/m", at: nil, two, key) }
        let empty = #expect(throws: EndpointProblem.self) { try choice("m", at: nil, "", ["OPENAI_API_KEY": ""]) }
        let none = #expect(throws: EndpointProblem.self) {
            try choice("lab/m", at: nil, "endpoints.lab.base_url = \"https://lab.example\"", key)
        }

        #expect(
            openAI?.description
                == "There is no key for api.openai.com:443. Set OPENAI_API_KEY to its key, or name an endpoint of config.toml that has one."
        )
        #expect(proxy == .noKey(endpoint: "openai (proxy.example:443)", variable: "PROXY_KEY"))
        #expect(empty == openAI)
        #expect(none?.description.contains("api_key_env = \"LAB_KEY\"") == true)
        #expect(none?.description.contains("needs_key = false") == true)
    }

    @Test func `misses no key on this machine, nor where none is wanted`() throws {
        let lab = "endpoints.lab.base_url = \"https://lab.example\"\nendpoints.lab.needs_key = false"

        #expect(try choice("m", at: "http://localhost:1") != nil)
        #expect(try choice("local/m", at: nil, two) != nil)
        #expect(try choice("lab/m", at: nil, lab) != nil)
    }

    @Test func `never gives the key of the environment to an endpoint of the settings`() throws {
        let text = two + "\n[endpoints.lab]\nbase_url = \"https://lab.example\"\nneeds_key = false"

        for name in ["local/m", "lab/m"] {
            #expect(try choice(name, at: nil, text, key)?.endpoints.map(\.key) == [KeySource.none])
        }
    }

    @Test func `asks no other machine in plain text`() throws {
        let insecure = #expect(throws: EndpointProblem.self) { try choice("m", at: "http://10.0.0.7/v1", "", key) }

        #expect(insecure?.description.hasPrefix("10.0.0.7:80 was not asked: Plain http") == true)
        #expect(throws: EndpointProblem.self) {
            try choice("m", at: nil, "", key.merging(["OPENAI_BASE_URL": "http://a.example"]) { $1 })
        }
    }

    @Test func `names the variable whose address cannot be read`() throws {
        let problem = #expect(throws: EndpointProblem.self) {
            try choice("m", at: nil, "", key.merging(["OPENAI_BASE_URL": "https://u:sk-CANARY@a.example"]) { $1 })
        }

        #expect(problem?.description.hasPrefix("OPENAI_BASE_URL is no address to send to: ") == true)
        #expect(problem?.description.contains("CANARY") == false)
    }

    @Test func `lists the models whose price nobody said`() throws {
        let text = "model = \"local/a\"\nmodels.select = \"local/b\"\nprices.b = { input = 0, output = 0 }\n" + two
        let choice = try #require(try choice(text, [:]))

        #expect(choice.unpriced(in: try configured(text).priceTable) == ["a"])
    }
}

@Suite("The environment about models")
struct EndpointEnvironmentTests {
    private let environment = ModelEnvironment(environment: [
        "HOME": "/home/u", "PATH": "/bin", "OPENAI_API_KEY": "sk-CANARY123", "OTHER_KEY": "CANARY456",
        "https_proxy": "http://u:CANARY@p:1", "NO_PROXY": "a", "SSL_CERT_FILE": "/c", "GNUPGHOME": "/g",
        "LD_PRELOAD": "x", "OPENAI_BASE_URL": "",
    ])

    @Test func `cannot be printed`() {
        var dumped = ""
        dump(environment, to: &dumped)

        for text in [
            "\(environment)", String(reflecting: environment), dumped, "\([environment])",
            "\(Optional(environment) as Any)",
        ] {
            #expect(!text.contains("CANARY"), "\(text)")
        }
    }

    @Test func `gives a key command its few variables, and no key`() {
        #expect(environment.ofKeyCommands == ["HOME": "/home/u", "PATH": "/bin", "GNUPGHOME": "/g"])
    }

    @Test func `gives the transport proxies and certificates, and no key`() {
        #expect(
            environment.ofTransport == ["https_proxy": "http://u:CANARY@p:1", "NO_PROXY": "a", "SSL_CERT_FILE": "/c"])
    }

    @Test func `takes an empty variable as none`() {
        #expect(environment.baseURL == nil)
        #expect(environment.has("OPENAI_API_KEY"))
        #expect(!environment.has("OPENAI_BASE_URL"))
    }
}
