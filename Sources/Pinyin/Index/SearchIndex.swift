/// Everything the door can type about a member, in flat arrays that one keystroke scans whole.
///
/// An entry is known by its ordinal, the order in which it was appended; removed ordinals are not
/// used again. About 50 bytes an entry.
public struct SearchIndex: Sendable {
  var glyphs = Glyphs()
  var names = Names()
  var numbers = Numbers()
  var badges: [UInt32] = []
  /// A register has none, and they are not looked at.
  var hasBadges = false
  var lastFours: [UInt16] = []
  /// Of the name that was taken in last; kept for its room.
  private var units: [UInt32] = []

  public init() {}

  public init(capacity: Int) {
    names.reserve(capacity)
    numbers.reserve(capacity)
    badges.reserveCapacity(capacity)
    lastFours.reserveCapacity(capacity)
  }

  /// How many ordinals were given out, removed ones included.
  public var count: Int { badges.count }

  /// The bytes of its arrays.
  public var byteCount: Int {
    names.byteCount + numbers.byteCount + glyphs.byteCount + 4 * badges.capacity
      + 2 * lastFours.capacity
  }

  /// - Parameters:
  ///   - badge: `M07`, `F12`, `G07`; anything else is not found by badge.
  ///   - number: the member number; its letters and digits count, its case and hyphens do not.
  ///   - lastFour: of the phone; anything but four digits is left out.
  /// - Returns: the ordinal.
  @discardableResult
  public mutating func append(
    name: String, badge: String? = nil, number: String = "", lastFour: String? = nil
  ) -> Int {
    names.append(numbered(name))
    numbers.append(Self.plain(number))
    badges.append(BadgeCode.stored(badge))
    if badge != nil { hasBadges = true }
    lastFours.append(LastFour.stored(lastFour))
    return badges.count - 1
  }

  public mutating func replace(
    _ ordinal: Int, name: String, badge: String? = nil, number: String = "",
    lastFour: String? = nil
  ) {
    names.replace(ordinal, with: numbered(name))
    numbers.replace(ordinal, with: Self.plain(number))
    badges[ordinal] = BadgeCode.stored(badge)
    if badge != nil { hasBadges = true }
    lastFours[ordinal] = LastFour.stored(lastFour)
  }

  /// The ordinal stays, and is found by nothing until it is replaced.
  public mutating func remove(_ ordinal: Int) {
    names.replace(ordinal, with: [])
    numbers.replace(ordinal, with: [])
    badges[ordinal] = BadgeCode.none
    lastFours[ordinal] = LastFour.none
  }

  private mutating func numbered(_ name: String) -> [UInt16] {
    units.removeAll(keepingCapacity: true)
    for scalar in name.unicodeScalars { Folding.append(scalar.value, to: &units) }
    return units.map { glyphs.add($0) }
  }

  private static func plain(_ number: String) -> [UInt8] {
    var units: [UInt32] = []
    for scalar in number.unicodeScalars { Folding.append(scalar.value, to: &units) }
    return units.compactMap { $0 < 0x80 ? UInt8($0) : nil }
  }
}
