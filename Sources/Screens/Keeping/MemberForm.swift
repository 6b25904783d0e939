import Canvas
import Matchmaking
import Wording

/// The details of one member to be typed, each judged while it is typed.
struct MemberForm: Dialogue {
  enum Field: Hashable, Sendable {
    case detail(MemberField)
    case status
  }

  private var form: Form<Field>
  /// Nil for somebody new.
  private let before: Member?
  private let today: Day
  /// Texts of several lines as they came from the editor; a field shows them in one.
  private var composed: [MemberField: String] = [:]
  /// Escape was pressed once over what is not saved.
  private var isLeaving = false
  /// Wrong fields that are still empty are named only once saving was asked for.
  private var isChecked = false

  init(_ member: Member?, today: Day) {
    before = member
    self.today = today
    let heads = (member?.extras.keys.sorted() ?? []).map(MemberField.extra)
    let details = (MemberField.all + heads).map { field -> Form<Field>.Entry in
      if field == .sex { return Self.sexEntry(member?.sex) }
      let text = Self.inOneLine(member?.text(of: field) ?? "")
      return .text(.detail(field), field.phrase, text, hint: Self.hint(field))
        .veiled(Self.veil(text, field))
    }
    let statuses = MemberStatus.allCases
    let status = Form<Field>.Entry.choice(
      .status, Phrase("状态", "Status"), statuses.map(\.phrase),
      chosen: statuses.firstIndex(of: member?.status ?? .single) ?? 0)
    form = Form(member == nil ? details : details + [status])
    form.focus(on: .detail(.name))
  }

  private static func sexEntry(_ sex: Sex?) -> Form<Field>.Entry {
    .choice(
      .detail(.sex), MemberField.sex.phrase,
      [Phrase("未填", "not given")] + sexes.map(\.word),
      chosen: sex.flatMap { sexes.firstIndex(of: $0) }.map { $0 + 1 } ?? 0)
  }

  private static let sexes: [Sex] = [.man, .woman]

  private static func inOneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// What stands in a field, as it would be typed; a text nobody touched keeps its lines.
  private func text(_ name: Field) -> String {
    guard case .detail(let field) = name else { return form.text(name) }
    if field == .sex {
      let chosen = form.choice(name)
      return chosen == 0 ? "" : Self.sexes[chosen - 1].rawValue
    }
    let shown = form.text(name)
    let known = [composed[field], before?.text(of: field)].compactMap { $0?.trimmed }
    return known.first { TextField(Self.inOneLine($0)).text.trimmed == shown } ?? shown
  }

  private static func hint(_ field: MemberField) -> Phrase {
    switch field {
    case .number: Phrase("留空则自动编号", "empty: the next free one")
    case .name: Phrase("如身份证所写", "as on the ID card")
    case .birth: Phrase("如 1992-05-04、1995年3月", "as in 1992-05-04")
    case .phone: Phrase("11 位手机号", "11 digits")
    case .height: Phrase("厘米，也可写 1米72", "centimetres")
    case .text(.residentDigits): Phrase("后四位，或完整号码以便核对", "last four, or all of it to be checked")
    case .text(.criteria): Phrase("如 身高170以上，本科，泰安本地", "in the member's words")
    case .text(.introduction), .text(.interests), .text(.note):
      Phrase("F4 用编辑器写长文字", "F4 writes it in an editor")
    case .sex, .text, .extra: .empty
    }
  }

  /// Nil where others may see all of it.
  private static func veil(_ text: String, _ field: MemberField) -> Form<Field>.Veil? {
    switch field {
    case .number, .name, .sex, .birth, .height: return nil
    case .phone, .text, .extra:
      let phone = phone(in: text, field)
      let mask = phone?.masked ?? Masking.numbers(in: text)
      return mask == text ? nil : Form.Veil(mask: mask, isAll: phone != nil)
    }
  }

  /// A phone number, wherever it stands: many write it as their WeChat name too.
  private static func phone(in text: String, _ field: MemberField) -> PhoneNumber? {
    field == .number || field == .name ? nil : PhoneNumber(text)
  }

  /// What the register has in a field that was emptied since, where that is a phone number.
  private func lostPhone(_ name: Field) -> String? {
    guard case .detail(let field) = name, let before, form.text(name).isEmpty else { return nil }
    let text = Self.inOneLine(before.text(of: field))
    return Self.phone(in: text, field) == nil ? nil : text
  }

  /// Shows the numbers of this form, also one that was taken out since.
  private mutating func showPhones() {
    for entry in form.entries {
      if let text = lostPhone(entry.name) { form.fill(entry.name, text) }
    }
    form.unveil()
  }

  /// Whether there is a number that is not shown.
  private var hidesPhones: Bool {
    form.entries.contains { $0.veil != nil || lostPhone($0.name) != nil }
  }

  /// What differs from what the register has.
  private var changes: [MemberField: String] {
    var changes: [MemberField: String] = [:]
    for entry in form.entries {
      guard case .detail(let field) = entry.name else { continue }
      let text = self.text(entry.name)
      if text != (before?.text(of: field) ?? "").trimmed { changes[field] = text }
    }
    return changes
  }

  private var status: MemberStatus? {
    guard let before else { return nil }
    let chosen = MemberStatus.allCases[form.choice(.status)]
    return chosen == before.status ? nil : chosen
  }

  /// The text under the caret, where it is one that may be long.
  private var longText: (field: Field, text: String)? {
    guard case .detail(let field) = form.focused, field.keepsLines else { return nil }
    return (form.focused, text(form.focused))
  }

  /// Takes what was written in an editor.
  private mutating func take(_ text: String) {
    guard case .detail(let field) = form.focused, field.keepsLines else { return }
    composed[field] = text
    form.fill(form.focused, Self.inOneLine(text))
  }

  private func problem(_ name: Field) -> Phrase? {
    guard case .detail(let field) = name else { return nil }
    let text = self.text(name)
    if text.isEmpty {
      let isNeeded = field == .name || field == .number && before != nil
      return isNeeded && isChecked ? fault(field, text)?.phrase : nil
    }
    return fault(field, text)?.phrase
  }

  /// The resident number is compared with birth date and sex as they stand in the form.
  private func fault(_ field: MemberField, _ text: String) -> FieldFault? {
    var member = Member(id: MemberID(high: 0, low: 0), number: "", name: "")
    if field == .text(.residentDigits) {
      for known in [MemberField.sex, .birth] {
        try? member.set(known, to: self.text(.detail(known)), on: today)
      }
    }
    do throws(FieldFault) {
      try member.set(field, to: text, on: today)
      return nil
    } catch {
      return error
    }
  }

  /// How a value was understood, where that is not what was typed.
  private func reading(_ name: Field) -> Phrase? {
    guard case .detail(let field) = name, [.birth, .phone, .height].contains(field) else {
      return nil
    }
    let text = form.text(name)
    var member = Member(id: MemberID(high: 0, low: 0), number: "", name: "")
    guard !text.isEmpty, (try? member.set(field, to: text, on: today)) != nil else { return nil }
    let read = member.text(of: field)
    return read == text ? nil : .verbatim(read)
  }

  /// What is to be saved; nil where a field is wrong, which has the focus then.
  private mutating func finished() -> RegisterChange? {
    isChecked = true
    if let wrong = form.entries.first(where: { problem($0.name) != nil }) {
      form.focus(on: wrong.name)
      return nil
    }
    guard let before else { return .add(changes) }
    return .edit(before.id, changes, status: status)
  }

  private var isUnchanged: Bool { changes.isEmpty && status == nil }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let title =
      before.map { Phrase("修改 · \($0.name)", "Edit \($0.name)") } ?? Phrase("新增单身职工", "New member")
    let inner = sheet.dialogue(
      look(title), columns: sheet.readable(area), rows: min(area.rows, form.entries.count + 3),
      in: area)
    form.draw(problem: problem, reading: reading, on: &sheet, in: inner.inset(bottom: 1))
    drawFoot(on: &sheet, in: inner)
  }
}

extension MemberForm {
  /// What is to be saved.
  private func drawFoot(on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let count = changes.count + (status == nil ? 0 : 1)
    let said =
      isLeaving
      ? .unsaved
      : count == 0
        ? Phrase("改好一起保存", "All is saved at once")
        : Phrase("改了 \(count) 项，F2 保存", "\(count) changed; F2 saves")
    sheet.draw(
      Line(look(said), isLeaving ? Theme.warning : Theme.dim), row: area.rows - 1, in: area)
  }
}

extension MemberForm {
  var contexts: [Context] { [.memberForm] }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    isLeaving = false
    switch id {
    case _ where form.move(id, page: environment.dialogueRows - 1): return []
    case .showPhones:
      return before.map { [.change(.keep(.seeDetails([$0.id])))] } ?? []
    case .compose: return longText.map { [.program(.compose($0.text))] } ?? []
    case .enterForm, .submitForm:
      guard let change = finished() else { return [.refuseInPlace] }
      return isUnchanged ? [.close] : [.change(.keep(change))]
    default: return nil
    }
  }

  func obstacle(to id: Command.ID, in environment: Environment) -> Obstacle? {
    switch id {
    case .showPhones where before == nil || !hidesPhones: .useless(.nothingHidden)
    case .compose where longText == nil: .first(Phrase("这一项只写一行", "one line only here"))
    case .compose where form.isVeiled(form.focused): .first(Self.numbersAreHidden)
    default: nil
    }
  }

  mutating func type(_ key: Key, in environment: Environment) -> [Intent] {
    isLeaving = false
    let said: [Intent] = form.withholds(key) ? [.note(Self.numbersAreHidden)] : []
    form.type(key)
    return said
  }

  private static let numbersAreHidden =
    Phrase("这一项里有号码没显示，按 F5 看全了再改", "A number in it is hidden: F5 shows it, then change the text")

  /// Typed work is not lost to one Escape.
  mutating func holdsUnsaved() -> Bool {
    guard !isUnchanged, !isLeaving else { return false }
    isLeaving = true
    return true
  }

  /// What came back from the editor.
  mutating func take(
    _ answer: Answer, about subject: String, in environment: Environment
  ) -> [Intent] {
    if case .composed(let text) = answer { take(text) }
    return []
  }

  mutating func take(
    _ outcome: Outcome, of change: Change, in environment: Environment
  ) -> [Intent] {
    guard outcome.isDone else { return [] }
    guard case .keep(.seeDetails) = change else { return [.close] }
    // Looking is on record now.
    showPhones()
    return []
  }
}

extension Phrase {
  /// Why no numbers can be shown.
  static let nothingHidden = Phrase("这里没有隐去的号码", "No number is hidden here")
}
