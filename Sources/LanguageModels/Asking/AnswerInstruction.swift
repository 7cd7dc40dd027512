import Engine

/// What a model is told where nothing else binds it to a form.
enum AnswerInstruction {
    /// Asks for an answer that fits a schema.
    static func text(for form: ModelRequest.AnswerForm) -> String {
        """
        Your whole reply must be one JSON value that fits the schema below, and nothing else: no introduction, no code \
        fence, no remark after it. Write every property that the schema requires, with real content in it; do not \
        repeat the schema itself.

        Schema of "\(form.name)":
        \(form.schema.compactText)
        """
    }
}
