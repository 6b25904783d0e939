import Canvas
import Matchmaking
import Wording

/// The form of a new event, each field judged while it is typed.
struct EventDraft: Sendable {
  enum Field: Hashable, Sendable {
    case title, date, code, kind, pools, maxPicks, rule, capacity, verifiedOnly
  }

  var form: Form<Field>
  private let taken: Set<String>
  private let today: Day
  /// The code proposed last: it follows the date until somebody writes another.
  private var proposed: String
  /// Empty required fields are named only once saving was asked for.
  private(set) var isChecked = false
  /// What the store said.
  var refusal: Phrase?

  /// - Parameter taken: codes in use; the code proposed is the day, and free.
  init(today: Day, taken: Set<String>) {
    self.taken = taken
    self.today = today
    proposed = Self.code(of: today, besides: taken)
    form = Form([
      .text(.title, Phrase("名称", "Title"), hint: Phrase("如：七夕联谊·金沙湾", "as in: Qixi mixer")),
      .text(.date, Phrase("日期", "Date"), today.description),
      .text(.code, Phrase("代号", "Code"), proposed),
      .choice(.kind, Phrase("类型", "Kind"), EventKind.allCases.map(\.phrase)),
      .choice(.pools, Phrase("分组", "Pools"), Pools.allCases.map(\.phrase)),
      .text(.maxPicks, Phrase("最多选", "Picks"), "5", hint: Phrase("不限", "no limit")),
      .choice(.rule, Phrase("规则", "Rule"), PairingRule.allCases.map(\.phrase), chosen: 1),
      .text(.capacity, Phrase("名额", "Places"), hint: Phrase("不限", "no limit")),
      .choice(
        .verifiedOnly, Phrase("来宾", "Guests"),
        [Phrase("不限核验", "anybody"), Phrase("只限已核验", "verified only")]),
    ])
  }

  private static func code(of day: Day, besides taken: Set<String>) -> String {
    var code = day.description
    var next = 2
    while taken.contains(code) {
      code = "\(day)-\(next)"
      next += 1
    }
    return code
  }

  mutating func type(_ key: Key) {
    form.type(key)
    guard form.focused == .date, form.text(.code) == proposed, let date else { return }
    proposed = Self.code(of: date, besides: taken)
    form.fill(.code, proposed)
  }

  private var date: Day? { Day(written: form.plainText(.date), today: today) }

  /// How a field was understood, beside it.
  private func reading(_ field: Field) -> Phrase? { field == .date ? date?.phrase : nil }

  func problem(_ field: Field) -> Phrase? {
    switch field {
    case .title:
      return isChecked && form.text(.title).isEmpty ? EventRefusal.noTitle.phrase : nil
    case .date:
      return date == nil ? Phrase("写成 2026-08-19 或 8月19日", "as in 2026-08-19 or 8-19") : nil
    case .code:
      let code = form.plainText(.code)
      if taken.contains(code) { return Phrase("用过了", "taken") }
      return Event.accepts(code: code)
        ? nil : Phrase("只用字、字母、数字、- _", "letters, digits, - and _ only")
    case .maxPicks, .capacity:
      return form.text(field).isEmpty || number(field) != nil
        ? nil : Phrase("写个数，或留空", "a number, or nothing")
    case .rule:
      let isMost = PairingRule.allCases[form.choice(.rule)] == .most
      return isMost && Pools.allCases[form.choice(.pools)] == .one
        ? Phrase("不分组时还不能用", "not there yet for one pool") : nil
    case .kind, .pools, .verifiedOnly: return nil
    }
  }

  private func number(_ field: Field) -> Int? {
    let digits = form.text(field).map(\.wholeNumberValue)
    guard (1...6).contains(digits.count), !digits.contains(nil) else { return nil }
    let number = digits.compactMap(\.self).reduce(0) { $0 * 10 + $1 }
    return number > 0 ? number : nil
  }

  /// The event as it is to be; nil where a field is wrong, which has the focus then.
  mutating func finished() -> EventForm? {
    isChecked = true
    if let wrong = form.entries.first(where: { problem($0.name) != nil }) {
      form.focus(on: wrong.name)
      return nil
    }
    guard let date else { return nil }
    return EventForm(
      code: form.plainText(.code), title: form.text(.title), date: date,
      kind: EventKind.allCases[form.choice(.kind)], pools: Pools.allCases[form.choice(.pools)],
      maxPicks: number(.maxPicks), rule: PairingRule.allCases[form.choice(.rule)],
      capacity: number(.capacity), verifiedOnly: form.choice(.verifiedOnly) == 1)
  }

  func draw(on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let count = form.entries.count
    let inner = sheet.dialogue(
      look(Phrase("新建活动", "New event")), columns: 74, rows: count + 5, in: area)
    form.draw(
      problem: problem, reading: reading, on: &sheet,
      in: inner.inset(bottom: inner.rows > count ? inner.rows - count : 0))
    guard inner.rows > count else { return }
    let rule = PairingRule.allCases[form.choice(.rule)]
    let note =
      refusal.map { Line("\(look.marks.refused) \(look($0))", Theme.warning) }
      ?? Line(look(rule.phrase + .verbatim(" = ") + rule.explanation), Theme.dim)
    sheet.draw(note, row: count + 1, in: inner)
  }
}

extension Workspace {
  mutating func run(_ id: Command.ID, in draft: EventDraft) -> [Effect]? {
    var draft = draft
    draft.refusal = nil
    switch id {
    case _ where draft.form.move(id): break
    case .enterForm, .submitForm:
      guard let form = draft.finished() else { break }
      replaceModal(.event(draft))
      return send(.createEvent(form))
    default: return nil
    }
    replaceModal(.event(draft))
    return []
  }
}
