/// Hides numbers by which somebody could be called or found in texts that others may see: `138****0007`.
public enum Masking {
  /// A text without whole phone or resident numbers in it.
  ///
  /// Hidden are digits, of whichever width, that stand seven and more on end, but for a day such as
  /// `20260819`; and phones that are written in groups, as in `138 0013 8000` and `(0538) 812-3456`. Each
  /// digit gives way to a star, at least four of a number.
  public static func numbers(in text: String) -> String {
    guard text.mayHoldNumbers(7) else { return text }
    return settled(text) { digits in
      digits.hideGrouped()
      digits.hideMistyped()
      digits.hideLong()
    }
  }

  /// Only what is a mobile number, for texts such as names and numbers in which other digits are needed.
  public static func phones(in text: String) -> String {
    guard text.mayHoldNumbers(11) else { return text }
    return settled(text) { digits in
      digits.hideGrouped()
      digits.hideMobiles()
    }
  }

  /// Until nothing more is hidden: of numbers that stand close together one may show only when the other
  /// is gone.
  private static func settled(_ text: String, _ hide: (inout Digits) -> Void) -> String {
    var text = text
    while true {
      var digits = Digits(text)
      hide(&digits)
      if digits.hidesNothing { return text }
      text = digits.text
    }
  }
}

extension FieldDifference {
  /// Both values without what others should not read.
  public var masked: (before: String, after: String) {
    (Masking.numbers(in: before), Masking.numbers(in: after))
  }
}

extension String {
  /// Most texts have no number in them, and a long list has many texts.
  fileprivate func mayHoldNumbers(_ least: Int) -> Bool {
    guard utf8.count >= least else { return false }
    var text = self
    return text.withUTF8 { bytes in
      var (digits, last) = (0, UInt8(0))
      for byte in bytes {
        switch byte {
        // In the scripts that begin with the latter there are digits, too.
        case 0x30...0x39, 0xd9, 0xdb, 0xdf, 0xe0, 0xf0: digits += 1
        case 0x90...0x99 where last == 0xbc: digits += 1
        default: break
        }
        if digits == least { return true }
        last = byte
      }
      return false
    }
  }
}

/// The digits of a text, in runs, and which of them are hidden.
private struct Digits {
  private let scalars: [Unicode.Scalar]
  /// Of the digits their values; nil for whatever else.
  private let values: [Int?]
  private let runs: [Range<Int>]
  private var hidden: Set<Int> = []

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    values = scalars.map(\.decimalDigit)
    var runs: [Range<Int>] = []
    for (place, value) in values.enumerated() where value != nil {
      if let last = runs.last, last.upperBound == place {
        runs[runs.count - 1] = last.lowerBound..<place + 1
      } else {
        runs.append(place..<place + 1)
      }
    }
    self.runs = runs
  }

  var hidesNothing: Bool { hidden.isEmpty }

  private func digits(_ run: Range<Int>) -> [Int] { values[run].compactMap(\.self) }

  private func isDate(_ run: Range<Int>) -> Bool {
    guard run.count == 8 else { return false }
    let number = digits(run).reduce(0) { $0 * 10 + $1 }
    return (1900...2099).contains(number / 10_000)
      && Day(year: number / 10_000, month: number / 100 % 100, day: number % 100) != nil
  }

  private func isMobile(_ run: Range<Int>) -> Bool {
    let digits = digits(run)
    let start = max(0, digits.count - 11)
    let isCoded = [[], [8, 6], [0, 0, 8, 6]].contains(Array(digits[..<start]))
    return digits.count >= 11 && isCoded && digits[start] == 1 && digits[start + 1] >= 3
  }

  mutating func hideLong() {
    for run in runs where run.count >= 7 && !isDate(run) { hide(run) }
  }

  mutating func hideMobiles() {
    for run in runs where isMobile(run) { hide(run) }
  }

  /// Runs that only together are a phone.
  mutating func hideGrouped() {
    for first in runs.indices {
      var last = first
      while last + 1 < runs.count, isGap(runs[last].upperBound..<runs[last + 1].lowerBound) {
        last += 1
        let whole = runs[first].lowerBound..<runs[last].upperBound
        guard digits(whole).count <= 15 else { break }
        if isMobile(whole) {
          hide(whole, last: 11)
        } else if isLandline(whole, area: runs[first]) {
          hide(whole, last: digits(whole).count - runs[first].count)
        }
      }
    }
  }

  /// Groups with a digit too many or too few that begin as a mobile number does.
  mutating func hideMistyped() {
    var first = 0
    while first < runs.count {
      var last = first
      while last + 1 < runs.count, isGap(runs[last].upperBound..<runs[last + 1].lowerBound) {
        last += 1
      }
      let whole = runs[first].lowerBound..<runs[last].upperBound
      let digits = digits(whole)
      if last > first, runs[first].count >= 3, digits[0] == 1, digits[1] >= 3,
        (9...14).contains(digits.count)
      {
        hide(whole)
      }
      first = last + 1
    }
  }

  private func isLandline(_ run: Range<Int>, area: Range<Int>) -> Bool {
    values[area.lowerBound] == 0 && (3...4).contains(area.count)
      && (10...12).contains(digits(run).count)
  }

  /// Whether no more than a blank or a mark or two stand there.
  private func isGap(_ gap: Range<Int>) -> Bool {
    gap.count <= 2
      && scalars[gap].allSatisfy { scalar in
        switch scalar.value {
        // Lines are joined by a blank where there is room for one only.
        case 0x0a, 0x20, 0xa0, 0x3000, 0x2002...0x200a, 0x28, 0x29, 0xff08, 0xff09, 0x2d,
          0x2010...0x2015, 0xff0d, 0x2e, 0xb7, 0x30fb, 0x5f:
          true
        default: false
        }
      }
  }

  /// Of eleven and more digits the first three and the last four stay.
  private mutating func hide(_ run: Range<Int>, last count: Int = .max) {
    let places = run.filter { values[$0] != nil }.suffix(count).map(\.self)
    let end = min(4, places.count - 4)
    let start = max(0, min(3, places.count - 4 - end))
    guard hidden.isDisjoint(with: places) else { return }
    hidden.formUnion(places.dropFirst(start).dropLast(end))
  }

  var text: String {
    var text = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      text.append(hidden.contains(place) ? "*" : scalar)
    }
    return String(text)
  }
}

extension Unicode.Scalar {
  /// The value of a decimal digit of any script.
  fileprivate var decimalDigit: Int? {
    switch value {
    case 0x30...0x39: Int(value - 0x30)
    case ..<0x80: nil
    case 0xff10...0xff19: Int(value - 0xff10)
    default:
      properties.generalCategory == .decimalNumber ? properties.numericValue.map { Int($0) } : nil
    }
  }
}
