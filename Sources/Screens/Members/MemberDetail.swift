import Canvas
import Matchmaking
import Wording

/// A member's facts, where there is no room for them beside the list.
struct MemberDetail: Dialogue {
  let member: Member
  private var scroll = Scroll()

  init(_ member: Member) { self.member = member }

  var contexts: [Context] { [.member, .reading, .list] }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    switch id {
    case .editMember: return [.open(MemberForm(member, today: environment.setting.today))]
    case .consents: return [.open(ConsentPage(member))]
    case .circle: return [.open(CirclePage(member))]
    case .listingCard: return [.open(ListingPage(member))]
    default: break
    }
    guard let move = Move(id) else { return nil }
    let room = environment.pageRoom
    let card = MemberCard(look: environment.look, member: member)
    scroll.move(move, count: card.lines(columns: room.columns).count, height: room.rows)
    return []
  }

  /// It shows what was; the list behind it what is.
  func follow(_ change: Change, in environment: Environment) -> [Intent] {
    if case .keep(.edit) = change { [.close] } else { [] }
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let card = MemberCard(look: sheet.look, member: member)
    let title = sheet.look(Phrase("单身职工", "Member"))
    sheet.page(title, scroll, in: area) { card.lines(columns: $0) }
  }
}
