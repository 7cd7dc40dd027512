import Foundation

/// A point on the Earth, in degrees.
struct Coordinate: Hashable, Sendable {
    let latitude: Double
    let longitude: Double

    init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }

    init?(_ latitude: Double?, _ longitude: Double?) {
        guard let latitude, let longitude else { return nil }
        self.init(latitude: latitude, longitude: longitude)
    }

    init(_ arguments: Arguments) throws(Refusal) {
        latitude = try arguments.number("latitude")
        longitude = try arguments.number("longitude")
    }

    /// The great-circle distance in kilometres, on a sphere of the Earth's mean radius.
    func kilometres(to other: Coordinate) -> Double {
        let (north, otherNorth) = (latitude.radians, other.latitude.radians)
        let half = sin((otherNorth - north) / 2)
        let turn = sin((other.longitude - longitude).radians / 2)
        let chord = half * half + cos(north) * cos(otherNorth) * turn * turn
        return 2 * 6371.0088 * asin(min(1, chord.squareRoot()))
    }

    /// The direction in which the great circle sets out, in degrees from north.
    func bearing(to other: Coordinate) -> Double {
        let east = (other.longitude - longitude).radians
        let (north, otherNorth) = (latitude.radians, other.latitude.radians)
        let y = sin(east) * cos(otherNorth)
        let x = cos(north) * sin(otherNorth) - sin(north) * cos(otherNorth) * cos(east)
        return (atan2(y, x) * 180 / .pi + 360).truncatingRemainder(dividingBy: 360)
    }

    /// One of the eight names of a direction.
    static func compassPoint(_ bearing: Double) -> String {
        let names = [
            "north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west",
        ]
        return names[Int((bearing / 45).rounded()) % 8]
    }
}

extension Double {
    /// The angle in radians of an angle in degrees.
    var radians: Double { self * .pi / 180 }
}
