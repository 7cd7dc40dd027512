extension Duration {
    /// In seconds, for figures of people: beyond 15 digits it is rounded.
    package var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
