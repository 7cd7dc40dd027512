import ArgumentParser
import Review

/// Whether to judge again what is decided, and how much of it.
struct PassOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "2 or more judges decided samples again, blind: nothing that was decided before is shown, and what the "
                + "reviewer decided in the last 24 hours is left out.",
            valueName: "number"))
    var pass = 1

    @Option(
        help: ArgumentHelp(
            "How many of the decided samples, as 10% or as a number; 10% unless given.", valueName: "part"))
    var sample: ExtentText?

    @Option(help: ArgumentHelp("The seed that chooses the samples; 1 unless given.", valueName: "number"))
    var seed: UInt64?

    @Option(help: ArgumentHelp("Who judges; TOOLGRAD_REVIEWER or the user's name unless given.", valueName: "name"))
    var reviewer: String?

    /// What to judge again; nil for the first pass.
    var plan: PassPlan? {
        guard pass > 1 else { return nil }
        let sample = sample ?? .standard
        return PassPlan(pass: pass, extent: sample.extent, extentText: sample.text, seed: seed ?? 1)
    }

    func validate() throws {
        if pass < 1 { throw ValidationError("--pass \(pass): passes are numbered from 1; 2 judges again.") }
        if pass == 1, sample != nil || seed != nil {
            throw ValidationError("--sample and --seed choose what is judged again; give --pass 2 with them.")
        }
        if let reviewer, reviewer.isBlank { throw ValidationError("--reviewer needs a name.") }
    }
}

/// A part of the decided samples, as it is written.
struct ExtentText: ExpressibleByArgument, Sendable {
    let extent: SecondPass.Extent
    let text: String

    static let standard = ExtentText(extent: .share(0.1), text: "10%")

    private init(extent: SecondPass.Extent, text: String) {
        (self.extent, self.text) = (extent, text)
    }

    init?(argument: String) {
        if argument.hasSuffix("%") {
            guard let percent = Double(argument.dropLast()), percent > 0, percent <= 100 else { return nil }
            self.init(extent: .share(percent / 100), text: argument)
        } else {
            guard let count = Int(argument), count > 0 else { return nil }
            self.init(extent: .count(count), text: String(count))
        }
    }
}
