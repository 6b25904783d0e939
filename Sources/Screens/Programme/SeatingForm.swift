import Canvas
import Matchmaking
import Wording

/// How rounds or topic tables are to be planned; planned anew, what has begun stays.
struct SeatingForm: Dialogue {
  static let commands: [Command] = []

  enum Field: Hashable, Sendable {
    case kind, rounds, method, tables, size, topics, minutes, colleagues
  }

  private var form: Form<Field>
  private let running: EveningProgramme
  private var kind: SeatingKind
  private var refusal: Phrase?

  init(_ running: EveningProgramme) {
    self.running = running
    let next = running.programme.segments.first {
      $0.kind.seating != nil && $0.phase.state != .done
    }
    kind = next?.kind.seating ?? .rounds
    form = Self.form(kind, running)
  }

  private static func form(_ kind: SeatingKind, _ running: EveningProgramme) -> Form<Field> {
    let plan = running.plans[kind]
    let planned = running.programme.segments.first { $0.kind.seating == kind }?.minutes ?? 0
    let number = { (number: Int?) in number.map(String.init) ?? "" }
    var entries: [Form<Field>.Entry] = [
      .choice(.kind, Phrase("排什么", "What"), SeatingKind.allCases.map(\.phrase), of: kind)
    ]
    switch kind {
    case .rounds:
      let minutes = plan?.minutes ?? 8
      entries += [
        .text(
          .rounds, Phrase("一共几轮", "Rounds"),
          "\(plan?.rounds ?? max(1, planned > 0 ? planned / max(1, minutes) : 6))"),
        .choice(
          .method, Phrase("怎么排", "How"),
          [Phrase("契合度最高", "the best fit"), Phrase("一组不动，一组挪桌", "one pool moves by a table")],
          chosen: plan?.method == .circle ? 1 : 0),
        .text(
          .tables, Phrase("桌数", "Tables"), number(plan?.tables), hint: Phrase("按需要", "as needed")),
        .text(.minutes, Phrase("每轮几分钟", "Minutes each"), "\(minutes)"),
      ]
    case .topics:
      entries += [
        .text(.rounds, Phrase("一共几轮", "Rounds"), "\(plan?.rounds ?? 3)"),
        .text(.size, Phrase("每桌最多几人", "To a table"), "\(plan?.size ?? 8)"),
        .text(
          .topics, Phrase("话题", "Topics"), (plan?.topics ?? []).joined(separator: "；"),
          hint: Phrase("旅行；美食；电影，或文件名", "travel; food; films, or a file")),
        .text(.minutes, Phrase("每轮几分钟", "Minutes each"), "\(plan?.minutes ?? max(0, planned / 3))"),
      ]
    }
    entries.append(
      .choice(
        .colleagues, Phrase("同单位的人", "Colleagues"),
        [Phrase("可以同桌", "may meet"), Phrase("不同桌", "never meet")],
        chosen: plan?.colleaguesApart == true ? 1 : 0))
    return Form(entries)
  }

  var contexts: [Context] { [.form] }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    refusal = nil
    let before = form.choice(.kind)
    if form.move(id, page: environment.dialogueRows) {
      changeKind(from: before)
      return []
    }
    guard id == .enterForm || id == .submitForm, let event = environment.open?.event.id else {
      return nil
    }
    guard let change = change(at: event) else { return [.refuseInPlace] }
    return [.change(change)]
  }

  private mutating func changeKind(from before: Int) {
    let chosen = form.choice(.kind)
    guard chosen != before else { return }
    kind = SeatingKind.allCases[chosen]
    form = Self.form(kind, running)
  }

  mutating func type(_ key: Key, in environment: Environment) -> [Intent] {
    refusal = nil
    let before = form.choice(.kind)
    form.type(key)
    changeKind(from: before)
    return []
  }

  private func number(_ field: Field) -> Int? {
    let text = form.plainText(field)
    return text.isEmpty ? 0 : Int(text)
  }

  private mutating func change(at event: EventID) -> Change? {
    let fields: [Field] =
      kind == .rounds ? [.rounds, .tables, .minutes] : [.rounds, .size, .minutes]
    guard let wrong = fields.first(where: { number($0) == nil }) else {
      do throws(ProgrammeRefusal) {
        return try wish(at: event)
      } catch {
        refusal = error.phrase
        return nil
      }
    }
    form.focus(on: wrong)
    refusal = Phrase("请写一个数", "write a number")
    return nil
  }

  private func wish(at event: EventID) throws(ProgrammeRefusal) -> Change {
    let plan = running.plans[kind]
    let rounds = number(.rounds) ?? 0
    let minutes = number(.minutes) ?? 0
    let isApart = form.choice(.colleagues) == 1
    switch kind {
    case .rounds:
      let tables = number(.tables) ?? 0
      let wish = RoundsWish(
        rounds: rounds, method: form.choice(.method) == 1 ? .circle : .best,
        tables: tables == 0 ? nil : tables, minutes: minutes, colleaguesApart: isApart,
        seed: plan?.seed ?? 0)
      try wish.check()
      return .planRounds(event, wish)
    case .topics:
      let topics = TypedTopics(form.text(.topics))
      let wish = TopicsWish(
        rounds: rounds, size: number(.size) ?? 0, topics: topics.lines, minutes: minutes,
        colleaguesApart: isApart, seed: plan?.seed ?? 0)
      try wish.check()
      return .planTopics(event, wish, from: topics.path)
    }
  }

  mutating func take(
    _ outcome: Outcome, of change: Change, in environment: Environment
  ) -> [Intent] {
    switch outcome {
    case .saved, .unchanged:
      return [.close]
        + (environment.open.map { [.open(SeatsPage(of: $0.event.id, showing: kind))] } ?? [])
    case .refused(let refusal): self.refusal = environment.sentence(refusal)
    case .failed(let fault): refusal = fault.phrase
    case .imported: break
    }
    return []
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let count = form.entries.count
    let inner = sheet.dialogue(
      look(Phrase("排桌次", "Plan tables")), columns: 64, rows: count + 6, in: area)
    form.draw(
      problem: { _ in nil }, reading: { _ in nil }, on: &sheet,
      in: inner.inset(bottom: max(0, inner.rows - count)))
    guard inner.rows > count else { return }
    if let refusal {
      sheet.paragraph(look.refused(refusal), Theme.warning, row: count + 1, in: inner)
    } else {
      sheet.paragraph(look(note), Theme.dim, row: count + 1, in: inner)
    }
  }

  private var note: Phrase {
    let begun = running.rounds(kind).count { $0.phase != .waiting }
    if begun > 0 {
      return Phrase(
        "已经开始的 \(begun) 轮不变，重排后面的。",
        "The \(begun.counted("round")) that began stay; the others are planned anew.")
    }
    let breaksIce =
      kind == .topics && running.programme.segments.contains { $0.kind == .icebreaker }
    return breaksIce
      ? Phrase(
        "第 1 轮是破冰的分组。按现在在场的人排。", "Round 1 are the groups that break the ice. From who is here now.")
      : Phrase(
        "按现在在场的人排；之后有人来去可以再排。", "Planned from who is here now; later, it can be done again.")
  }
}

/// Topics as somebody types them: one after the other between semicolons, or a file that lists them.
struct TypedTopics: Hashable, Sendable {
  let lines: [String]
  /// As typed.
  let path: String?

  init(_ text: String) {
    let text = text.trimmed.unquotedPath
    let isPath =
      ["/", "~", "./", "../"].contains { text.hasPrefix($0) }
      || [".txt", ".csv", ".xlsx"].contains { text.lowercased().hasSuffix($0) }
    path = isPath ? text : nil
    lines =
      isPath
      ? [] : text.split { ";；\n".contains($0) }.map(\.trimmed).filter { !$0.isEmpty }
  }
}
