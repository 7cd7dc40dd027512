import Engine

extension Surroundings {
    /// The tools for a run: what options name, as far as it is approved.
    ///
    /// A server of which nothing is approved is not even started.
    ///
    /// - Throws: ``CommandFailure``, ``ToolSourceError``, ``ToolBenchLibraryError`` or an error of the configuration.
    func tools(
        _ options: ToolOptions, memory: any ResultMemory, _ attendance: Attendance
    ) async throws -> LiveTools {
        if options.usesDemoTools, options.mcpConfig.isEmpty, options.toolbench == nil { return try await .demo() }
        let starter = ServerStarter(options, self)
        do {
            return try await ToolOpening(options, self, starter, attendance).tools(remembering: memory)
        } catch {
            await starter.close()
            throw error
        }
    }

    /// Everything that options name as it is now; servers are started for it as far as there is consent.
    func seen(_ options: ToolOptions, starting consent: StartConsent) async throws -> SeenTools {
        let starter = ServerStarter(options, self)
        do {
            return try await ToolOpening(options, self, starter, .attended(TerminalApprover())).seen(starting: consent)
        } catch {
            await starter.close()
            throw error
        }
    }
}
