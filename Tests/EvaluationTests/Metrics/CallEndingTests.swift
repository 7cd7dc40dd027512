import Evaluation
import Testing

@Suite("How a call of a prediction ended")
struct CallEndingTests {
    @Test(
        arguments: [
            (Prediction.Call.Outcome.worked, "worked"), (.failed("no such city"), "failed: no such city"),
            (.failed(""), "failed"), (.notOffered("nothing is called so"), "failed: nothing is called so"),
            (.notOffered(""), "not offered"), (nil, "not made"),
        ] as [(Prediction.Call.Outcome?, String)])
    func `is told with its reason, where there is one`(outcome: Prediction.Call.Outcome?, words: String) {
        #expect(Prediction.Call(name: "geocode", arguments: "{}", outcome: outcome).endingWords == words)
    }
}
