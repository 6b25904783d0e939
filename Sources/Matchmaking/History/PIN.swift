/// The organizer's PIN, which unlocks a desk that shows the door alone.
public struct PIN: Hashable, Sendable {
  /// ASCII digits.
  public let digits: String

  public static let lengths = 4...12

  /// Digits as typed, full-width ones among them; nil for anything else.
  public init?(_ text: String) {
    let numbers = text.map(\.plainDigit)
    guard Self.lengths.contains(numbers.count), !numbers.contains(nil) else { return nil }
    digits = numbers.compactMap(\.self).map(String.init).joined()
  }
}

/// How long one waits after so many wrong PINs in a row: 1, 2, 4, … seconds, a minute at most.
public enum PINPatience {
  public static let most = 60

  public static func seconds(after wrong: Int) -> Int {
    wrong <= 0 ? 0 : wrong > 6 ? most : min(most, 1 << (wrong - 1))
  }
}

/// Why a desk stays locked.
public enum PINRefusal: Error, Hashable, Sendable {
  /// None was ever set, so that nothing could be unlocked again.
  case none
  /// Not so many digits.
  case bad
  /// So many were wrong in a row; the next may be tried after so many seconds.
  case wrong(tries: Int, seconds: Int)
  case tooSoon(seconds: Int)

  public var code: String {
    switch self {
    case .none: "no-pin"
    case .bad: "bad-pin"
    case .wrong: "wrong-pin"
    case .tooSoon: "too-soon"
    }
  }
}
