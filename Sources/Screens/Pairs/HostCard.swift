import Canvas
import Matchmaking
import Pinyin
import Wording

extension Context {
  public static let host = Self(
    "host", Phrase("主持人卡", "Host's card"), typing: .none, home: .within(.hostCard))
}

/// What the host has to know: the pair that comes next, how their names are said, and who was just announced.
///
/// No ranks and no reasons: whoever stands beside the host sees nothing of the slips.
struct HostCard: Dialogue {
  static let commands: [Command] = [
    Command(
      .announceNext, in: .host, [.named(.f2), .character("a")], Phrase("公布这一对", "announce them"),
      help: Phrase("大屏揭晓这一对；F9 撤下", "The big screen shows this pair; F9 takes it off"), at: 1),
    .close(.host, Phrase("返回", "back"), also: [.character("q")]),
  ]

  private var told: RoundAtGate?
  private var last: Announcement?
  private var shownAs = ShownAs.number
  private var announcing = NextAnnouncement()

  private var gate: Gate? { told?.gate }

  var contexts: [Context] { [.host] }

  mutating func begin(in environment: Environment) -> [Intent] {
    read(environment)
    return []
  }

  mutating func followEvening(in environment: Environment) { read(environment) }

  private mutating func read(_ environment: Environment) {
    guard let evening = environment.evening else { return }
    told = evening.event.state == .archived ? nil : try? evening.roundAtGate()
    last = evening.announced.last
    shownAs = evening.event.details.shownAs
    announcing.look(at: gate?.next, of: evening.event)
  }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    guard id == .announceNext, let event = environment.open?.event else { return nil }
    guard let told, let next = told.gate.next else { return [] }
    let shownAs = announcing.shownAs(next, at: event)
    return [.change(.gate(event.id, round: told.round, .announce(next, as: shownAs)))]
  }

  mutating func take(
    _ outcome: Outcome, of change: Change, in environment: Environment
  ) -> [Intent] {
    announcing.take(outcome, of: change, next: gate?.next, at: environment.open?.event)
    return []
  }

  func label(of id: Command.ID) -> Phrase? {
    id == .announceNext && announcing.lacksNames ? NextAnnouncement.label : nil
  }

  func obstacle(to id: Command.ID, in environment: Environment) -> Obstacle? {
    guard id == .announceNext else { return nil }
    return gate?.next == nil
      ? .first(Phrase("没有待公布的了", "No pair is waiting any more")) : nil
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let inner = sheet.dialogue(
      look(Phrase("主持人卡", "Host's card")), columns: area.columns, rows: area.rows, in: area)
    guard let evening = environment.evening else { return }
    let isRoomy = inner.rows >= 15
    var row = 0
    sheet.draw(
      Line([Span(look(heading), Theme.title)], right: [Span(look(progress), Theme.dim)]), row: row,
      in: inner)
    row += isRoomy ? 3 : 1
    if let next = gate?.next {
      for badge in [next.a, next.b] {
        row += person(badge, evening, isRoomy: isRoomy, on: &sheet, in: inner.inset(top: row))
      }
      let hint =
        shownAs == .number || announcing.lacksNames
        ? Phrase("大屏只显示号牌，请也只念号牌。", "The big screen shows numbers; say numbers alone.")
        : Phrase("双方同意的，大屏显示姓名。", "Names are shown where both consent.")
      sheet.draw(Line(look(hint), Theme.dim), row: row, in: inner)
    }
    if let last, let badges = evening.badges(of: last) {
      sheet.draw(
        Line(
          [Span(look(Phrase("刚公布  ", "Just announced  ")), Theme.dim)]
            + [badges.a, badges.b].flatMap { said($0, evening, look) }),
        row: inner.rows - 1, in: inner)
    }
  }

  private var heading: Phrase {
    guard let gate else { return Phrase("互选还没有结束", "Picking is still open") }
    if gate.next != nil { return Phrase("下一对", "Next pair") }
    return gate.entries.isEmpty
      ? Phrase("没有牵手", "There are no pairs") : Phrase("没有待公布的了", "No pair is waiting any more")
  }

  private var progress: Phrase {
    guard let gate, !gate.entries.isEmpty else { return .empty }
    return Phrase(
      "已公布 \(gate.announced)/\(gate.entries.count)",
      "\(gate.announced) of \(gate.entries.count) announced")
  }

  /// - Returns: how many rows it took.
  private func person(
    _ badge: Badge, _ evening: Evening, isRoomy: Bool, on sheet: inout Sheet, in area: Area
  ) -> Int {
    let guest = evening.guest(wearing: badge)
    let name = guest?.name ?? ""
    let look = sheet.look
    // Letters with air between them are read from farther away.
    let wide = isRoomy ? name.map(String.init).joined(separator: " ") : name
    sheet.draw(
      Line([
        Span(look(badge.phrase) + "    ", Theme.title), Span(wide + "    ", Theme.strong),
        Span(Reading.spoken(name), Theme.accent),
      ]), row: 0, in: area)
    let indent = look.width.columns(look(badge.phrase)) + 4
    sheet.draw(
      Line(guest?.employer ?? "", Theme.dim), row: 1, in: area.inset(left: indent))
    return isRoomy ? 4 : 2
  }

  private func said(_ badge: Badge, _ evening: Evening, _ look: Look) -> [Span] {
    let name = evening.guest(wearing: badge)?.name ?? ""
    return [
      Span(look(badge.phrase) + " ", Theme.accent), Span("\(name) ", Theme.plain),
      Span(Reading.spoken(name) + "   ", Theme.dim),
    ]
  }
}
