import Foundation

/// Student's distribution of t.
package enum StudentT {
    /// How often `t` is at least so far from zero, on either side, by chance.
    package static func twoSided(_ t: Double, degreesOfFreedom: Int) -> Double {
        let freedom = Double(degreesOfFreedom)
        return IncompleteBeta.regularised(freedom / (freedom + t * t), freedom / 2, 0.5)
    }
}

/// The incomplete beta function.
package enum IncompleteBeta {
    /// I_x(a, b), for a and b from 0.5 up and x from 0 to 1, to about 13 digits where a and b are below 1,000.
    ///
    /// The continued fraction 8.17.22 of the NIST Digital Library of Mathematical Functions. It converges fast below
    /// the mean, so that above it the symmetry I_x(a, b) = 1 − I_(1−x)(b, a) is used.
    package static func regularised(_ x: Double, _ a: Double, _ b: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        return x <= (a + 1) / (a + b + 2) ? lower(x, a, b) : 1 - lower(1 - x, b, a)
    }

    private static func lower(_ x: Double, _ a: Double, _ b: Double) -> Double {
        let logBeta = logGamma(a) + logGamma(b) - logGamma(a + b)
        return exp(a * log(x) + b * log1p(-x) - logBeta - log(a)) / fraction(x, a, b)
    }

    /// 1 + d1/(1 + d2/(1 + ...)), from the front by Lentz's method.
    private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        var (value, c, d) = (1.0, 1.0, 0.0)
        for step in 1...10_000 {
            let numerator = numerator(step, x, a, b)
            d = 1 / nonZero(1 + numerator * d)
            c = nonZero(1 + numerator / c)
            value *= c * d
            if abs(c * d - 1) < Double.ulpOfOne { break }
        }
        return value
    }

    private static func numerator(_ step: Int, _ x: Double, _ a: Double, _ b: Double) -> Double {
        let m = Double(step / 2)
        return step.isMultiple(of: 2)
            ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    }

    private static func nonZero(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }

    /// Lanczos's approximation with g = 7 and nine terms; for numbers from 0.5 up.
    private static func logGamma(_ number: Double) -> Double {
        let below = number - 1
        let sum = lanczos.enumerated().reduce(0.999_999_999_999_809_93) {
            $0 + $1.element / (below + Double($1.offset + 1))
        }
        let top = below + 7.5
        return 0.5 * log(2 * Double.pi) + (below + 0.5) * log(top) - top + log(sum)
    }

    private static let lanczos = [
        676.520_368_121_885_1, -1_259.139_216_722_402_8, 771.323_428_777_653_13, -176.615_029_162_140_59,
        12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_571_6e-6, 1.505_632_735_149_311_6e-7,
    ]
}
