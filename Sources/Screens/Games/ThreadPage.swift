import Canvas
import Matchmaking
import Wording

extension Command.ID {
  public static let redThread = Self("redThread")
}

/// The red thread (红线): who is willing, the seed, and the last draw.
struct ThreadPage: Dialogue {
  static let commands: [Command] = [
    Command(
      .redThread, in: .programme, [.alt("t")], Phrase("红线", "red thread"),
      help: Phrase("在愿意的人里随机牵线", "Random pairs among the willing"),
      does: { $0.atEvening { ThreadPage(at: $0.event.id) } })
  ]

  enum Field: Hashable, Sendable { case willing, seed }

  private let event: EventID
  private var form: Form<Field>
  private var last: ThreadDraw?
  private var isLoaded = false
  private var refusal: Phrase?

  init(at event: EventID) {
    self.event = event
    form = Form([
      .text(
        .willing, Phrase("愿意的人", "Willing"), "",
        hint: Phrase("如 男1 3 7 女2 5；不写是在场的所有人", "as M1 3 7 F2 5; empty is everybody here")),
      .text(
        .seed, Phrase("种子", "Seed"), "", hint: Phrase("不写就现抽一个", "empty draws one")),
    ])
  }

  var contexts: [Context] { [.form] }

  func begin(in environment: Environment) -> [Intent] { [.ask(.loadGames(event))] }

  func hear(_ notice: any Notice, in environment: Environment) -> [Intent]? {
    notice is ProgrammeNotice ? begin(in: environment) : nil
  }

  mutating func take(
    _ answer: Answer, about subject: String, in environment: Environment
  ) -> [Intent] {
    guard case .games(let games) = answer else { return [] }
    last = games.draws.last
    isLoaded = true
    return []
  }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    refusal = nil
    if form.move(id, page: 2) { return [] }
    guard id == .enterForm || id == .submitForm, let open = environment.open else { return nil }
    do throws(Refusal) {
      return [.change(try change(open.evening))]
    } catch {
      refusal = environment.sentence(error)
      return [.refuseInPlace]
    }
  }

  private func change(_ evening: Evening) throws(Refusal) -> Change {
    let seed = form.plainText(.seed)
    guard seed.isEmpty || UInt64(seed) != nil else { throw .game(.badSeed(seed)) }
    var willing: [Badge]
    do throws(SlipRefusal) {
      willing = try WillingLine.read(form.text(.willing), in: evening.event.pools)
    } catch {
      throw .slip(error)
    }
    if willing.isEmpty {
      willing = evening.guests.filter { $0.presence(at: evening.event) == .present }
        .compactMap(\.badge)
    }
    return .drawThread(event, willing, seed: UInt64(seed))
  }

  mutating func type(_ key: Key, in environment: Environment) -> [Intent] {
    refusal = nil
    form.type(key)
    return []
  }

  mutating func take(
    _ outcome: Outcome, of change: Change, in environment: Environment
  ) -> [Intent] {
    if case .refused(let refusal) = outcome { self.refusal = environment.sentence(refusal) }
    return outcome.isDone ? begin(in: environment) : []
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let inner = sheet.dialogue(
      look(Phrase("红线", "The red thread")), columns: min(area.columns, 76),
      rows: min(area.rows, 16), in: area)
    form.draw(
      problem: { _ in nil }, reading: { _ in nil }, on: &sheet,
      in: inner.inset(bottom: max(0, inner.rows - 2)))
    if let refusal {
      sheet.paragraph(look.refused(refusal), Theme.warning, row: 3, in: inner, rows: 2)
    } else {
      let said = Phrase(
        "每一种配法机会相同。环节进行到红线时，大屏先出种子，再一对一对牵线。",
        "Every way to pair them is as likely. In its segment the big screen shows the seed, then the pairs."
      )
      sheet.paragraph(look(said), Theme.dim, row: 3, in: inner, rows: 2)
    }
    drawLast(environment, on: &sheet, in: inner.inset(top: 6))
  }

  private func drawLast(_ environment: Environment, on sheet: inout Sheet, in area: Area) {
    guard area.rows > 0, isLoaded else { return }
    let look = sheet.look
    guard let draw = last, let evening = environment.open?.evening else {
      sheet.draw(Line(look(GameRefusal.noDraw.phrase), Theme.dim), row: 0, in: area)
      return
    }
    let thread = draw.thread { evening.guest($0)?.badge }
    sheet.draw(
      Line(
        look(
          Phrase(
            "第 \(draw.number) 次：种子 \(draw.seed)，\(thread.pairs.count) 对",
            "Draw \(draw.number): seed \(draw.seed), \(thread.pairs.count.counted("pair"))")),
        Theme.strong), row: 0, in: area)
    let pairs = thread.pairs.map { look($0.a.phrase) + "~" + look($0.b.phrase) }
    let left = thread.leftOver.map { look($0.phrase) }.joined(separator: " ")
    let rest = left.isEmpty ? "" : "   " + look(Phrase("轮空 ", "left over ")) + left
    sheet.paragraph(
      pairs.joined(separator: "  ") + rest, row: 1, in: area, rows: max(1, area.rows - 1))
  }
}
