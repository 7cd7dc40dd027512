/// The system prompt that offers tools as text and says how they are called.
struct HermesPrompt {
    let text: String

    init(tools: String, after systemPrompt: String?) {
        let offer = """
            You can call functions to find out or do what the user asks for. These are their signatures:
            <tools>
            \(tools)
            </tools>
            To call one, write a JSON object with its name and its arguments between tags, as below. Calls that do not \
            need each other's results can be written together, each between tags of its own.
            <tool_call>
            {"name":"<name of the function>","arguments":{"<name of the argument>":"<value>"}}
            </tool_call>
            The results then come between <tool_response> tags. Take the values of arguments from the conversation, \
            never from guesses, and answer without a call where no function fits.
            """
        text = systemPrompt.map { $0 + "\n\n" + offer } ?? offer
    }
}
