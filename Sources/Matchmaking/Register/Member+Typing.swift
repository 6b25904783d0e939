internal import Characters

extension Member {
  /// Puts what somebody typed into a field, read and checked as a roster's cell is.
  ///
  /// An empty text takes the detail away, and so does one that says nothing; name and number cannot be
  /// taken away. Nothing changes where a fault is thrown, so a form can check each field as it is typed.
  ///
  /// - Parameter day: nobody is born later.
  public mutating func set(
    _ field: MemberField, to typed: String, on day: Day
  ) throws(FieldFault) {
    let text = PlainText(typed, lines: field.keepsLines ? .kept : .joined).text.trimmed
    if text.utf8.count > field.longest, text.count > field.longest {
      throw .tooLong(field, most: field.longest)
    }
    switch field {
    case .number: number = try Self.number(text)
    case .name: name = try Self.name(text)
    case .sex: sex = try Self.read(text, FieldReading.chosenSex, FieldFault.unknownSex)
    case .birth:
      let reading = { FieldReading.birth($0, on: day) }
      birth = try Self.read(text, reading, FieldFault.unknownBirth)
    case .phone: phone = try Self.read(text, FieldReading.phone, FieldFault.unknownPhone)
    case .height: height = try Self.read(text, FieldReading.spokenHeight, FieldFault.unknownHeight)
    case .text(.residentDigits): texts[.residentDigits] = try lastFour(text, on: day)
    case .text(let kind): texts[kind] = try Self.plain(text, field)
    case .extra(let head): extras[head] = try Self.plain(text, field)
    }
  }

  /// What stands in a field, as a form shows it; empty where nothing does.
  public func text(of field: MemberField) -> String {
    switch field {
    case .number: number
    case .name: name
    case .sex: sex?.rawValue ?? ""
    case .birth: birth?.description ?? ""
    case .phone: phone?.digits ?? ""
    case .height: height.map(String.init) ?? ""
    case .text(let text): texts[text] ?? ""
    case .extra(let head): extras[head] ?? ""
    }
  }

  private static func read<Value>(
    _ text: String, _ reading: (String) -> Value?, _ fault: (String) -> FieldFault
  ) throws(FieldFault) -> Value? {
    if FieldReading.isBlank(text) { return nil }
    guard let value = reading(text) else { throw fault(ResidentNumber.masked(text)) }
    return value
  }

  private static func plain(_ text: String, _ field: MemberField) throws(FieldFault) -> String? {
    guard !ResidentNumber.isHidden(in: text) else { throw .residentInside(field) }
    return FieldReading.isBlank(text, in: .detail(field)) ? nil : text
  }

  private static func number(_ text: String) throws(FieldFault) -> String {
    guard !ResidentNumber.isHidden(in: text) else { throw .residentInside(.number) }
    guard let number = FieldReading.number(text), !number.isEmpty else { throw .noNumber }
    return number
  }

  private static func name(_ text: String) throws(FieldFault) -> String {
    guard !ResidentNumber.isHidden(in: text), !FieldReading.isBlank(text, in: .name),
      let name = PersonName(text)
    else { throw .noName }
    guard !name.isTooLong else { throw .tooLong(.name, most: PersonName.lengths.upperBound) }
    return name.text
  }

  /// Of a whole number, which is checked against birth date and sex and fills them where they are not
  /// known, four characters are kept.
  private mutating func lastFour(_ text: String, on day: Day) throws(FieldFault) -> String? {
    if FieldReading.isBlank(text) { return nil }
    if let whole = ResidentNumber(text) {
      guard whole.birth <= day else { throw .resident(.invalid) }
      if let fault = whole.faultOfBirthOrSex(of: self) { throw .resident(fault) }
      fill(from: whole)
      return whole.lastFour
    }
    guard let lastFour = ResidentNumber.lastFour(typed: text) else { throw .residentDigits }
    return lastFour
  }
}

extension Member {
  /// Birth date and sex as a resident number has them, where nobody said them.
  private mutating func fill(from resident: ResidentNumber) {
    sex = sex ?? resident.sex
    birth = birth ?? BirthDate(resident.birth)
  }
}

extension MemberField {
  /// What is wrong with a text that somebody typed into it, whoever it is about; not for a day of birth,
  /// for which one has to know today.
  public func fault(of typed: String) -> FieldFault? {
    var nobody = Member(id: MemberID(high: 0, low: 0), number: "", name: "")
    do throws(FieldFault) {
      try nobody.set(self, to: typed, on: .fallback)
      return nil
    } catch {
      return error
    }
  }
}
