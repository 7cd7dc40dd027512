/// How a theme is seen by readers who see fewer colours.
package enum Simulation: String, Hashable, Sendable, CaseIterable {
    /// Without the cones for long waves: red is dark.
    case protan
    /// Without the cones for middle waves: green is like red.
    case deutan
    /// Without the cones for short waves: blue is like green.
    case tritan
    /// Without any colour, as in print.
    case grey

    /// The ways of seeing that a theme for all readers is measured with.
    package static let colorVisions: [Simulation] = [.protan, .deutan, .tritan]
}

extension RGB {
    /// The colour as it is seen: by Machado, Oliveira and Fernandes (2009) at severity 1, or by luminance alone.
    package func seen(with simulation: Simulation) -> RGB {
        let (red, green, blue) = linear
        let parts = simulation.rows.map { $0.0 * red + $0.1 * green + $0.2 * blue }
        return RGB(linear: parts[0], parts[1], parts[2])
    }
}

extension Simulation {
    /// What of red, green and blue each part of the colour takes.
    fileprivate var rows: [(Double, Double, Double)] {
        switch self {
        case .protan:
            [
                (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
                (-0.003882, -0.048116, 1.051998),
            ]
        case .deutan:
            [
                (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
                (-0.011820, 0.042940, 0.968881),
            ]
        case .tritan:
            [
                (1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602),
                (0.004733, 0.691367, 0.303900),
            ]
        case .grey: Array(repeating: (0.2126, 0.7152, 0.0722), count: 3)
        }
    }
}

extension Paint {
    /// The paint as it is seen on every tier; named colours by what xterm shows for them.
    func seen(with simulation: Simulation) -> Paint {
        var paint = self
        paint.index = (index.map(RGB.init(index:)) ?? rgb)?.seen(with: simulation).nearestIndex
        paint.named = (named.map(RGB.init(named:)) ?? rgb)?.seen(with: simulation).nearestNamed
        paint.rgb = (rgb ?? named.map(RGB.init(named:)))?.seen(with: simulation)
        return paint
    }
}

extension Theme {
    /// The theme as it is seen by readers with fewer colours, for previews.
    package func seen(with simulation: Simulation) -> Theme {
        var theme = self
        theme.palette = palette.mapValues { $0.seen(with: simulation) }
        theme.rules = RoleRules(rules.written.mapValues { $0.repainted { $0.seen(with: simulation) } })
        theme.mono = mono.mapValues { $0.repainted { $0.seen(with: simulation) } }
        return theme
    }
}
