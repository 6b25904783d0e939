import Canvas
import Matchmaking
import Wording

/// The form of a new event or of one that is changed, each field judged while it is typed.
struct EventDraft: Dialogue {
  enum Field: Hashable, Sendable {
    case title, date, code, kind, pools, maxPicks, rule, capacity, verifiedOnly
    case starts, place, theme, host, hotline, eligible, showsNames
  }

  private(set) var form: Form<Field>
  /// The event that is changed; nil for a new one.
  let edited: Event?
  /// Who has a place already.
  let headcounts: [Pool: Headcount]
  let taken: Set<String>
  let today: Day
  /// The code proposed last: it follows the date until somebody writes another.
  private var proposed: String
  /// Empty required fields are named only once saving was asked for.
  private(set) var isChecked = false
  /// What the store said.
  private var refusal: Phrase?
  /// As it was opened.
  private var before: [String] = []
  /// Somebody wanted to leave it with something typed.
  private var isLeaving = false

  /// - Parameters:
  ///   - taken: codes in use; the code proposed is the day, and free.
  ///   - day: when it is to be; today where nobody chose one.
  private init(today: Day, taken: Set<String>, on day: Day) {
    self.taken = taken
    self.today = today
    edited = nil
    headcounts = [:]
    proposed = Self.code(of: day, besides: taken)
    form = Form(
      [
        .text(.title, Phrase("名称", "Title"), hint: Phrase("如：七夕联谊·金沙湾", "as in: Qixi mixer")),
        .text(.date, Phrase("日期", "Date"), day.description),
        .text(.code, Phrase("代号", "Code"), proposed),
        .choice(.kind, Phrase("类型", "Kind"), EventKind.allCases.map(\.phrase)),
        .choice(.pools, Phrase("分组", "Pools"), Pools.allCases.map(\.phrase)),
        .text(.maxPicks, Phrase("最多选", "Picks"), "5", hint: Phrase("不限", "no limit")),
        .choice(.rule, Phrase("规则", "Rule"), PairingRule.allCases.map(\.phrase), chosen: 1),
        .text(.capacity, Phrase("名额", "Places"), hint: Self.places),
        .choice(.verifiedOnly, Phrase("来宾", "Guests"), Self.guests),
      ] + Self.details(of: EventDetails(), eligible: nil))
    before = form.values
  }

  /// What of an event can be changed: never its code, its pools only while nobody is registered, and once
  /// it is closed only what the list tells.
  ///
  /// - Parameter headcounts: its guests.
  init(_ event: Event, _ headcounts: [Pool: Headcount], today: Day) {
    let isEmpty = headcounts.whole.all == 0
    self.headcounts = headcounts
    taken = []
    self.today = today
    edited = event
    proposed = event.code
    let number = { (number: Int?) in number.map(String.init) ?? "" }
    let unlimited = Phrase("不限", "no limit")
    var entries: [Form<Field>.Entry] = [
      .text(.title, Phrase("名称", "Title"), event.title),
      .text(.date, Phrase("日期", "Date"), event.date.description),
      .choice(.kind, Phrase("类型", "Kind"), EventKind.allCases.map(\.phrase), of: event.kind),
    ]
    if isEmpty, event.state == .open {
      entries.append(
        .choice(.pools, Phrase("分组", "Pools"), Pools.allCases.map(\.phrase), of: event.pools))
    }
    if event.state == .open {
      entries += [
        .text(.maxPicks, Phrase("最多选", "Picks"), number(event.maxPicks), hint: unlimited),
        .choice(.rule, Phrase("规则", "Rule"), PairingRule.allCases.map(\.phrase), of: event.rule),
        .text(.capacity, Phrase("名额", "Places"), event.capacity.text, hint: Self.places),
        .choice(
          .verifiedOnly, Phrase("来宾", "Guests"), Self.guests, chosen: event.verifiedOnly ? 1 : 0),
      ]
    }
    form = Form(
      entries
        + Self.details(
          of: event.details, eligible: event.eligible, rulesStand: event.state != .open))
    before = form.values
  }

  private static let places = Phrase("不限；如：120、60+60、女60", "no limit; as in: 120, 60+60, F60")
  private static let guests = [
    Phrase("不限核验", "anybody"), Phrase("只限已核验", "verified only"),
  ]

  private static func code(of day: Day, besides taken: Set<String>) -> String {
    var code = day.description
    var next = 2
    while taken.contains(code) {
      code = "\(day)-\(next)"
      next += 1
    }
    return code
  }

  /// A new one.
  init(in environment: Environment, on day: Day? = nil) {
    self.init(
      today: environment.setting.today, taken: Set(environment.events.listed.map(\.event.code)),
      on: day ?? environment.setting.today)
  }

  var contexts: [Context] { [.form] }

  /// Typed work is not lost to one Escape.
  mutating func holdsUnsaved() -> Bool {
    guard !isLeaving, form.values != before else { return false }
    isLeaving = true
    return true
  }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    (refusal, isLeaving) = (nil, false)
    switch id {
    case _ where form.move(id, page: environment.dialogueRows): return []
    case .enterForm, .submitForm:
      guard let form = finished() else { return [.refuseInPlace] }
      return [.change(edited.map { .editEvent($0.id, form) } ?? .createEvent(form))]
    default: return nil
    }
  }

  mutating func type(_ key: Key, in environment: Environment) -> [Intent] {
    (refusal, isLeaving) = (nil, false)
    form.type(key)
    guard edited == nil, form.focused == .date, form.text(.code) == proposed, let date
    else { return [] }
    proposed = Self.code(of: date, besides: taken)
    form.fill(.code, proposed)
    return []
  }

  mutating func take(
    _ outcome: Outcome, of change: Change, in environment: Environment
  ) -> [Intent] {
    switch outcome {
    case .saved, .unchanged: return [.close]
    case .refused(let refusal): self.refusal = environment.sentence(refusal)
    case .imported, .failed: break
    }
    return []
  }

  /// The event as it is to be; nil where a field is wrong, which has the focus then.
  private mutating func finished() -> EventForm? {
    isChecked = true
    if let wrong = form.entries.first(where: { problem($0.name) != nil }) {
      form.focus(on: wrong.name)
      return nil
    }
    return eventForm
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let count = form.entries.count
    let title =
      edited.map { Phrase("修改活动 · \($0.code)", "Change event · \($0.code)") }
      ?? Phrase("新建活动", "New event")
    let inner = sheet.dialogue(look(title), columns: 74, rows: count + 4, in: area)
    form.draw(problem: problem, reading: reading, below: note(look), on: &sheet, in: inner)
  }

  private func note(_ look: Look) -> Line {
    if isLeaving { return Line(look(.unsaved), Theme.warning) }
    return refusal.map { Line(look.refused($0), Theme.warning) }
      ?? Line(look(meaning(of: form.focused)), Theme.dim)
  }
}
