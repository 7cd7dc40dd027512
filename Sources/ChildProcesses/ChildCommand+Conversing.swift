import Subprocess

extension ChildCommand {
    /// Starts the child, and keeps it for as long as `body` takes.
    ///
    /// Then it is closed: its input ends, and it has two seconds to leave; then its group gets SIGTERM and has `grace`;
    /// then, whatever happened before, no process of its group is left. Cancelling kills the group at once. Its error
    /// stream is always read. For as long as it lives the watchdog ends it should we be killed.
    ///
    /// - Throws: ``ChildProcessError/notStarted(_:reason:)``, and whatever `body` throws.
    package func converse<Result: Sendable>(
        watched watchdog: Watchdog? = nil, grace: Duration = .seconds(2),
        _ body: (LivingChild) async throws -> Result
    ) async throws -> (result: Result, ending: ChildEnding) {
        try await live(input: .inputWriter) { execution in
            let group = execution.processIdentifier.value
            let life = ChildLife(group: group)
            await watchdog?.watch(group)
            let result = await conversation(with: execution, life, grace, body)
            // Before the child is reaped, so that its number is nobody else's yet.
            await watchdog?.release(group)
            return try result.get()
        }
    }

    private func conversation<Result: Sendable>(
        with execution: Execution<CustomWriteInput, SequenceOutput, SequenceOutput>, _ life: ChildLife,
        _ grace: Duration, _ body: (LivingChild) async throws -> Result
    ) async -> Swift.Result<Result, any Error> {
        let input = ChildInput(of: program)
        let words = LastWords()
        let output = ChildOutput(execution.standardOutput)
        let child = LivingChild(output: output.pieces, input: input, words: words, life: life)
        return await withTaskGroup(of: Void.self) { tasks in
            tasks.addTask { await input.serve(execution.standardInputWriter) }
            tasks.addTask { await words.listen(to: execution.standardError) }
            let result = await life.guarding { try await body(child) }
            await life.end(input, grace: grace)
            await output.close()
            return result
        }
    }
}

extension ChildLife {
    /// Does it, and kills the group as soon as it is cancelled.
    fileprivate func guarding<Result: Sendable>(
        _ body: () async throws -> Result
    ) async -> Swift.Result<Result, any Error> {
        do {
            return .success(
                try await withTaskCancellationHandler {
                    try await body()
                } onCancel: {
                    send(.kill)
                })
        } catch {
            return .failure(error)
        }
    }

    /// Lets the child leave by itself, then asks it to, then kills it and its group.
    fileprivate func end(_ input: ChildInput, grace: Duration) async {
        input.end()
        if await waitForEnd(within: .seconds(2)) == nil, !Task.isCancelled {
            send(.terminate)
            _ = await waitForEnd(within: grace)
        }
        await close()
    }
}
