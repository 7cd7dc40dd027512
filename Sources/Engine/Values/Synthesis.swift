/// The user query that a workflow answers, and the response.
package struct Synthesis: Hashable, Codable, Sendable {
    package let query: String
    package let response: String

    package init(query: String, response: String) {
        self.query = query
        self.response = response
    }
}
