/// A query as a badge, a member number, or digits of a phone.
struct CodePattern: Sendable {
  private let text: [UInt8]
  private let badge: UInt32?
  private let badgeNumber: UInt32?
  /// Badges that begin with what was typed: `m1` finds M10 to M19, `m0` finds M01 to M09.
  private let longerBadges: [ClosedRange<UInt32>]
  private let digits: UInt16?

  /// Nil where there is no digit: letters alone are a name.
  init?(_ query: Query) {
    guard query.hasDigit else { return nil }
    let units = query.units
    let isPlain = units.allSatisfy { Query.isDigit($0) || Query.isLetter($0) }
    text = isPlain ? units.map { UInt8(truncatingIfNeeded: $0) } : []
    let isDigits = units.allSatisfy(Query.isDigit)
    digits = LastFour.packed(units)
    badgeNumber = isDigits && units.count <= 5 ? BadgeCode.number(units) : nil
    let read = BadgeCode.read(units)
    badge = read?.code
    longerBadges = read.map { Self.longer($0.code, digits: $0.digits) } ?? []
  }

  private static func longer(
    _ code: UInt32, digits: ArraySlice<UInt32>
  ) -> [ClosedRange<UInt32>] {
    let pool = code & ~BadgeCode.numberMask
    let number = code & BadgeCode.numberMask
    if digits.first == 0x30 { return digits.count == 1 ? [pool + 1...pool + 9] : [] }
    return [10, 100, 1_000, 10_000].prefix(5 - digits.count).map {
      pool + number * $0...pool + number * $0 + $0 - 1
    }
  }

  /// Notes the best kind of every entry in `kinds`, where it is better than what stands there.
  func scan(_ index: SearchIndex, into kinds: UnsafeMutableBufferPointer<UInt8>) {
    if let digits { scanLastFours(index.lastFours, digits, into: kinds) }
    if index.hasBadges, badge != nil || badgeNumber != nil { scanBadges(index.badges, into: kinds) }
    if !text.isEmpty { NumberPattern(text).scan(index.numbers, into: kinds) }
  }

  // The loops below decide by comparing, not by branching, so that the compiler can take several
  // entries at a time.

  private func scanLastFours(
    _ stored: [UInt16], _ digits: UInt16, into kinds: UnsafeMutableBufferPointer<UInt8>
  ) {
    let count = UInt16(text.count)
    let spare = 4 - count
    let begins = UInt16((spare == 0 ? MatchKind.lastFour : .codePrefix).rawValue)
    let (shift, mask): (UInt16, UInt16) = (4 * spare, count == 4 ? .max : 1 << (4 * count) - 1)
    // Two or three digits are also looked for behind the first, one says nothing there.
    let inside = UInt16(MatchKind.codeInside.rawValue)
    let second = count == 2 || count == 3 ? inside : UInt16(MatchKind.none)
    let third = count == 2 ? inside : UInt16(MatchKind.none)
    stored.withUnsafeBufferPointer { stored in
      for ordinal in stored.indices {
        let last = stored[ordinal]
        let one = last &>> shift == digits ? begins : UInt16(MatchKind.none)
        let two = last &>> (shift &- 4) & mask == digits ? second : UInt16(MatchKind.none)
        let three = last & mask == digits ? third : UInt16(MatchKind.none)
        let kind = UInt8(truncatingIfNeeded: min(one, min(two, three)))
        kinds[ordinal] = min(kinds[ordinal], kind)
      }
    }
  }

  private func scanBadges(_ badges: [UInt32], into kinds: UnsafeMutableBufferPointer<UInt8>) {
    // No badge has the code 0, and none the number 0.
    let (whole, number) = (badge ?? .max, badgeNumber.flatMap { $0 > 0 ? $0 : nil } ?? .max)
    badges.withUnsafeBufferPointer { badges in
      for ordinal in badges.indices {
        let code = badges[ordinal]
        let isNumber = code & BadgeCode.numberMask == number
        let kind = isNumber ? MatchKind.codePrefix.rawValue : MatchKind.none
        let best = code == whole ? MatchKind.badge.rawValue : kind
        kinds[ordinal] = min(kinds[ordinal], best)
      }
      for range in longerBadges {
        let (least, span) = (range.lowerBound, UInt32(range.count))
        for ordinal in badges.indices {
          let kind =
            badges[ordinal] &- least < span ? MatchKind.codePrefix.rawValue : MatchKind.none
          kinds[ordinal] = min(kinds[ordinal], kind)
        }
      }
    }
  }
}
