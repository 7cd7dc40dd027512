extension Statistics {
    var noOpFigures: [Figure] {
        [
            figure(.noOpSamples, "samples with one", noOpSamples, of: samples, where: .noOp),
            Figure(
                .noOpIterations, "iterations", .share(noOps, of: iterations),
                .shown(narrowed(by: [.noOp]), count: noOpSamples)),
        ] + causeFigures
    }

    private var causeFigures: [Figure] {
        let total = causes.values.reduce(0, +)
        return causes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { cause, count in
            Figure(
                .cause, item: cause, cause, .share(count, of: total),
                .hidden("No filter asks why an iteration added nothing; it:noop shows all of them."))
        }
    }
}
