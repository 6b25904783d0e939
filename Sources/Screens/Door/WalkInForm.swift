import Canvas
import Matchmaking
import Wording

/// Somebody who is not registered (现场报名): looked for in the register by the name first, so that
/// nobody is in it twice.
struct WalkInForm: Sendable {
  enum Field: Hashable, Sendable {
    case name, sex, phone, employer
  }

  private(set) var form: Form<Field>
  /// Of the question to the register whose answer counts.
  var generation: Int
  private(set) var known: [Member] = []
  private(set) var knownTotal = 0
  /// Chosen out of `known`; the form has the focus otherwise.
  private(set) var chosen: Int?
  /// Said only once Enter was pressed: nobody is scolded while typing.
  private(set) var isChecked = false

  static let rows = 5

  /// - Parameter typed: what the door was looking for; a name goes on being one.
  init(typed: String, generation: Int) {
    let name = typed.unicodeScalars.contains { $0.properties.isIdeographic } ? typed.trimmed : ""
    form = Form([
      .text(.name, Phrase("姓名", "Name"), name),
      .choice(.sex, Phrase("性别", "Sex"), [Sex.man.word, Sex.woman.word], chosen: -1),
      .text(.phone, Phrase("手机", "Phone"), hint: Phrase("可不填", "may be empty")),
      .text(.employer, Phrase("单位", "Employer"), hint: Phrase("可不填", "may be empty")),
    ])
    self.generation = generation
  }

  /// What to ask the register.
  var question: [Effect] {
    let name = form.text(.name)
    guard !name.isEmpty else { return [] }
    return [.loadMembers(query: name, rows: 0..<Self.rows, generation: generation)]
  }

  mutating func take(_ page: MemberPage) {
    known = Array(page.rows.prefix(Self.rows))
    knownTotal = page.total
    chosen = nil
  }

  /// - Returns: whether the name changed, so that the register has to be asked.
  mutating func type(_ key: Key) -> Bool {
    chosen = nil
    isChecked = false
    let changed = form.type(key)
    guard changed, form.focused == .name else { return false }
    known = []
    knownTotal = 0
    return true
  }

  mutating func move(by step: Int) {
    guard !known.isEmpty else { return form.step(by: step) }
    let place = (chosen ?? -1) + step
    chosen = place < 0 ? nil : min(place, known.count - 1)
  }

  mutating func mark(row: Int) {
    if known.indices.contains(row) { chosen = row }
  }

  mutating func step(by step: Int) {
    chosen = nil
    form.step(by: step)
  }

  mutating func step(option: Int) { form.step(option: option) }

  /// Who comes in; nil where something is missing, which is said from then on.
  mutating func finished() -> WalkIn? {
    if let chosen, known.indices.contains(chosen) { return .member(known[chosen].id) }
    isChecked = true
    for field in [Field.name, .sex, .phone] where problem(field) != nil {
      form.focus(on: field)
      return nil
    }
    return .stranger(
      name: form.text(.name), sex: form.choice(.sex) == 0 ? .man : .woman,
      phone: PhoneNumber(form.text(.phone)), employer: form.text(.employer))
  }

  func problem(_ field: Field) -> Phrase? {
    guard isChecked else { return nil }
    switch field {
    case .name: return form.text(.name).isEmpty ? Phrase("请写姓名", "a name, please") : nil
    case .phone:
      let phone = form.text(.phone)
      return phone.isEmpty || PhoneNumber(phone) != nil
        ? nil : Phrase("不是手机号", "no mobile number")
    // Nothing is chosen beforehand: the wrong badge would be handed out without a question.
    case .sex: return form.choice(.sex) < 0 ? Phrase("请选男或女", "man or woman?") : nil
    case .employer: return nil
    }
  }

  func draw(on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let inner = sheet.dialogue(
      look(Phrase("现场报名", "Walk-in")), columns: 66, rows: 14, in: area)
    let fields = form.entries.count
    form.draw(
      problem: problem, hasFocus: chosen == nil, on: &sheet,
      in: inner.inset(bottom: max(0, inner.rows - fields)))
    let below = inner.inset(top: min(inner.rows, inner.rows > 8 ? fields + 1 : fields))
    let note =
      known.isEmpty
      ? Line(
        look(Phrase("名册里没有的人会加进名册，待核验。", "Somebody new goes into the register too, not verified.")),
        Theme.dim)
      : Line(
        look(
          Phrase(
            "名册里有 \(knownTotal) 人相近，↓ 选用：", "\(knownTotal) in the register; ↓ takes one:")),
        Theme.accent)
    sheet.draw(note, row: 0, in: below)
    drawKnown(on: &sheet, in: below.inset(top: 1))
  }

  private func drawKnown(on sheet: inout Sheet, in list: Area) {
    let look = sheet.look
    let columns = Columns(
      [.fixed(1), .fixed(12), .fixed(2), .fixed(4), .rest, .fixed(11)], across: list.columns,
      gap: 1)
    let window = Window(count: known.count, marked: chosen, height: list.rows)
    for (row, place) in window.rows.enumerated() {
      let member = known[place]
      columns.draw(
        [
          Span(place == chosen ? look.marks.pointer : "", Theme.accent),
          Span(member.name, Theme.strong), Span(member.sex.map { look($0.phrase) } ?? ""),
          Span(member.birth.map { String($0.year) } ?? ""),
          Span(member.texts[.employer] ?? "", Theme.dim),
          Span(member.phone?.masked ?? "", Theme.dim),
        ], row: row, in: list, on: &sheet)
      sheet.finishRow(row, in: list, place: place, isMarked: place == chosen)
    }
  }
}

extension Workspace {
  mutating func run(_ id: Command.ID, in form: WalkInForm) -> [Effect]? {
    var form = form
    switch id {
    case .nextField: form.step(by: 1)
    case .previousField: form.step(by: -1)
    case .previousOption: form.step(option: -1)
    case .nextOption: form.step(option: 1)
    case .down: form.move(by: 1)
    case .up: form.move(by: -1)
    case .enterForm where form.chosen == nil && !form.form.isOnLast: form.step(by: 1)
    case .enterForm, .submitForm:
      guard let open, let who = form.finished() else { break }
      replaceModal(.walkIn(form))
      return send(.walkIn(open.event.id, who, overriding: false))
    default: return nil
    }
    replaceModal(.walkIn(form))
    return []
  }
}
