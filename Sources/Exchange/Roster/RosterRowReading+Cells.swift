import Characters
import Matchmaking

extension RosterRowReading {
  mutating func plain(
    _ raw: String, _ column: RosterHead.Column, _ index: Int, needsCare: Bool
  ) -> String {
    guard needsCare else { return raw }
    let plain = PlainText(raw, lines: column.keepsLines ? .kept : .joined)
    if plain.lostCharacters { note(.controlCharacters, index, plain.text) }
    return plain.text
  }

  mutating func take(_ text: String, _ column: RosterHead.Column, _ index: Int) {
    switch column {
    case .complaints: break
    case .extra(let name):
      if let text = keepable(text, index, longest: RosterHead.longestExtra) {
        say(text, .extra(name))
      }
    case .field(.text(.residentDigits)): takeLastFour(text, index)
    case .field(.text(let kind)):
      if let text = keepable(text, index, longest: kind.longest) { say(text, .text(kind)) }
    case .field(.name): takeName(text, index)
    case .field(.resident): takeResident(text, index)
    case .field(let field):
      if !FieldReading.isBlank(text) { takeTyped(text, field, index) }
    }
  }

  private mutating func takeTyped(_ text: String, _ field: RosterField, _ index: Int) {
    switch field {
    case .sex: take(FieldReading.sex(text)?.rawValue, .sex, .unknownSex, text, index)
    case .birth: takeBirth(text, index)
    case .phone: take(FieldReading.phone(text)?.digits, .phone, .unknownPhone, text, index)
    case .height:
      take(FieldReading.height(text).map { "\($0)" }, .height, .unknownHeight, text, index)
    case .verification:
      take(verification(text)?.rawValue, .verification, .unknownVerification, text, index)
    case .number: takeNumber(text, index)
    case .name, .resident, .text: break
    }
  }

  private mutating func take(
    _ value: String?, _ field: DraftField, _ otherwise: ImportProblem.Code, _ text: String,
    _ index: Int
  ) {
    if let value { say(value, field) } else { note(otherwise, index, text) }
  }

  /// Reading a sentence takes as long as the rest of the row; there are only so many sentences.
  private mutating func verification(_ text: String) -> Verification? {
    if let known = verifications[text] { return known }
    let found = FieldReading.verification(text)
    if verifications.count < 1000 { verifications[text] = .some(found) }
    return found
  }

  private mutating func takeBirth(_ text: String, _ index: Int) {
    if let year = FieldReading.yearOfDoubtfulMonth(text) {
      if let birth = BirthDate(year: year) { say(birth.description, .birth) }
      note(.unknownBirth, index, "\(text) → \(year)")
    } else {
      let birth = FieldReading.birth(text, is1904: is1904)
      take(birth?.description, .birth, .unknownBirth, text, index)
    }
  }

  private mutating func takeName(_ text: String, _ index: Int) {
    guard let name = PersonName(text), !ResidentNumber.isHidden(in: text) else {
      note(.missingName, index, text, isRefusal: true)
      return
    }
    if name.isTooLong {
      note(.tooLong, index, text, isRefusal: true)
    } else {
      say(name.text, .name)
    }
  }

  private mutating func takeNumber(_ text: String, _ index: Int) {
    guard let number = FieldReading.number(text) else {
      note(.spoiltNumber, index, text)
      return
    }
    if let number = keepable(number, index, longest: RosterHead.longestNumber) {
      say(number, .number)
    }
  }

  private mutating func takeResident(_ text: String, _ index: Int) {
    if FieldReading.isBlank(text) { return }
    if text.utf8.count == 4 {
      takeLastFour(text, index)
    } else if let number = ResidentNumber(text) {
      resident = number
      say(number.lastFour, .text(.residentDigits))
    } else {
      note(.residentNumber, index, text)
    }
  }

  private mutating func takeLastFour(_ text: String, _ index: Int) {
    if FieldReading.isBlank(text) { return }
    let characters = Array(text.uppercased().utf8)
    let isRight =
      characters.count == 4 && characters[..<3].allSatisfy { (48...57).contains($0) }
      && ((48...57).contains(characters[3]) || characters[3] == UInt8(ascii: "X"))
    if isRight {
      say(text.uppercased(), .text(.residentDigits))
    } else {
      note(.residentNumber, index, text)
    }
  }

  /// The text where it may be kept: not over-long, and without a resident number in it.
  private mutating func keepable(_ text: String, _ index: Int, longest: Int) -> String? {
    if ResidentNumber.isHidden(in: text) {
      note(.residentNumber, index, text)
      return nil
    }
    if text.utf8.count > longest, text.count > longest {
      note(.tooLong, index, text)
      return nil
    }
    return text
  }

  /// The birth date and sex inside the resident number must be those of the other columns.
  mutating func compareWithResident() {
    guard let resident, let index = head.columns.firstIndex(of: .field(.resident)) else { return }
    var differences: [String] = []
    if let sex = text(.sex).flatMap(Sex.init), sex != resident.sex {
      differences.append("\(sex.rawValue) ≠ \(resident.sex.rawValue)")
    }
    if let birth = text(.birth).flatMap({ BirthDate($0) }), !birth.covers(resident.birth) {
      differences.append("\(birth) ≠ \(resident.birth)")
    }
    if differences.isEmpty { return }
    if let slot = batch.slot(.text(.residentDigits)) { batch.unsay(slot) }
    note(.residentMismatch, index, differences.joined(separator: ", "))
  }
}

extension RosterHead.Column {
  /// The text without what programs put around it: the one place where that is undone, whatever the file
  /// and the column.
  func withoutArtefacts(_ text: String) -> String {
    guard case .field(let field) = self, field.isFact else { return CellArmour.removed(text) }
    return SpreadsheetNumber.undone(CellArmour.bare(text))
  }

  fileprivate var keepsLines: Bool {
    switch self {
    case .extra, .field(.text): true
    case .complaints, .field: false
    }
  }
}
