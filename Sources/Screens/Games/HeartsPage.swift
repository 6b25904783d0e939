import Canvas
import Matchmaking
import Wording

extension Command.ID {
  public static let hearts = Self("hearts")
  public static let nextQuestion = Self("nextQuestion", isStep: true)
  public static let previousQuestion = Self("previousQuestion", isStep: true)
  public static let noQuestion = Self("noQuestion", isStep: true)
}

extension Context {
  public static let hearts = Self(
    "hearts", Phrase("心心相映", "Hearts in step"), typing: .caret, home: .within(.hearts))
}

/// Hearts in step (心心相映): the question on the big screen, and the answers as they are typed.
struct HeartsPage: Dialogue {
  static let commands: [Command] = [
    Command(
      .hearts, in: .programme, [.alt("h")], Phrase("心心相映", "hearts"),
      help: Phrase("大屏出题，录入答案", "Questions on the big screen, and answers"),
      does: { $0.atEvening { HeartsPage(at: $0.event.id) } }),
    Command(
      .enterForm, in: .hearts, [.named(.enter)], Phrase("录入", "enter"),
      help: Phrase(
        "录入一个人的答案；与已录的不同时，再按一次更正",
        "Takes one person's answers in; where others are in, again corrects them"),
      at: 1),
    Command(
      .nextQuestion, in: .hearts, [.named(.down)], Phrase("下一题", "next question"),
      help: Phrase("大屏出下一题", "The next question on the big screen"), at: 2),
    Command(
      .previousQuestion, in: .hearts, [.named(.up)], Phrase("上一题", "question before"),
      help: Phrase("大屏出上一题", "The question before this one"), at: 3),
    Command(
      .noQuestion, in: .hearts, [.named(.f4)], Phrase("收起题目", "no question"),
      help: Phrase("大屏上不再有题目", "Takes the question off the big screen"), at: 4),
    .close(.hearts, Phrase("返回", "back")),
  ]

  private let event: EventID
  /// Nil until the first answer.
  private var games: EveningGames?
  private var field = TextField()
  private var refusal: Phrase?
  /// A line that differs from what is in, typed as it stands: once more, and it counts.
  private var corrects: String?

  init(at event: EventID) { self.event = event }

  var contexts: [Context] { [.hearts] }

  func begin(in environment: Environment) -> [Intent] { [.ask(.loadGames(event))] }

  func hear(_ notice: any Notice, in environment: Environment) -> [Intent]? {
    notice is ProgrammeNotice ? begin(in: environment) : nil
  }

  mutating func holdsUnsaved() -> Bool { !field.isEmpty }

  mutating func take(
    _ answer: Answer, about subject: String, in environment: Environment
  ) -> [Intent] {
    if case .games(let games) = answer { self.games = games }
    return []
  }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    guard let games, let open = environment.open else { return nil }
    switch id {
    case .nextQuestion: return ask((games.shown ?? -1) + 2, games)
    case .previousQuestion: return ask(games.shown ?? 0, games)
    case .noQuestion: return games.shown == nil ? [] : [.change(.askQuestion(event, 0))]
    case .enterForm: return enter(open.evening, games, environment)
    default: return nil
    }
  }

  /// - Parameter number: counted from 1; beyond either end nothing is asked.
  private func ask(_ number: Int, _ games: EveningGames) -> [Intent] {
    guard (1...max(1, games.questions.count)).contains(number), !games.questions.isEmpty else {
      return []
    }
    return [.change(.askQuestion(event, number))]
  }

  private mutating func enter(
    _ evening: Evening, _ games: EveningGames, _ environment: Environment
  ) -> [Intent] {
    refusal = nil
    if field.isEmpty { return [] }
    var rules = SlipRules(
      pools: evening.event.pools, maxPicks: nil, presence: evening.presence(of:))
    rules.successor = evening.successor(of:)
    do throws(Refusal) {
      let sheet = try HeartsLine.read(field.text, games.questions, rules)
      return [.change(.answerQuestions(event, sheet, replacing: corrects == field.text))]
    } catch {
      refusal = environment.sentence(error)
      return [.refuseInPlace]
    }
  }

  mutating func type(_ key: Key, in environment: Environment) -> [Intent] {
    refusal = nil
    corrects = nil
    field.type(key)
    return []
  }

  mutating func take(
    _ outcome: Outcome, of change: Change, in environment: Environment
  ) -> [Intent] {
    guard case .answerQuestions = change else { return begin(in: environment) }
    switch outcome {
    case .saved, .unchanged:
      field = TextField()
      corrects = nil
    case .refused(.game(.answered(let badge))):
      corrects = field.text
      refusal = Phrase(
        "\(badge.phrase.chinese) 的答案已录，与这次不同；再按回车更正",
        "\(badge)'s answers are in and differ; Enter again corrects them")
    case .refused(let refusal): self.refusal = environment.sentence(refusal)
    case .imported, .failed: break
    }
    return begin(in: environment)
  }

  // MARK: - How it looks

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let inner = sheet.dialogue(
      look(Phrase("心心相映", "Hearts in step")), columns: min(area.columns, 76),
      rows: min(area.rows, 18), in: area)
    guard let games else {
      sheet.draw(Line(look(Phrase("正在读取…", "Reading…")), Theme.dim), row: 0, in: inner)
      return
    }
    guard !games.questions.isEmpty else {
      let said = Phrase(
        "还没有题目。先用命令读入：queqiao hearts questions 活动代号 --from 题目.csv",
        "There are no questions yet: queqiao hearts questions CODE --from FILE reads them.")
      sheet.paragraph(look(said), Theme.dim, row: 0, in: inner, rows: 3)
      return
    }
    drawField(games, on: &sheet, in: inner)
    drawQuestions(games, on: &sheet, in: inner.inset(top: 4))
  }

  private func drawField(_ games: EveningGames, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let label = look(Phrase("答案 ", "Answers "))
    let start = look.width.columns(label) + 1
    sheet.draw(Line(label, Theme.strong), row: 0, in: area)
    sheet.frame.cursor = field.draw(
      on: &sheet.frame, at: Point(column: area.column + start, row: area.row),
      columns: max(1, min(40, area.columns - start)), Theme.field)
    let hint = Phrase(
      "如 F12 A C B，没有答的写 -；已录 \(games.answers.count) 人",
      "as F12 A C B, - for none; \(games.answers.count.counted("person", "people")) in")
    sheet.paragraph(
      refusal.map { look.refused($0) } ?? look(hint), refusal == nil ? Theme.dim : Theme.warning,
      row: 1, in: area, rows: 2)
  }

  private func drawQuestions(_ games: EveningGames, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let window = Window(count: games.questions.count, marked: games.shown, height: area.rows)
    let columns = Columns([.fixed(2), .fixed(3, .right), .rest], across: area.columns, gap: 1)
    for (row, place) in window.rows.enumerated() {
      let question = games.questions[place]
      let isShown = place == games.shown
      let options = question.options.enumerated().map { "\(HeartsQuestion.letter($0)) \($1)" }
      columns.draw(
        [
          Span(look.pointer(isShown), Theme.accent), Span("\(place + 1)", Theme.dim),
          Span(
            question.text + "  " + options.joined(separator: "  "),
            isShown ? Theme.strong : Theme.plain),
        ], row: row, in: area, on: &sheet)
    }
    sheet.tellPlace(window.rows, of: games.questions.count, in: area)
  }
}
