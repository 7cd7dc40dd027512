import ArgumentParser
import Glibc

/// The program: one file per command, and the wiring; the only place where live things meet.
@main
struct Toolgrad: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "toolgrad",
        abstract: "Make tool-use training data answer first: real calls are chained, then the query is written.",
        discussion: """
            Without a command, opens the explorer on the dataset that was open last, or on a fresh demo dataset that \
            starts growing at once. Without a terminal, grows one demo sample and prints it.

            Exit codes: 0 done; 1 failed, the text says why; 2 no usable terminal; 3 a limit of the run was met; \
            64 the command line is wrong; 128 and a signal's number when a signal ended it.
            """,
        version: programVersion,
        subcommands: [
            OpenCommand.self, DemoCommand.self, GenerateCommand.self, ResumeCommand.self, BranchCommand.self,
            ReviewCommand.self, ShowCommand.self, StatsCommand.self, AgreementCommand.self, DiffCommand.self,
            DecideCommand.self, BaselineCommand.self, CompareCommand.self,
            CheckCommand.self, EvaluateCommand.self, JournalCommand.self, ExportCommand.self, ImportCommand.self,
            MergeCommand.self,
            ToolsCommand.self, PromptsCommand.self, ThemesCommand.self, KeysCommand.self,
            DoctorCommand.self,
        ],
        defaultSubcommand: OpenCommand.self)

    static func main() async {
        // A reader that leaves early ends the program in order, and a file that may not grow is an error to report.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        // A core file would have the keys in it.
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        await main(nil)
    }
}

/// As exports and `--version` name it.
let programVersion = "0.1.0"

/// The exit codes that the program's own help lists, beside those of ArgumentParser.
extension ExitCode {
    static let noTerminal = ExitCode(2)
    static let limitMet = ExitCode(3)

    /// As shells report a program that a signal ended.
    static func signal(_ number: Int32) -> ExitCode { ExitCode(128 + number) }
}
