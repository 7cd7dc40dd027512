extension Statistics {
    var decisionFigures: [Figure] {
        [
            figure(.samples, "samples", samples),
            figure(.accepted, "accepted", count(.accepted), of: samples, where: .standing(.accepted)),
            asIs,
            figure(
                .acceptedAfterEdit, "after edit", acceptedAfterEdit, of: samples, where: .standing(.accepted), .edited),
            figure(.rejected, "rejected", count(.rejected), of: samples, where: .standing(.rejected)),
            figure(.skipped, "skipped", count(.skipped), of: samples, where: .standing(.skipped)),
            figure(
                .undecided, "undecided", count(.pending) + count(.draft), of: samples,
                where: .status([.pending, .draft])),
            figure(.flagged, "flagged", flagged, of: samples, where: .flagged),
            acceptRate,
        ]
    }

    private var asIs: Figure {
        let count = count(.accepted) - acceptedAfterEdit
        let unedited = narrowed(by: [.standing(.accepted)]).and(.not(.condition(.edited)))
        return Figure(.acceptedAsIs, "as is", .share(count, of: samples), .shown(unedited, count: count))
    }

    private var acceptRate: Figure {
        var rate = Figure(
            .acceptRate, "accept rate", .share(count(.accepted), of: decided),
            .shown(narrowed(by: [.decided]), count: decided))
        rate.interval = WilsonInterval.of(count(.accepted), of: decided)
        return rate
    }
}
