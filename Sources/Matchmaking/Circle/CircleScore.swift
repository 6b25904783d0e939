/// How well one fits another's hopes, in one direction, per mille.
///
/// A mean of points. Each preference weighs two: 1000 where it is met, 500 where nobody knows, 0 where
/// it is missed. A limit nobody knows to be met weighs two and gives 0: it excludes nobody, and stands
/// against. Of age, place and education each that the hopes do not mention weighs one, by nearness. A
/// limit that is met gives nothing, because all who are suggested meet it; where nothing is left to
/// weigh, the score is 1000.
struct CircleScore {
  static let most = 1000
  static let demandWeight = 2

  private var points = 0
  private var weight = 0

  mutating func add(preference verdict: Verdict) {
    weight += CircleScore.demandWeight
    switch verdict {
    case .met: points += CircleScore.demandWeight * CircleScore.most
    case .unknown: points += CircleScore.demandWeight * CircleScore.most / 2
    case .missed: break
    }
  }

  mutating func addUnknownLimit() { weight += CircleScore.demandWeight }

  mutating func add(nearness: Int) {
    weight += 1
    points += nearness
  }

  var value: Int { weight == 0 ? CircleScore.most : points / weight }

  /// The harmonic mean: both have to be content.
  static func mutual(_ one: Int, _ other: Int) -> Int {
    one + other == 0 ? 0 : 2 * one * other / (one + other)
  }
}

/// How near two are where their hopes say nothing, per mille; 500 where it is not known, which the
/// packed facts say by 0.
enum Nearness {
  static let unknown = 500

  /// A tenth less for each year between the years of birth.
  static func ages(_ one: Int32, _ other: Int32) -> Int {
    one == 0 || other == 0 ? unknown : max(0, CircleScore.most - 100 * Int(abs(one - other)))
  }

  /// Three tenths less for each level apart.
  static func education(_ one: Int32, _ other: Int32) -> Int {
    one == 0 || other == 0 ? unknown : max(0, CircleScore.most - 300 * Int(abs(one - other)))
  }

  /// The same county 1000, the same city 800, the same province 400.
  ///
  /// A place known less exactly counts by what both are known to share.
  static func places(_ one: Int32, _ other: Int32) -> Int {
    if one == 0 || other == 0 { return unknown }
    if one == other, one % 100 != 0 { return 1000 }
    if one / 100 == other / 100, one % 10_000 != 0 { return 800 }
    return one / 10_000 == other / 10_000 ? 400 : 0
  }
}
