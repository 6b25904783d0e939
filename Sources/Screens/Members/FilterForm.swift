import Canvas
import Matchmaking
import Wording

/// The filter as a form, for whoever would rather choose than type; the line is written along.
struct FilterForm: Dialogue {
  enum Field: Hashable, Sendable {
    case name, other
    case text(ConditionField)
    case choice(ConditionField)
  }

  private var form: Form<Field>
  private let words: ConditionWords
  /// What Escape goes back to.
  private let before: String
  private let isTolerant: Bool

  init(_ line: FilterLine, _ words: ConditionWords) {
    self.words = words
    before = line.text
    isTolerant = line.typed.isTolerant
    let values = Values(line.draft.filter, words)
    form = Form(
      [
        .text(
          .name, Phrase("姓名", "Name"), values.names, hint: Phrase("汉字、拼音、编号、手机", "or number, phone")
        )
      ]
        + Self.fields.map { values.entry($0) }
        + [
          .text(
            .other, Phrase("其他", "Others"), values.rest.joined(separator: " "),
            hint: Phrase("如：籍贯=济南 抽烟=否", "as in: hometown=济南 smoking=no"))
        ])
  }

  var contexts: [Context] { [.filterForm] }

  /// The list behind the form follows every key.
  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    switch id {
    case _ where form.move(id, page: environment.dialogueRows - 1): break
    case .enterForm, .submitForm: return [.close]
    case .clear: self = FilterForm(FilterLine(), words, before: before)
    default: return nil
    }
    return [.tell(ListNotice.filter(text))]
  }

  mutating func type(_ key: Key, in environment: Environment) -> [Intent] {
    form.type(key)
    return [.tell(ListNotice.filter(text))]
  }

  func leave() -> [Intent] { [.tell(ListNotice.filter(before))] }

  /// The details that have a field of their own.
  private static let fields: [Field] = [
    .choice(.trait(.sex)), .text(.measure(.age)), .text(.measure(.height)), .choice(.education),
    .text(.place(.residence)), .text(.text(.employer)), .text(.text(.job)),
    .text(.text(.sector)), .text(.text(.union)), .text(.text(.ethnicity)),
    .text(.text(.politics)), .text(.measure(.income)), .choice(.trait(.marital)),
    .choice(.trait(.housing)), .choice(.trait(.car)), .choice(.trait(.verification)),
    .choice(.trait(.status)),
  ]

  static func hasField(_ kind: TextKind) -> Bool { fields.contains(.text(.text(kind))) }

  /// What a choice offers; the first stands for anything.
  static func options(_ field: ConditionField) -> [(phrase: Phrase, demand: Demand?)] {
    let any: [(Phrase, Demand?)] = [(Phrase("不限", "any"), nil)]
    switch field {
    case .education:
      return any
        + [Education.college, .bachelor, .master, .doctor].map { level in
          (
            Phrase("\(level.word(.chinese))以上", "\(level.word(.english))+"),
            Demand(.education(Bounds(low: level)))
          )
        }
    case .trait(let trait):
      return any
        + trait.values.filter { isOffered($0, of: trait) }.map {
          (Phrase($0.chinese, $0.english), Demand(.trait(trait, $0.choices)))
        }
    default: return any
    }
  }

  /// The forms offer what organizers ask for; the line knows more words.
  private static func isOffered(_ value: Trait.Value, of trait: Trait) -> Bool {
    switch trait {
    case .marital: ["未婚", "离异", "丧偶"].contains(value.chinese)
    case .housing: ["有房", "无房"].contains(value.chinese)
    default: true
    }
  }

  static func hint(_ field: ConditionField) -> Phrase {
    switch field {
    case .measure(.age): Phrase("如：25..32", "as in 25..32")
    case .measure(.height): Phrase("如：165.. 或 160..175", "as in 165.. or 160..175")
    case .measure(.income): Phrase("如：5000..", "as in 5000..")
    case .place: Phrase("如：泰安 或 泰安,济南", "as in 泰安 or 泰安,济南")
    case .text(.employer): Phrase("如：银行,医院，含其一即可", "as in 银行,医院: any of them")
    case .text(.job): Phrase("如：教师；完全相同写 =教师", "as in 教师; =教师 for just that")
    case .text: Phrase("含哪几个字", "words in it")
    default: .empty
    }
  }

  /// The filter as it is typed.
  var text: String {
    var parts: [String] = []
    for entry in form.entries {
      switch entry.name {
      case .name, .other: parts.append(form.text(entry.name))
      case .text(let field): if let term = term(field) { parts.append(term) }
      case .choice(let field):
        let options = Self.options(field)
        let chosen = form.choice(entry.name)
        if options.indices.contains(chosen), let demand = options[chosen].demand {
          parts.append(demand.text(words))
        }
      }
    }
    return (isTolerant ? "~" : "") + parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func term(_ field: ConditionField) -> String? {
    if case .text(let kind) = field { return term(kind) }
    let value = form.plainText(.text(field)).filter { !$0.isWhitespace }
    guard !value.isEmpty else { return nil }
    let isCompared = value.first.map { "=<>!".contains($0) } ?? false
    return field.name(words) + (isCompared ? "" : "=") + value
  }

  /// Words are looked for somewhere in the text unless a sign before them says otherwise.
  private func term(_ kind: TextKind) -> String? {
    let plain = form.plainText(.text(.text(kind)))
    let sign = ["!~", "!=", "!", "~", "="].first { plain.hasPrefix($0) } ?? ""
    let rest = form.text(.text(.text(kind))).dropFirst(sign.count).trimmed
    let name = ConditionField.text(kind).name(words)
    if ["?", "？"].contains(rest) { return name + (sign.hasPrefix("!") ? "!=?" : "=?") }
    let parts = rest.split { ",，、".contains($0) }.map(String.init)
    return TextMatch(kind, parts, isWhole: sign.hasSuffix("=")).map {
      Demand(.text($0), isNegated: sign.hasPrefix("!")).text(words)
    }
  }

  func problem(_ field: Field) -> Phrase? {
    let text: String? =
      switch field {
      case .text(let detail): term(detail)
      case .name, .other: form.text(field)
      case .choice: nil
      }
    return text.flatMap { FilterDraft($0).faults.first?.phrase }
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let members = environment.members
    let look = sheet.look
    let count = form.entries.count
    let inner = sheet.dialogue(
      look(Phrase("按条件筛选", "Filter")), columns: 74, rows: count + 4, in: area)
    let foot = inner.rows > 4 ? 1 : 0
    form.draw(problem: problem, on: &sheet, in: inner.inset(bottom: foot))
    guard foot > 0, let total = members.total else { return }
    let said =
      members.reading.map(MembersScreen.readingText)
      ?? Phrase(
        "符合 \(total.grouped) 人", total == 1 ? "1 person fits" : "\(total.grouped) people fit")
    sheet.draw(Line(look(said), Theme.strong), row: inner.rows - 1, in: inner)
  }
}

/// The terms of a filter, sorted into the fields of the form.
private struct Values {
  var names = ""
  var rest: [String] = []
  private var demands: [ConditionField: Demand] = [:]
  private let words: ConditionWords

  init(_ filter: Filter, _ words: ConditionWords) {
    self.words = words
    var plain: [Filter.Term] = []
    for term in filter.terms {
      switch term {
      case .name(_, false): plain.append(term)
      case .demand(let demand)
      where !demand.isNegated && demands[demand.condition.field] == nil && Self.hasField(demand):
        demands[demand.condition.field] = demand
      default: rest.append(Filter(terms: [term]).text(words))
      }
    }
    names = Filter(terms: plain).text(words)
  }

  private static func hasField(_ demand: Demand) -> Bool {
    switch demand.condition {
    case .measure(.age, _), .measure(.height, _), .measure(.income, _), .region(.residence, _): true
    case .text(let match): FilterForm.hasField(match.kind)
    default:
      FilterForm.options(demand.condition.field).contains { $0.demand == demand }
    }
  }

  func entry(_ field: FilterForm.Field) -> Form<FilterForm.Field>.Entry {
    switch field {
    case .choice(let detail):
      let options = FilterForm.options(detail)
      let chosen = options.firstIndex { $0.demand == demands[detail] } ?? 0
      return .choice(field, detail.label, options.map(\.phrase), chosen: chosen)
    case .text(let detail):
      let term = demands[detail]?.text(words) ?? ""
      let value = term.dropFirst(term.isEmpty ? 0 : detail.name(words).count)
      let usual: Character = if case .text = detail { "~" } else { "=" }
      let text = value.first == usual ? value.dropFirst() : value
      return .text(field, detail.label, String(text), hint: FilterForm.hint(detail))
    case .name, .other: return .text(field, .empty)
    }
  }
}

extension ConditionField {
  /// Before a field of a form.
  fileprivate var label: Phrase {
    Phrase(phrase.chinese, phrase.english.prefix(1).uppercased() + phrase.english.dropFirst())
  }
}

extension FilterForm {
  fileprivate init(_ line: FilterLine, _ words: ConditionWords, before: String) {
    let form = FilterForm(line, words)
    self.init(form: form.form, words: words, before: before, isTolerant: false)
  }

  private init(form: Form<Field>, words: ConditionWords, before: String, isTolerant: Bool) {
    self.form = form
    self.words = words
    self.before = before
    self.isTolerant = isTolerant
  }
}
