import Matchmaking

/// The few seconds in which a pair is shown: 鹊桥 stands there, the magpies make the bridge from both banks, and two
/// numbers come from both sides and meet under it.
///
/// A function of the time since it began and of nothing else, so that it is the same on every wall, may be left out,
/// and ends by itself.
struct Reveal: Hashable {
  let pair: AnnouncementID
  let began: ContinuousClock.Instant

  /// How long 鹊桥 stands alone, the bridge grows, the two come, and the names keep waiting.
  static let opening = Duration.milliseconds(800)
  static let building = Duration.milliseconds(2400)
  static let coming = Duration.milliseconds(1800)
  static let pausing = Duration.milliseconds(600)
  /// As calm as ten pictures a second are.
  static let step = Duration.milliseconds(100)

  static let meets = opening + building + coming
  static let ends = meets + pausing

  /// What is to be seen at some moment.
  struct Moment: Hashable {
    /// How much of the bridge stands, 0 to 1.
    var bridge: Double
    /// How far the two have come, 0 to 1; nil while nobody is to be seen.
    var coming: Double?
    var haveMet: Bool
    var showsNames: Bool
    /// Whether the wings of the magpies are up just now.
    var hasWingsUp: Bool

    /// Everything, as it stays.
    static let last = Moment(
      bridge: 1, coming: 1, haveMet: true, showsNames: true, hasWingsUp: true)
  }

  func moment(at instant: ContinuousClock.Instant) -> Moment {
    let passed = instant - began
    guard passed < Self.ends else { return .last }
    let bridge = Self.share(passed - Self.opening, of: Self.building)
    let coming = Self.share(passed - Self.opening - Self.building, of: Self.coming)
    return Moment(
      bridge: bridge, coming: bridge < 1 ? nil : coming, haveMet: passed >= Self.meets,
      showsNames: false, hasWingsUp: bridge >= 1 || Int(passed / Self.step) / 3 % 2 == 0)
  }

  /// The next picture; nil once it is over.
  func next(after instant: ContinuousClock.Instant) -> ContinuousClock.Instant? {
    let passed = instant - began
    guard passed < Self.ends else { return nil }
    if passed < .zero { return began }
    if passed >= Self.meets { return began + Self.ends }
    if passed < Self.opening { return began + Self.opening }
    return began + Self.step * Int((passed / Self.step).rounded(.down) + 1)
  }

  /// Slow at both ends.
  private static func share(_ passed: Duration, of whole: Duration) -> Double {
    let share = min(1, max(0, passed / whole))
    return share * share * (3 - 2 * share)
  }
}
