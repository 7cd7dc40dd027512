import Foundation

/// What a curator does to a watched run of twenty samples.
extension Sitting {
    /// Lets the held sample go to where the selection of an iteration is made; a step asks for no second one.
    func step(to iteration: Int) async throws {
        while try !tmux.screen().contains("│ it \(iteration) ▶") {
            try tmux.press(".")
            try await Task.sleep(for: .seconds(1))
        }
        try await tmux.until("│ it \(iteration) ▶ HELD", "succeeded")
    }

    /// Writes a note on the sheet that is open.
    func note(_ text: String) throws {
        try tmux.press(["n"] + text.map { $0 == " " ? "Space" : String($0) })
    }

    /// Holds the first sample while the others grow to their end, and has another proposal chosen in its third
    /// iteration, with a note for those that follow.
    func steerTheThirdIteration() async throws {
        try tmux.press("H", "S")
        try await tmux.until("grown 19/20", "HELD")
        for iteration in 1...3 { try await step(to: iteration) }
        try await press("b", shows: "Decision of iteration 3")
        try await press("2", shows: "Proposal 2 replaces the selector's choice in iteration 3.")
        try note("more about the moon")
        try await press("C-s", shows: "(*) 2", "more about the moon")
        try await press("C-s", shows: "your word counts")
        try await press("H", shows: "run ended")
    }

    /// Grows a branch of the second sample from its second iteration on, and prefers it.
    func branchTheSecondSample() async throws {
        try tmux.press("g", "r")
        try tmux.press(":", "g", "o", "Space", "2", "Enter")
        var screen = try await tmux.until("s-00002 it")
        while let place = screen.firstMatch(of: /s-00002 it \d+/)?.output, place != "s-00002 it 2" {
            try tmux.press("[")
            while screen.contains(place) {
                try await Task.sleep(for: .milliseconds(20))
                screen = try tmux.screen()
            }
        }
        try await press("b", shows: "Decision of iteration 2")
        try await press("d", shows: "(*) d")
        try await press("C-s", shows: "Grow the branch?")
        // A question is deaf to keys for a moment.
        try await Task.sleep(for: .milliseconds(500))
        try await press("y", shows: "s-00002.b1 it", "final query")
        try tmux.press("g", "c")
        try await tmux.until("B s-00002.b1")
        try await press("2", shows: "Saved: s-00002.b1 is better than s-00002")
    }
}
