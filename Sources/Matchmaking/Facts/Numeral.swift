/// A number as people write it: `25`, `1.75`, `8k`, `1万5`, `三十五`, `一百七`, `两万`; or two that stand for
/// what lies between them, as `二十七八` and `七八千`.
struct Numeral: Hashable, Sendable {
  /// In thousandths.
  let thousandths: Int
  /// The greater one of `二十七八`, in thousandths.
  let upper: Int?
  let end: Int
  /// Han digits one by one, as `一七五` or `九五`: a height or a year, or `三五` for "three to five".
  private(set) var isSpelled: Bool
  /// Digits that were written in front of a point or a multiplier.
  let digits: Int
  /// Whether 千, 万, k or w made it larger.
  private(set) var isMultiplied: Bool

  /// Nil where it is no whole number.
  var whole: Int? { thousandths % 1000 == 0 ? thousandths / 1000 : nil }

  init?(_ text: Written, at place: Int) {
    if Written.isDigit(text[place]) {
      self.init(arabic: text, at: place)
    } else {
      self.init(han: text, at: place)
    }
  }

  private init?(arabic text: Written, at start: Int) {
    var place = start
    var value = 0
    while Written.isDigit(text[place]), place - start < 11 {
      value = value * 10 + Int(text[place]) - 48
      place += 1
    }
    digits = place - start
    if digits <= 3, Numeral.isThousands(text, place, behind: digits) {
      value = value * 1000 + Numeral.three(text, place + 1)
      place += 4
    }
    value *= 1000
    if text[place] == 0x2e, Written.isDigit(text[place + 1]) {
      var unit = 100
      place += 1
      while Written.isDigit(text[place]) {
        value += (Int(text[place]) - 48) * unit
        unit /= 10
        place += 1
      }
    }
    let (factor, next) = Numeral.multiplier(text, at: place)
    if factor > 1 {
      value *= factor
      place = next
      // `1万5` is 15,000; `1万5千` as well.
      if factor >= 1000, Written.isDigit(text[place]), !Written.isDigit(text[place + 1]) {
        value += (Int(text[place]) - 48) * factor * 100
        place += 1
        if factor == 10_000, text[place] == 0x5343 { place += 1 }
      }
    }
    isMultiplied = factor > 1
    thousandths = value
    upper = nil
    end = place
    isSpelled = false
  }

  /// `8,000`: a comma before three digits that end in 00, which no list of figures looks like; `175,100斤`
  /// is one, and `150,000` is none.
  private static func isThousands(_ text: Written, _ place: Int, behind digits: Int) -> Bool {
    text[place] == 0x2c && Written.isDigit(text[place + 1]) && text[place + 2] == 0x30
      && text[place + 3] == 0x30 && !Written.isDigit(text[place + 4])
      && (digits < 3 || text[place + 1] == 0x30)
  }

  private static func three(_ text: Written, _ place: Int) -> Int { (Int(text[place]) - 48) * 100 }

  private static func multiplier(_ text: Written, at place: Int) -> (Int, Int) {
    switch text[place] {
    // 千, but not 千克 and 千米.
    case 0x5343 where text[place + 1] != 0x514b && text[place + 1] != 0x7c73: (1000, place + 1)
    case 0x4e07: (10_000, place + 1)  // 万
    case 0x6b where !Written.isLetter(text[place + 1]): (1000, place + 1)  // k, but not kg
    case 0x77 where !Written.isLetter(text[place + 1]): (10_000, place + 1)  // w
    default: (1, place)
    }
  }

  private init?(han text: Written, at start: Int) {
    var place = start
    var (total, section, digit, last) = (0, 0, -1, 1)
    // Of one section: 十十 and 两千三千 are no numbers.
    var least = 10_000
    var spelled: [Int] = []
    var hasMultiplier = false
    scan: while true {
      let scalar = text[place]
      if let value = Numeral.hanDigits[scalar] {
        spelled.append(value)
        digit = value
        if value == 0 { last = 1 }
      } else if let unit = Numeral.hanUnits[scalar], digit >= 0 || unit == 10 || section > 0 {
        if spelled.count > 1, !hasMultiplier {
          guard unit > 10, spelled.count == 2, Numeral.isRun(spelled) else { break scan }
          self.init(spelled[0] * unit, to: spelled[1] * unit, digits: 2, end: place + 1)
          return
        }
        if unit == 10_000 {
          total += (section + max(digit, 0)) * unit
          (section, least) = (0, unit)
        } else {
          guard unit < least else { return nil }
          least = unit
          section += (digit < 0 ? 1 : digit) * unit
        }
        (digit, last, hasMultiplier) = (-1, unit, true)
        spelled = []
      } else {
        break
      }
      place += 1
      if place - start > 9 { return nil }
    }
    guard place > start else { return nil }
    guard hasMultiplier else {
      self.init(spelled.reduce(0) { $0 * 10 + $1 }, digits: spelled.count, end: place)
      (isSpelled, isMultiplied) = (spelled.count > 1, false)
      return
    }
    // 一百七 is 170 and 一万二 12,000, but 一百零七 is 107 and 十七 is 17.
    let step = last > 10 ? last / 10 : 1
    let base = total + section
    switch spelled.count {
    case 0, 1:
      self.init(base + max(digit, 0) * step, digits: spelled.count, end: place)
    case 2 where spelled[0] == 0: self.init(base + spelled[1] * step, digits: 2, end: place)
    case 2 where Numeral.isRun(spelled):
      self.init(base + spelled[0] * step, to: base + spelled[1] * step, digits: 2, end: place)
    default: return nil
    }
  }

  /// One number after the other, as of 七八.
  private static func isRun(_ digits: [Int]) -> Bool {
    digits[0] > 0 && digits[1] == digits[0] + 1
  }

  private init(_ low: Int, to high: Int? = nil, digits: Int, end: Int) {
    thousandths = low * 1000
    upper = high.map { $0 * 1000 }
    isSpelled = false
    isMultiplied = low >= 1000
    self.digits = digits
    self.end = end
  }

  private static let hanDigits: [UInt32: Int] = [
    0x96f6: 0, 0x4e00: 1, 0x4e8c: 2, 0x4e24: 2, 0x4e09: 3, 0x56db: 4, 0x4e94: 5, 0x516d: 6,
    0x4e03: 7, 0x516b: 8, 0x4e5d: 9,
  ]
  private static let hanUnits: [UInt32: Int] = [
    0x5341: 10, 0x767e: 100, 0x5343: 1000, 0x4e07: 10_000,
  ]
}
