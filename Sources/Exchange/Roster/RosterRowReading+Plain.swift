internal import Matchmaking

// The quick way for cells that are as they should be, which nearly all are: bytes in, bytes out. It
// only ever takes what the way over text (`take`) would take as it is; a test holds both together.

extension RosterRowReading {
  /// Takes the cell into the draft; false where it needs a closer look.
  ///
  /// - Parameter cell: not empty, UTF-8, of a row that needs no care.
  mutating func takePlainly(_ cell: Span<UInt8>, _ column: RosterPlaces.Plain) -> Bool {
    guard column.way != .slow, PlainCell.isTrimmed(cell) else { return false }
    let slot = Int(column.slot)
    switch column.way {
    case .passedOver, .slow: return false
    case .text, .choice:
      guard cell.count <= column.longest, PlainCell.isNoArtefact(cell),
        !ResidentNumber.mayHide(in: cell), !Silence.mayBe(cell),
        column.way == .text || !PlainCell.mayHaveOption(cell)
      else { return false }
    case .name: guard PlainCell.isShortHan(cell), !Silence.mayBe(cell) else { return false }
    case .number:
      guard cell.count <= min(17, column.longest), PlainCell.isAlphanumeric(cell) else {
        return false
      }
    case .phone: guard PlainCell.isMobile(cell) else { return false }
    case .height:
      guard cell.count == 3, let height = PlainCell.digits(cell, 0..<3),
        FieldReading.heights.contains(height)
      else { return false }
    case .sex:
      guard let sex = PlainCell.sex(cell) else { return false }
      batch.say(sex.rawValue, slot)
      return true
    case .birth: guard isPlainBirth(cell) else { return false }
    }
    batch.say(cell, slot)
    return true
  }

  /// `1992`, `1992-05`, `1992-05-04`, as the register writes them.
  private func isPlainBirth(_ cell: Span<UInt8>) -> Bool {
    let hyphen = UInt8(ascii: "-")
    guard cell.count == 4 || cell.count == 7 || cell.count == 10,
      let year = PlainCell.digits(cell, 0..<4)
    else { return false }
    var (month, day): (Int?, Int?)
    if cell.count > 4 {
      month = PlainCell.digits(cell, 5..<7)
      guard cell[4] == hyphen, month != nil else { return false }
    }
    if cell.count > 7 {
      day = PlainCell.digits(cell, 8..<10)
      guard cell[7] == hyphen, day != nil else { return false }
    }
    guard let birth = BirthDate(year: year, month: month, day: day) else { return false }
    return self.day.map { !birth.begins(after: $0) } ?? true
  }
}

/// What a look at the bytes of a cell tells; wrong only to the safe side.
private enum PlainCell {
  /// Neither blanks nor what guards digits at its ends.
  static func isTrimmed(_ cell: Span<UInt8>) -> Bool {
    let count = cell.count
    let (first, last) = (cell[0], cell[count - 1])
    switch first {
    case ...0x20, UInt8(ascii: "'"), UInt8(ascii: "="), UInt8(ascii: "`"), 0xc2..<0xe4, 0xef:
      return false
    default: break
    }
    if last < 0x80 { return last > 0x20 }
    guard count >= 3 else { return false }
    // A Han character or a full-width form; U+3000 is the blank among its like.
    let lead = cell[count - 3]
    return lead >= 0xe4 || lead == 0xe3 && !(cell[count - 2] == 0x80 && last == 0x80)
  }

  /// Whether it is no number with a point, comma or exponent, as far as a look tells.
  static func isNoArtefact(_ cell: Span<UInt8>) -> Bool {
    guard cell[0] &- 0x30 <= 9 else { return true }
    for index in 1..<max(1, cell.count) {
      switch cell[index] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "E"), UInt8(ascii: "e"): return false
      default: continue
      }
    }
    return true
  }

  /// At most ten characters from U+4000 to U+9FFF.
  static func isShortHan(_ cell: Span<UInt8>) -> Bool {
    guard cell.count <= 30, cell.count % 3 == 0 else { return false }
    for index in stride(from: 0, to: cell.count, by: 3) where !(0xe4...0xe9).contains(cell[index]) {
      return false
    }
    return true
  }

  /// Letters and digits, with one digit at least: letters alone may be `null`.
  static func isAlphanumeric(_ cell: Span<UInt8>) -> Bool {
    var hasDigit = false
    for index in 0..<cell.count {
      switch cell[index] {
      case 0x30...0x39: hasDigit = true
      case 0x41...0x5a, 0x61...0x7a: continue
      default: return false
      }
    }
    return hasDigit
  }

  /// Whether the letter of an option may stand before something.
  static func mayHaveOption(_ cell: Span<UInt8>) -> Bool {
    guard FieldReading.mayHaveOption(cell[0]), cell.count > 1 else { return false }
    switch cell[0] {
    case 0x31...0x39, 0x41...0x48, 0x61...0x68:
      return cell[1] == 0x2e || cell[1] == 0x29 || cell[1] == 0x3a || cell[1] >= 0x80
    default: return true
    }
  }

  static func isMobile(_ cell: Span<UInt8>) -> Bool {
    guard cell.count == 11, cell[0] == UInt8(ascii: "1"), (0x33...0x39).contains(cell[1]) else {
      return false
    }
    return digits(cell, 0..<11) != nil
  }

  static func sex(_ cell: Span<UInt8>) -> Sex? {
    if cell.count == 1 {
      return cell[0] == UInt8(ascii: "M") ? .man : cell[0] == UInt8(ascii: "F") ? .woman : nil
    }
    guard cell.count == 3 else { return nil }
    return switch (cell[0], cell[1], cell[2]) {
    case (0xe7, 0x94, 0xb7): .man
    case (0xe5, 0xa5, 0xb3): .woman
    default: nil
    }
  }

  /// Nil where anything but digits stands there.
  static func digits(_ cell: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var value = 0
    for index in range {
      let digit = cell[index] &- 0x30
      guard digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }
}
