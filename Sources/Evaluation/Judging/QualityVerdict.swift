/// How good a response is, request by request.
///
/// Source: ToolGrad's quality of response (arXiv 2508.04086).
package struct QualityVerdict: Hashable, Codable, Sendable {
    /// One thing that the query asks for.
    package struct Request: Hashable, Codable, Sendable {
        package let request: String
        /// 0 to 100; 0 where it is not addressed, or the call for it failed.
        package let score: Double
        package let reason: String

        package init(request: String, score: Double, reason: String) {
            self.request = request
            self.score = score
            self.reason = reason
        }
    }

    /// Empty where there was no response to judge.
    package let requests: [Request]

    package init(_ requests: [Request]) {
        self.requests = requests
    }

    /// The mean of the scores, 0 to 100; 0 where there was no response.
    package var quality: Double { requests.isEmpty ? 0 : requests.map(\.score).mean }
}
