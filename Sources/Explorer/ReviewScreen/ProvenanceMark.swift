import Canvas
import DisplaySafety
import Engine

/// Where an argument's value comes from, in a few signs.
struct ProvenanceMark {
    /// The path of an output is left out where it is the argument's own.
    let short: Line
    /// With words where the signs alone would leave a question.
    let long: Line

    init(_ trace: ArgumentTrace, pen: Pen) {
        switch trace.source {
        case .query(let from, let to):
            short = Line(SafeText("Q:\(from)-\(to)"), Ink(.provQuery))
            long = short
        case .output(let step, let path):
            long = Line(pen[.arrowLeft] + pen.line("\(step).\(path)"), Ink(.provOutput))
            short = path == trace.path ? Line(pen[.arrowLeft] + SafeText("\(step)"), Ink(.provOutput)) : long
        case .schemaDefault:
            short = Line("def", Ink(.provDefault))
            long = short
        case .documentation:
            short = Line("doc", Ink(.provDefault))
            long = short
        case .open:
            short = Line("open", Ink(.textDim))
            long = short
        case .unknown:
            short = Line("-", Ink(.textDim))
            long = short
        case .none:
            short = Line(pen[.provMissing], Ink(.provMissing))
            long = Line(pen[.provMissing] + " not inferable", Ink(.provMissing))
        }
    }
}
