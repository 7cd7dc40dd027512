import Engine
import Evaluation

extension JudgeIdentity {
    /// For machines; the prompt is null where only the model's name was kept.
    var json: JSON { ["model": .string(model), "prompt": prompt.map { .string($0.hex) } ?? .null] }
}
