import Canvas
import Matchmaking
import Wording

extension Context {
  public static let couple = Self(
    "couple", Phrase("情侣进展", "A couple's step"), typing: .caret, home: .within(.advanceCouple))
}

/// How far a couple came: the stage, the day, and what shows it.
struct CoupleForm: Dialogue {
  static let commands: [Command] =
    Command.form(.couple, save: Phrase("记下", "save")) + [
      .close(.couple, Phrase("返回", "back"))
    ]

  enum Field: Hashable, Sendable { case stage, day, evidence }

  private let couple: FollowedCouple
  private let today: Day
  /// Those that may come next.
  private let stages: [CoupleStage]
  private var form: Form<Field>
  private var isChecked = false

  init(_ couple: FollowedCouple, today: Day) {
    self.couple = couple
    self.today = today
    stages = CoupleStage.allCases.filter { $0.follows(couple.couple.stage) }
    form = Form([
      .choice(.stage, Phrase("进展", "Stage"), stages.map(\.phrase), chosen: 0),
      .text(.day, Phrase("哪一天", "Day"), today.description),
      .text(
        .evidence, Phrase("依据", "Shown by"),
        hint: Phrase("例如见过结婚证", "the certificate was seen, say")),
    ])
  }

  var contexts: [Context] { [.couple] }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    switch id {
    case _ where form.move(id, page: environment.dialogueRows): return []
    case .enterForm, .submitForm:
      isChecked = true
      if let wrong = form.entries.first(where: { problem($0.name) != nil }) {
        form.focus(on: wrong.name)
        return [.refuseInPlace]
      }
      guard let day, let stage else { return [.refuseInPlace] }
      return [
        .change(
          .keep(.advanceCouple(couple.one.id, couple.other.id, stage, on: day, evidence: evidence)))
      ]
    default: return nil
    }
  }

  mutating func type(_ key: Key, in environment: Environment) -> [Intent] {
    form.type(key)
    return []
  }

  func take(_ outcome: Outcome, of change: Change, in environment: Environment) -> [Intent] {
    outcome.isDone ? [.close] : []
  }

  private var stage: CoupleStage? {
    let place = form.choice(.stage)
    return stages.indices.contains(place) ? stages[place] : nil
  }
  private var day: Day? { Day(written: form.plainText(.day), today: today) }
  private var evidence: String { form.text(.evidence) }

  private func problem(_ field: Field) -> Phrase? {
    guard field != .stage, let stage else { return nil }
    guard let day else {
      return field == .day ? Phrase("请写成 2026-11-11", "write 2026-11-11") : nil
    }
    do throws(CoupleRefusal) {
      _ = try couple.couple.step(to: stage, on: day, evidence: evidence, today: today)
      return nil
    } catch {
      switch error {
      case .inTheFuture, .beforeTheLast: return field == .day ? error.phrase : nil
      case .noEvidence: return field == .evidence && isChecked ? error.phrase : nil
      case .longEvidence: return field == .evidence ? error.phrase : nil
      case .none, .sameTwice, .ended, .alreadyThere, .goesBack: return nil
      }
    }
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let inner = sheet.dialogue(
      look(Phrase("情侣进展", "A couple's step")), columns: 74, rows: form.entries.count + 6, in: area)
    let isRoomy = inner.rows >= form.entries.count + 2
    if isRoomy {
      let who = "\(couple.one.name) \(look.marks.heart) \(couple.other.name)  "
      sheet.draw(
        Line([Span(who, Theme.strong), Span(look(couple.couple.stage.phrase), Theme.dim)]), row: 0,
        in: inner)
    }
    form.draw(problem: problem, on: &sheet, in: inner.inset(top: isRoomy ? 2 : 0))
  }
}
