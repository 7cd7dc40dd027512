import Engine

/// What an endpoint says of tokens, as far as it can be believed.
enum UsageReading {
    /// No context is as long as this; who says more has not counted.
    static let most = 10_000_000

    /// Reads the `usage` of a reply; what is absent, negative or absurd is estimated, and the whole is then flagged.
    ///
    /// An answer of several times the tokens that were allowed is absurd too.
    static func usage(
        _ usage: JSON?, estimatedPrompt: @autoclosure () -> Int, allowed: Int = most, said: [String]
    ) -> TokenUsage {
        let estimatedAnswer = said.reduce(0) { $0 + ($1.utf8.count + 2) / 3 }
        let prompt = count(usage?["prompt_tokens"], atLeast: 1)
        let completion = count(usage?["completion_tokens"], atLeast: estimatedAnswer == 0 ? 0 : 1)
        guard let prompt, let completion else {
            return TokenUsage(
                prompt: prompt ?? estimatedPrompt(), completion: completion ?? estimatedAnswer, isEstimated: true)
        }
        // Some endpoints leave reasoning out of the answer's tokens, but not out of the total.
        let total = count(usage?["total_tokens"], atLeast: 1) ?? 0
        let all = max(completion, total - prompt)
        guard all <= 4 * min(allowed, most) + 1_000 else {
            return TokenUsage(prompt: prompt, completion: max(1, estimatedAnswer), isEstimated: true)
        }
        return TokenUsage(
            prompt: prompt, completion: all,
            cached: min(prompt, count(usage?["prompt_tokens_details"]?["cached_tokens"], atLeast: 0) ?? 0),
            reasoning: min(
                all, count(usage?["completion_tokens_details"]?["reasoning_tokens"], atLeast: 0) ?? 0))
    }

    private static func count(_ value: JSON?, atLeast least: Int) -> Int? {
        value?.int.flatMap { (least...most).contains($0) ? $0 : nil }
    }
}
