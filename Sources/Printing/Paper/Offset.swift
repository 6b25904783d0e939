/// How far a printer prints beside where it should, to be made good: right and down, in millimetres.
public struct Offset: Hashable, Sendable {
  /// No printer is further out; a larger number is a slip of the finger.
  public static let most = 20.0

  public let x: Double
  public let y: Double

  public static let none = Offset(x: 0, y: 0)

  private init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// Reads `1.5,-2`: two numbers of millimetres up to twenty; nil for anything else.
  public init?(_ text: String) {
    let parts = text.replacing("，", with: ",").replacing("−", with: "-")
      .split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmed(of: " ") }
    guard parts.count == 2, let x = parts[0].measure, let y = parts[1].measure,
      max(abs(x), abs(y)) <= Self.most
    else { return nil }
    self.init(x: x, y: y)
  }
}

/// How much larger everything is printed, because the printer makes it smaller, or the other way round.
///
/// About the middle of the paper, as printers shrink; the ruler grows with it, so that it measures 100 mm
/// when this is right.
public struct Scale: Hashable, Sendable {
  /// No printer is further out; further, labels would lie upon one another.
  public static let percents = 90.0...110.0

  public let percent: Double

  public static let whole = Scale(percent: 100)

  private init(percent: Double) { self.percent = percent }

  /// Reads `101.5` or `101.5%`; nil for anything else, or beyond `percents`.
  public init?(_ text: String) {
    var text = text.replacing("％", with: "%")[...].trimmed(of: " ")
    if text.last == "%" { text = text.dropLast().trimmed(of: " ") }
    guard let percent = text.measure, Self.percents.contains(percent) else { return nil }
    self.init(percent: percent)
  }

  var factor: Double { percent / 100 }
}

extension Substring {
  /// A plain decimal: what else `Double` reads (`1e1`, `0x2p1`, `nan`) is nobody's measure.
  fileprivate var measure: Double? {
    utf8.allSatisfy { "+-.0123456789".utf8.contains($0) } ? Double(self) : nil
  }

  fileprivate func trimmed(of character: Character) -> Substring {
    var rest = drop { $0 == character }
    while rest.last == character { rest.removeLast() }
    return rest
  }
}
