/// A mainland mobile number: eleven digits that begin with 1 and 3 to 9.
public struct PhoneNumber: Hashable, Sendable, CustomStringConvertible {
  public let digits: String

  /// Reads a number as people write it: spaces, hyphens, full-width digits and `+86` or `0086` are
  /// taken away; nil for anything that is no mobile number then.
  public init?(_ text: some StringProtocol) { self.init(written: String(text)) }

  /// A concrete string: the generic form takes ten times as long, which a roster of 100,000 feels.
  private init?(written text: String) {
    if text.utf8.count == 11, text.utf8.allSatisfy({ (48...57).contains($0) }) {
      guard PhoneNumber.isMobile(text) else { return nil }
      digits = text
      return
    }
    var digits = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39: digits.unicodeScalars.append(scalar)
      case 0xff10...0xff19: digits += String(scalar.value - 0xff10)
      case 0x20, 0xa0, 0x3000, 0x2d, 0x2013, 0x2010, 0x2b, 0xff0b, 0x28, 0x29: continue
      default: return nil
      }
    }
    if digits.utf8.count == 15, digits.hasPrefix("0086") { digits.removeFirst(4) }
    if digits.utf8.count == 13, digits.hasPrefix("86") { digits.removeFirst(2) }
    guard PhoneNumber.isMobile(digits) else { return nil }
    self.digits = digits
  }

  private static func isMobile(_ digits: String) -> Bool {
    guard digits.utf8.count == 11, digits.utf8.first == 49,
      let second = digits.utf8.dropFirst().first
    else { return false }
    return (51...57).contains(second)
  }

  public var description: String { digits }

  /// What a volunteer asks for at the door.
  public var lastFour: String { String(digits.suffix(4)) }

  /// What screens that others can see show: `138****0007`.
  public var masked: String { "\(digits.prefix(3))****\(lastFour)" }
}
