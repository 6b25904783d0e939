/// Finds numbers that lead to somebody: phones, resident numbers, account numbers, dates of birth.
struct NumberFinder {
  private(set) var places: [Range<Int>] = []

  init(_ text: Written) {
    var place = 0
    while place < text.count {
      guard let run = Run(text, from: place) else {
        place += 1
        continue
      }
      if run.isTelling { places.append(place..<run.end) }
      place = run.end
    }
    places += Self.dates(in: text)
  }

  /// Digits of any spelling with nothing but gaps between them.
  private struct Run {
    var digits: [Int] = []
    /// How many digits stand together, group by group.
    var groups: [Int] = []
    var end: Int

    init?(_ text: Written, from start: Int) {
      guard NumberFinder.digit(text[start]) != nil else { return nil }
      end = start
      var (place, isOpen) = (start, false)
      while place < text.count {
        if let digit = NumberFinder.digit(text[place]) {
          digits.append(digit)
          if isOpen { groups[groups.count - 1] += 1 } else { groups.append(1) }
          isOpen = true
          end = place + 1
        } else if text[place] == 0x78, digits.count == 17 {
          // The X a resident number ends in.
          end = place + 1
          break
        } else if WordFinder.isGap(text[place]) {
          isOpen = false
          if place - end > 3 { break }
        } else {
          break
        }
        place += 1
      }
      while [0xfe0e, 0xfe0f, 0x20e3].contains(text[end]) { end += 1 }
    }

    /// Seven digits on end, a mobile number whatever stands between, or single digits in a row.
    var isTelling: Bool {
      if groups.contains(where: { $0 >= 7 }) { return true }
      if digits.count >= 7, groups.count(where: { $0 == 1 }) >= 5 { return true }
      guard digits.count >= 11 else { return false }
      return (0...(digits.count - 11)).contains {
        digits[$0] == 1 && (3...9).contains(digits[$0 + 1])
      }
    }
  }

  static func digit(_ scalar: UInt32) -> Int? {
    if Written.isDigit(scalar) { return Int(scalar) - 48 }
    if let han = han[scalar] { return han }
    guard scalar > 0x7f, let character = Unicode.Scalar(scalar) else { return nil }
    // Circled, superscript, mathematical and other digits; 万 and the like are no digits.
    guard character.properties.numericType != nil, let value = character.properties.numericValue,
      (0...9).contains(value), Double(Int(value)) == value, !isIdeograph(scalar)
    else { return nil }
    return Int(value)
  }

  private static func isIdeograph(_ scalar: UInt32) -> Bool {
    (0x3400...0x9fff).contains(scalar) || scalar >= 0x20000
  }

  /// The digits of Han, the ones for cheques and the one for telephones among them.
  private static let han: [UInt32: Int] = {
    var digits: [UInt32: Int] = [:]
    let rows = ["零〇○洞", "一壹幺弌", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒拐", "八捌", "九玖勾"]
    for (value, row) in rows.enumerated() {
      for scalar in row.unicodeScalars { digits[scalar.value] = value }
    }
    return digits
  }()

  /// `1995年3月8日`, `1995-03-08`, `3月8日生`: whole days.
  private static func dates(in text: Written) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var place = 0
    while place < text.count {
      if let end = date(in: text, from: place) {
        found.append(place..<end)
        place = end
      } else {
        place += 1
      }
    }
    return found
  }

  private static func date(in text: Written, from start: Int) -> Int? {
    var place = start
    var parts: [Int] = []
    while parts.count < 3 {
      guard let (length, end) = figure(text, place) else { break }
      parts.append(length)
      place = end
      let mark = text[place]
      guard [0x2d, 0x2f, 0x2e, 0x5e74, 0x6708, 0x65e5, 0x53f7].contains(mark) else { break }
      place += 1
      if mark == 0x65e5 || mark == 0x53f7 { break }  // 日 号
      while text[place] == 0x20 { place += 1 }
    }
    let last = place > start ? text[place - 1] : 0
    let isDay = last == 0x65e5 || last == 0x53f7
    if parts.count == 3, parts[0] == 4 { return place }
    return parts.count == 2 && isDay ? place : nil
  }

  /// Up to four digits, or Han figures such as 十二.
  private static func figure(_ text: Written, _ place: Int) -> (length: Int, end: Int)? {
    var end = place
    while end - place < 5, digit(text[end]) != nil || text[end] == 0x5341 { end += 1 }
    return end > place && end - place <= 4 ? (end - place, end) : nil
  }
}
