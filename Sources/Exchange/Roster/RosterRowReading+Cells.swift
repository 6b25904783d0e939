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

  mutating func take(_ text: String, _ index: Int) {
    let column = places.columns[index]
    switch column.kind {
    case .passedOver: break
    case .extra(let name): takeExtra(text, name, index)
    case .field(.text(.residentDigits)): takeLastFour(text, index)
    case .field(.text(let kind)): takeText(text, kind, column.sense, index)
    case .field(.name): takeName(text, index)
    case .field(.familyName): said.familyName = FieldReading.isBlank(text, in: .name) ? "" : text
    case .field(.givenName): said.givenName = FieldReading.isBlank(text, in: .name) ? "" : text
    case .field(.resident): takeResident(text, index)
    case .field(.answered):
      said.answered = AnswerTime(text, is1904: is1904)
      takeExtra(text, head.names[index], index)
    case .field(.age): takeAge(text, index)
    case .field(let field):
      if !FieldReading.isBlank(text) { takeTyped(text, field, column.sense, index) }
    }
  }

  private mutating func takeExtra(_ text: String, _ name: String, _ index: Int) {
    guard !FieldReading.isBlank(text, in: .extra(name)) else { return }
    if let text = keepable(text, index, longest: MemberField.extra(name).longest) {
      say(text, .extra(name))
    }
  }

  private mutating func takeText(
    _ text: String, _ kind: MemberText, _ sense: HeadSense?, _ index: Int
  ) {
    let chosen = kind.isChoice ? FieldReading.withoutOptionLetter(text) : text
    guard !FieldReading.isBlank(chosen, in: .text(kind)) else { return }
    let whole = sense?.completing(chosen) ?? chosen
    if let text = keepable(whole, index, longest: MemberField.text(kind).longest) {
      say(text, .text(kind))
    }
  }

  private mutating func takeTyped(
    _ text: String, _ field: RosterField, _ sense: HeadSense?, _ index: Int
  ) {
    switch field {
    case .sex: take(FieldReading.chosenSex(text)?.rawValue, .sex, .unknownSex, text, index)
    case .birth: takeBirth(text, index)
    case .phone: take(FieldReading.phone(text)?.digits, .phone, .unknownPhone, text, index)
    case .contact: takeContact(text, index)
    case .height:
      let plain = FieldReading.withoutOptionLetter(text)
      let inches = sense == .inches ? FieldReading.height(inches: plain) : nil
      let height = inches ?? FieldReading.spokenHeight(plain)
      take(height.map { "\($0)" }, .height, .unknownHeight, text, index)
    case .verification:
      take(verification(text)?.rawValue, .verification, .unknownVerification, text, index)
    case .number: takeNumber(text, index)
    case .consent(let purpose):
      if let agrees = FieldReading.agreement(text) {
        said.consents.append((purpose, agrees))
      } else {
        note(.unknownConsent, index, text)
      }
    case .name, .familyName, .givenName, .resident, .age, .answered, .text: break
    }
  }

  private mutating func take(
    _ value: String?, _ field: DraftField, _ otherwise: ImportProblem.Code, _ text: String,
    _ index: Int
  ) {
    if let value { say(value, field) } else { note(otherwise, index, text) }
  }

  /// Years, kept as they were written; a year of birth where the day of the answer is known.
  private mutating func takeAge(_ text: String, _ index: Int) {
    takeExtra(text, head.names[index], index)
    let years = text.hasSuffix("岁") ? String(text.dropLast()) : text
    said.age = Int(years).flatMap { (14...99).contains($0) ? $0 : nil }
  }

  /// `13800010007`, `zs_1990`, `13800010007/zs_1990`, `微信：zs_1990`.
  private mutating func takeContact(_ text: String, _ index: Int) {
    if let phone = FieldReading.phone(text) { return say(phone.digits, .phone) }
    var names: [String] = []
    var isWrong = false
    for part in text.split(whereSeparator: { "/、，,;； \n┋".contains($0) }) {
      let word = Self.withoutLabel(String(part).trimmed)
      if word.isEmpty { continue }
      if let phone = FieldReading.phone(word) {
        say(phone.digits, .phone)
      } else if word.allSatisfy({ $0.isNumber || "+-()（）".contains($0) }) {
        isWrong = true
      } else {
        names.append(word)
      }
    }
    if isWrong { note(.unknownPhone, index, text) }
    let name = names.joined(separator: " ")
    guard !name.isEmpty, !FieldReading.isBlank(name, in: .text(.wechat)) else { return }
    if let name = keepable(name, index, longest: MemberField.text(.wechat).longest) {
      say(name, .text(.wechat))
    }
  }

  private static func withoutLabel(_ word: String) -> String {
    let labels = ["微信号", "微信同号", "同微信", "微信", "手机号", "手机", "电话", "vx", "VX", "wx", "WX", "V", "："]
    var word = word
    for label in labels where word.hasPrefix(label) {
      let rest = word.dropFirst(label.count).drop { ":：".contains($0) }
      let isSure = word.dropFirst(label.count).first.map { ":：".contains($0) } ?? true
      if isSure || !label.allSatisfy(\.isASCII) { word = String(rest) }
    }
    return word
  }

  /// Reading a sentence takes as long as the rest of the row; there are only so many sentences.
  private mutating func verification(_ text: String) -> Verification? {
    if let known = verifications[text] { return known }
    let found = FieldReading.verification(FieldReading.withoutOptionLetter(text))
    if verifications.count < 1000 { verifications[text] = .some(found) }
    return found
  }

  private mutating func takeBirth(_ text: String, _ index: Int) {
    if let year = FieldReading.yearOfDoubtfulMonth(text) {
      let birth = BirthDate(year: year)
      if let birth, day.map({ !birth.begins(after: $0) }) ?? true { say(birth.description, .birth) }
      note(.unknownBirth, index, "\(text) → \(year)")
    } else {
      let birth = FieldReading.birth(text, on: day, is1904: is1904)
      take(birth?.description, .birth, .unknownBirth, text, index)
    }
  }

  mutating func takeName(_ text: String, _ index: Int) {
    guard !FieldReading.isBlank(text, in: .name), let name = PersonName(text),
      !ResidentNumber.isHidden(in: text)
    else {
      note(.missingName, index, text, isRefusal: true)
      return
    }
    if name.isTooLong {
      note(.tooLong, index, text, isRefusal: true)
    } else if !name.isOfOne {
      note(.unclearName, index, text, isRefusal: true)
    } else {
      say(name.text, .name)
    }
  }

  private mutating func takeNumber(_ text: String, _ index: Int) {
    guard let number = FieldReading.number(text) else {
      note(.spoiltNumber, index, text)
      return
    }
    if let number = keepable(number, index, longest: MemberField.number.longest) {
      say(number, .number)
    }
  }

  private mutating func takeResident(_ text: String, _ index: Int) {
    if FieldReading.isBlank(text) { return }
    if text.utf8.count == 4 {
      takeLastFour(text, index)
    } else if let number = ResidentNumber(text), day.map({ number.birth <= $0 }) ?? true {
      said.resident = number
      say(number.lastFour, .text(.residentDigits))
    } else {
      note(.residentNumber, index, text)
    }
  }

  private mutating func takeLastFour(_ text: String, _ index: Int) {
    if FieldReading.isBlank(text) { return }
    if let lastFour = ResidentNumber.lastFour(typed: text) {
      say(lastFour, .text(.residentDigits))
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
    case .passedOver, .field: false
    }
  }
}
