import Engine
import Testing

@testable import OfflinePlanner

@Suite("What a description says a tool is for")
struct PurposeTests {
    private func purpose(_ description: String, name: ToolName = "tool") -> Purpose {
        Purpose(of: Tool(name: name, description: description, inputSchema: ["type": "object"]))
    }

    @Test(arguments: [
        ("Get current time in a specific timezone", Purpose.know("current time in a specific timezone")),
        ("Shows the working tree status", .know("the working tree status")),
        ("Convert time between timezones", .act("convert time between timezones")),
        ("Calculates/evaluates the given expression.", .act("calculate the given expression")),
        ("This endpoint allows you to retrieve the player's statistics.", .know("the player's statistics")),
        ("# Users\n\nFetches and returns all users.", .know("all users")),
        ("List of equipment", .know("list of equipment")),
        ("Returns whether the number is prime", .act("check whether the number is prime")),
        ("Given a word, it is complicated. Find rhymes of a word.", .act("find rhymes of a word")),
    ])
    func `the first sentence that tells is taken`(description: String, wanted: Purpose) {
        #expect(purpose(description) == wanted)
    }

    @Test(arguments: ["", "/fuel/data/{city}", "Please note that you need a plan.", "https://example.com"])
    func `a description that does not tell leaves the name`(description: String) {
        #expect(
            purpose(description, name: "get_fuel_prices_by_city_for_indian_fuel") == Purpose.know("fuel prices"))
    }
}
