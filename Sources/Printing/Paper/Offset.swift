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
    guard parts.count == 2, let x = Self.number(parts[0]), let y = Self.number(parts[1]) else {
      return nil
    }
    self.init(x: x, y: y)
  }

  /// Plain decimals only: what else `Double` reads (`1e1`, `0x2p1`, `nan`) is nobody's measure.
  private static func number(_ text: Substring) -> Double? {
    guard text.utf8.allSatisfy({ "+-.0123456789".utf8.contains($0) }), let number = Double(text),
      abs(number) <= most
    else { return nil }
    return number
  }
}

extension Substring {
  fileprivate func trimmed(of character: Character) -> Substring {
    var rest = drop { $0 == character }
    while rest.last == character { rest.removeLast() }
    return rest
  }
}
