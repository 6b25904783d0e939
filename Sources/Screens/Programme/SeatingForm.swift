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

  /// Begins with what somebody came or went for, else with what comes next.
  init(_ running: EveningProgramme, _ evening: Evening?) {
    self.running = running
    let kinds = running.kindsToCome
    let changed = kinds.first { kind in
      evening.map { running.changes(of: kind, at: $0) != nil } ?? false
    }
    kind = changed ?? kinds.first ?? .rounds
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
      // A plan made by the command may have no minutes.
      let told = plan?.minutes ?? 0
      let topicMinutes = told > 0 ? told : max(0, planned / max(1, plan?.rounds ?? 3))
      entries += [
        .text(.rounds, Phrase("一共几轮", "Rounds"), "\(plan?.rounds ?? 3)"),
        .text(.size, Phrase("每桌最多几人", "To a table"), "\(plan?.size ?? 8)"),
        .text(
          .topics, Phrase("话题", "Topics"), (plan?.topics ?? []).joined(separator: "；"),
          hint: Phrase("旅行；美食；电影，或文件名", "travel; food; films, or a file")),
        .text(.minutes, Phrase("每轮几分钟", "Minutes each"), "\(topicMinutes)"),
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
      guard let event = environment.open?.event.id else { return [.close] }
      let announced = running.rounds(kind).filter { $0.phase == .waiting }
      return [
        .close,
        announced.isEmpty
          ? .open(SeatsPage(of: event, kind)) : .open(SeatMovesPage(of: event, announced)),
      ]
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
      look(Phrase("排桌次", "Plan tables")), columns: 70, rows: count + 6, in: area)
    form.draw(problem: { _ in nil }, below: note(in: environment), on: &sheet, in: inner)
  }

  /// What was refused, or from whom it is planned.
  private func note(in environment: Environment) -> Line {
    let look = environment.look
    if let refusal { return Line(look.refused(refusal), Theme.warning) }
    let begun = running.rounds(kind).count { $0.phase != .waiting }
    let here = environment.evening?.guestsToSeat.count ?? 0
    let breaksIce =
      kind == .topics && running.programme.segments.contains { $0.kind == .icebreaker }
    let said =
      breaksIce && begun == 0 && here > 0
      ? Phrase(
        "第 1 轮是破冰的分组；按在场的 \(here) 人排。",
        "Round 1 breaks the ice; from the \(here) who are here.")
      : begun > 0
        ? Phrase(
          "按在场的 \(here) 人排；已开始的 \(begun) 轮不变。",
          "From the \(here) who are here; \(begun.counted("round")) that began stay.")
        : environment.evening?.hasArrivals == true
          ? Phrase(
            "按在场的 \(here) 人排；有人来去可以再排。", "From the \(here) who are here; it can be done again.")
          : here > 0
            ? Phrase(
              "还没有人签到，先按有号牌的 \(here) 人排。", "Nobody is here yet: from the \(here) with a badge.")
            : Phrase("还没有人签到，也没有人有号牌。", "Nobody is here yet, nor has a badge.")
    return Line(look(said), Theme.dim)
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
