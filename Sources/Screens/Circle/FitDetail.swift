import Canvas
import Matchmaking
import Wording

/// One of a circle, where there is no room for the reasons beside the list.
struct FitDetail: Dialogue {
  let fit: FateCircle.Fit
  private var scroll = Scroll()

  init(_ fit: FateCircle.Fit) { self.fit = fit }

  static func lines(_ fit: FateCircle.Fit, columns: Int, _ look: Look) -> [Line] {
    ReasonLines(look: look).full(fit, columns: columns)
      + MemberCard(look: look, member: fit.member).lines(columns: columns)
  }

  var contexts: [Context] { [.reading, .list] }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    guard let move = Move(id) else { return nil }
    let room = environment.pageRoom
    let count = Self.lines(fit, columns: room.columns, environment.look).count
    scroll.move(move, count: count, height: room.rows)
    return []
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    sheet.page(fit.member.name, scroll, in: area) { Self.lines(fit, columns: $0, look) }
  }
}
