import Foundation

/// The sun on one day at one place, by the equations of the NOAA solar calculator.
struct SolarDay: Sendable {
    /// What the sun does on the day.
    enum Course: Hashable, Sendable {
        /// In minutes since 1 January 1970, UTC.
        case risesAndSets(rise: Int, noon: Int, set: Int)
        case staysUp
        case staysDown
    }

    let day: CivilDay
    let place: Coordinate

    /// The course of the sun around the noon that belongs to the day's date in UTC.
    ///
    /// Rise and set are when the upper edge of the disc meets the horizon, with mean refraction (zenith 90.833°).
    var course: Course {
        let midnight = Double(day.ordinal * 1440)
        var noon = midnight + 720 - 4 * place.longitude
        for _ in 0..<2 { noon = midnight + 720 - 4 * place.longitude - Sun(atMinute: noon).equationOfTime }
        let start = hourAngle(at: noon)
        guard let start else { return Sun(atMinute: noon).isUpAllDay(at: place.latitude) ? .staysUp : .staysDown }
        guard let rise = edge(from: noon, by: -start), let set = edge(from: noon, by: start) else {
            return Sun(atMinute: noon).isUpAllDay(at: place.latitude) ? .staysUp : .staysDown
        }
        return .risesAndSets(rise: Int(rise.rounded()), noon: Int(noon.rounded()), set: Int(set.rounded()))
    }

    /// Corrects a first guess with the sun's place at that moment.
    private func edge(from noon: Double, by angle: Double) -> Double? {
        var moment = noon + 4 * angle
        for _ in 0..<3 {
            guard let better = hourAngle(at: moment) else { return nil }
            let drift = Sun(atMinute: noon).equationOfTime - Sun(atMinute: moment).equationOfTime
            moment = noon + drift + 4 * (angle < 0 ? -better : better)
        }
        return moment
    }

    /// Half the arc above the horizon in degrees; nil when the sun does not cross it.
    private func hourAngle(at minute: Double) -> Double? {
        let cosine = Sun(atMinute: minute).horizonCosine(at: place.latitude)
        return abs(cosine) <= 1 ? acos(cosine) * 180 / .pi : nil
    }
}

/// Where the sun stands at a moment.
private struct Sun {
    /// In degrees.
    let declination: Double
    /// Minutes that sundials are ahead of mean time.
    let equationOfTime: Double

    init(atMinute minute: Double) {
        let century = (minute / 1440 + 2_440_587.5 - 2_451_545) / 36_525
        let longitude = 280.46646 + century * (36_000.76983 + century * 0.0003032)
        let anomaly = 357.52911 + century * (35_999.05029 - 0.0001537 * century)
        let eccentricity = 0.016708634 - century * (0.000042037 + 0.0000001267 * century)
        let center =
            sin(anomaly.radians) * (1.914602 - century * (0.004817 + 0.000014 * century))
            + sin((2 * anomaly).radians) * (0.019993 - 0.000101 * century) + sin((3 * anomaly).radians) * 0.000289
        let node = (125.04 - 1934.136 * century).radians
        let apparent = (longitude + center - 0.00569 - 0.00478 * sin(node)).radians
        let seconds = 21.448 - century * (46.815 + century * (0.00059 - century * 0.001813))
        let obliquity = (23 + (26 + seconds / 60) / 60 + 0.00256 * cos(node)).radians
        declination = asin(sin(obliquity) * sin(apparent)) * 180 / .pi
        let tilt = pow(tan(obliquity / 2), 2)
        let (double, mean) = ((2 * longitude).radians, anomaly.radians)
        let equation =
            tilt * sin(double) - 2 * eccentricity * sin(mean) + 4 * eccentricity * tilt * sin(mean) * cos(double)
            - 0.5 * tilt * tilt * sin(2 * double) - 1.25 * eccentricity * eccentricity * sin(2 * mean)
        equationOfTime = 4 * equation * 180 / .pi
    }

    /// The cosine of the hour angle at which the sun meets the horizon; beyond ±1 when it does not.
    func horizonCosine(at latitude: Double) -> Double {
        let zenith = 90.833
        return cos(zenith.radians) / (cos(latitude.radians) * cos(declination.radians))
            - tan(latitude.radians) * tan(declination.radians)
    }

    func isUpAllDay(at latitude: Double) -> Bool { horizonCosine(at: latitude) < 0 }
}
