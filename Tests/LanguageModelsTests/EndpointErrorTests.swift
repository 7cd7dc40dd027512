import Foundation
import LanguageModels
import Testing

@Suite("An endpoint's error")
struct EndpointErrorTests {
    private func message(_ body: String) -> String { EndpointError(Data(body.utf8)).message { $0 } }

    @Test(arguments: [
        #"{"error":{"message":"Too long.","type":"t","param":null,"code":null}}"#,
        #"[{"error":{"code":400,"message":"Too long.","status":"INVALID_ARGUMENT"}}]"#,
        #"{"error":"Too long."}"#, #"{"detail":"Too long."}"#, #"{"detail":[{"loc":["body","x"],"msg":"Too long."}]}"#,
        #"{"object":"error","message":"Too long.","code":400}"#, "Too long.", " Too \n\t long.\n",
    ])
    func `is told in its own words, whatever its shape`(body: String) {
        #expect(message(body) == "Too long.")
    }

    @Test func `can be a web page`() {
        #expect(message("<html><head><title>502 Bad\nGateway</title></head></html>") == "a web page: 502 Bad Gateway")
        #expect(message("<p>Oops</p>") == "a web page")
    }

    @Test(arguments: ["", " ", "\n"])
    func `can be nothing`(body: String) {
        #expect(message(body) == "no message")
    }

    @Test func `says what kind it is`() {
        let body = #"{"error":{"message":"m","type":"Invalid_Request","code":"model_not_found","param":"model"}}"#

        let error = EndpointError(Data(body.utf8))

        #expect(error.kinds == ["invalid_request", "model_not_found"])
        #expect(error.field == "model")
        #expect(error.status == nil)
    }

    @Test func `may carry a status`() {
        #expect(EndpointError(Data(#"{"error":{"message":"m","code":429}}"#.utf8)).status == 429)
        #expect(EndpointError(Data(#"{"error":{"message":"m","code":7}}"#.utf8)).status == nil)
    }

    @Test func `is cut to 300 characters`() {
        let cut = message(String(repeating: "ä", count: 5_000))

        #expect(cut.unicodeScalars.count == 300)
        #expect(cut.hasSuffix("ä…"))
    }

    @Test func `loses the key before it is cut`() {
        let key = "sk-canary-0123456789"
        let body = String(repeating: "x", count: 290) + key

        let message = EndpointError(Data(body.utf8)).message { $0.replacing(key, with: "<secret>") }

        #expect(message == String(repeating: "x", count: 290) + "<secret>")
    }

    @Test func `writes control characters as JSON does`() {
        #expect(message("red \u{1B}[31m\u{7F}\u{9B}") == #"red \u001b[31m\u007f\u009b"#)
    }

    @Test func `may be bytes that are no text`() {
        #expect(EndpointError(Data([0xFF, 0x41])).message { $0 } == "\u{FFFD}A")
    }
}
