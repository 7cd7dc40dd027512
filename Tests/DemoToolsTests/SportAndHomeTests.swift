import Engine
import Testing

@testable import DemoTools

@Suite("Sport of the demo library")
struct SportToolTests {
    /// 10 km in 50 minutes is 5:00 a kilometre by definition; the others by division.
    @Test(arguments: [(10.0, 50.0, "5:00", 12.0), (9, 44, "4:53", 12.3), (12, 61, "5:05", 11.8)])
    func `paces runs`(kilometres: Double, minutes: Double, pace: String, speed: Double) throws {
        let run = try output(
            of: "running_pace", ["distance_km": .decimal(kilometres), "minutes": .decimal(minutes)])

        #expect(run["pace"] == .string(pace))
        #expect(run["speed_kmh"]?.double == speed)
    }

    /// Riegel's rule: doubling the distance takes 2^1.06 = 2.0849 times as long.
    @Test func `forecasts races by Riegel's rule`() throws {
        let double = try output(of: "race_forecast", ["known_km": 10, "known_minutes": 50, "race_km": 20])
        let marathon = try output(of: "race_forecast", ["known_km": 10, "known_minutes": 50, "race_km": 42.195])

        #expect(double["minutes"] == 104.2)
        #expect(double["pace"] == "5:13")
        // 50 min × 4.2195^1.06 = 230 min.
        #expect(marathon["time"] == "3 hours and 50 minutes")
    }

    @Test func `forecasts nothing from a far shorter run`() throws {
        let said = try failure(of: "race_forecast", ["known_km": 1, "known_minutes": 4, "race_km": 42.195])

        #expect(said == "The two distances are too different.")
    }

    @Test func `counts steps by body height`() throws {
        let walk = try output(of: "step_estimate", ["distance_km": 6, "height_cm": 170])
        let stroll = try output(of: "step_estimate", ["distance_km": 0.07038, "height_cm": 170])

        // One step is 0.414 × 170 cm = 70.38 cm.
        #expect(walk == ["steps": 8500, "step_cm": 70, "walking_time": "1 hour and 12 minutes"])
        #expect(stroll["steps"] == 100)
        #expect(try output(of: "step_estimate", ["distance_km": 433, "height_cm": 170])["walking_time"] == "87 hours")
    }
}

@Suite("Home of the demo library")
struct HomeToolTests {
    @Test func `plans paint for walls`() throws {
        let room = try output(
            of: "paint_need", ["length_m": 5, "width_m": 4, "height_m": 2.5, "doors": 1, "windows": 2, "coats": 1])
        let usual = try output(of: "paint_need", ["length_m": 5, "width_m": 4])

        // 18 m around × 2.5 m, less 1.8 m² and 2 × 1.5 m²; then 18 m × 2.4 m, less 1.8 m² and 1.5 m².
        #expect(room == ["area_m2": 40.2, "litres": 4, "coats": 1, "doors": 1, "windows": 2])
        #expect(usual == ["area_m2": 39.9, "litres": 8, "coats": 2, "doors": 1, "windows": 1])
    }

    @Test func `paints no wall that is not there`() throws {
        let said = try failure(of: "paint_need", ["length_m": 1, "width_m": 1, "doors": 2, "windows": 10])

        #expect(said == "The doors and windows take up all the wall.")
    }

    @Test func `prices electricity`() throws {
        let heater = try output(of: "power_cost", ["watts": 2000, "hours_per_day": 3, "price_per_kwh": 0.3])

        // 2 kW × 3 h = 6 kWh a day.
        #expect(heater["month_kwh"] == 180)
        #expect(heater["month_cost"]?.number?.text == "54.00")
        #expect(heater["year_cost"]?.number?.text == "657.00")
    }
}
