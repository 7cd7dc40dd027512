extension Planet {
    /// The planets, outwards from the sun.
    static let all = Table(table).rows.compactMap(Planet.init)

    private init?(_ row: Table.Row) {
        guard let diameter = row.whole(1), let day = row.number(2), let year = row.number(3), let moons = row.whole(4),
            let distance = row.number(5), let gravity = row.number(6)
        else { return nil }
        self.init(
            name: row[0], diameter: diameter, dayHours: day, yearDays: year, moons: moons, distance: distance,
            gravity: gravity)
    }

    /// Name | diameter at the equator in km | solar day in hours | year in days | moons known at the end of 2024 | mean
    /// distance from the sun in million km | gravity in m/s².
    ///
    /// From the Planetary Fact Sheet of NASA's Space Science Data Coordinated Archive (public domain).
    private static let table = """
        Mercury|4879|4222.6|88.0|0|57.9|3.7
        Venus|12104|2802.0|224.7|0|108.2|8.9
        Earth|12756|24.0|365.2|1|149.6|9.8
        Mars|6792|24.7|687.0|2|228.0|3.7
        Jupiter|142984|9.9|4331|95|778.5|23.1
        Saturn|120536|10.7|10747|146|1432.0|9.0
        Uranus|51118|17.2|30589|28|2867.0|8.7
        Neptune|49528|16.1|59800|16|4515.0|11.0
        """
}
