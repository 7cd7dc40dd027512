import Engine
import Foundation

extension Mountains {
    static let airPressure = DemoTool(
        "air_pressure", family: Family.places, occasions: [.quiz, .sport, .school, .kitchen, .lab],
        """
        Computes the pressure at an elevation by the ICAO standard atmosphere, in hectopascals and as a share of that \
        at sea level, and the boiling point of water there in degrees Celsius. Weather moves both a little.
        """,
        inputs: [
            .number("elevation_m", -500...11_000, "Metres above the sea.").means(.elevation).said([
                450: "a farmhouse at 450 m", 1200: "a village at 1200 m", 1800: "a ski lodge at 1800 m",
                2500: "a mountain hut at 2500 m", 2850: "a town at 2850 m", 3454: "a railway station at 3454 m",
                3640: "a city at 3640 m", 4300: "a camp at 4300 m", 5200: "a base camp at 5200 m",
                2100: "an observatory at 2100 m",
            ])
        ],
        outputs: [
            .number("pressure_hpa", 200...1100, "Hectopascals, to 0.1 hPa."),
            .number("share_percent", 20...110, "Per cent of the pressure at sea level."),
            .number("boiling_point_c", 50...110, "Boiling point of water in degrees Celsius, to 0.1 °C.")
                .means(.celsius),
        ],
        wording: Wording(
            subject: "the boiling point of water {@elevation_m|in}", again: "that boiling point",
            openings: [
                "My tea never tastes right in the mountains.",
                "I get out of breath as soon as we leave the plains.",
                "Our physics teacher loves questions about thin air.",
                "We like cooking on a small stove wherever we go.",
                "A colleague bakes at altitude and complains about it.",
            ],
            asks: [
                "At what temperature does water boil {@elevation_m|in}?",
                "How thin is the air {@elevation_m|in} compared with the coast?",
                "What does a barometer show {@elevation_m|in} on a standard day?",
                "Will pasta take longer {@elevation_m|in}, or how hot does boiling water get?",
                "How much of the pressure by the sea is left {@elevation_m|in}?",
                "Does water boil below 100 °C {@elevation_m|in}, and by how much?",
            ],
            answers: [
                "Water boils at {out.boiling_point_c} °C {@elevation_m|in}, and a barometer shows about "
                    + "{out.pressure_hpa} hPa, {out.share_percent} % of the pressure at sea level.",
                "The standard pressure {@elevation_m|in} is {out.pressure_hpa} hPa, {out.share_percent} % of that by the "
                    + "sea, so water boils at {out.boiling_point_c} °C.",
                "With {out.share_percent} % of the pressure by the sea ({out.pressure_hpa} hPa), water boils at "
                    + "{out.boiling_point_c} °C {@elevation_m|in}.",
            ],
            doubts: [
                Wording.Doubt(
                    about: "boiling_point_c",
                    asks: [
                        "A friend says water boils below {guess} °C {@elevation_m|in}. Is she right?",
                        "Does water really boil at less than {guess} °C {@elevation_m|in}?",
                    ],
                    confirmed: [
                        "Yes: water boils at {out.boiling_point_c} °C {@elevation_m|in}.",
                        "Right, the boiling point {@elevation_m|in} is {out.boiling_point_c} °C.",
                    ],
                    refuted: [
                        "No: water boils at {out.boiling_point_c} °C {@elevation_m|in}, a little above that.",
                        "Not quite, the boiling point {@elevation_m|in} is {out.boiling_point_c} °C.",
                    ])
            ])
    ) { (arguments) throws(Refusal) in
        let pressure = standardPressure(at: try arguments.number("elevation_m"))
        return [
            "pressure_hpa": .decimal(pressure, places: 1), "share_percent": .decimal(pressure / 10.1325, places: 0),
            "boiling_point_c": .decimal(boilingPoint(at: pressure), places: 1),
        ]
    }

    /// Hectopascals at a height in metres, by the troposphere of ISO 2533, which is the ICAO standard atmosphere.
    static func standardPressure(at height: Double) -> Double {
        1013.25 * pow(1 - 0.0065 * height / 288.15, 5.255876)
    }

    /// Degrees Celsius at which water boils, by the Antoine equation with its usual constants for 1 to 100 °C.
    static func boilingPoint(at hectopascals: Double) -> Double {
        let torr = hectopascals * 0.750062
        return 1730.63 / (8.07131 - log10(torr)) - 233.426
    }
}
