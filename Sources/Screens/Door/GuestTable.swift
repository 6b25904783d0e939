import Canvas
import Matchmaking
import Pinyin
import Wording

/// Guests under one another, with what tells namesakes apart.
struct GuestTable {
  let look: Look
  private let event: Event?
  private let facts: [Fact]
  private let columns: Columns

  /// What of a guest there is room for, from the left.
  private enum Fact: Hashable {
    case pointer, name, sex, year, employer, lastFour, phone, number, verification, status, here,
      badge
  }

  /// - Parameters:
  ///   - guests: who is shown: columns are as wide as they need.
  ///   - event: where it is to be said what is to be settled at the door.
  init(look: Look, width: Int, guests: [Guest], event: Event? = nil) {
    self.look = look
    self.event = event
    let name = Columns.Column.fitting(
      guests.map(\.name), look.width,
      in: width < 70 ? 6...max(10, min(18, width - 28)) : 8...(width > 90 ? 30 : 20))
    // The badge stands where the eye finds it from the name, however wide the window is: what there is
    // room for besides stands behind it.
    let isWide = width >= 116
    facts =
      width < 70
      ? [.pointer, .name, .employer, .lastFour, .here, .badge]
      : [.pointer, .name, .sex, .year, .employer, .phone, .status, .badge]
        + (isWide ? [.number, .verification] : [])
    // As wide as who came by a command: `已签到 19:31 命令行`, `here 19:31 command line`.
    let usual = look.language == .chinese ? 16...20 : 15...23
    let status = Columns.Column.fitting(
      guests.map { Self.status(of: $0, at: event, look).text }, look.width, in: usual)
    columns = Columns(
      facts.map { fact in
        switch fact {
        case .pointer, .here: .fixed(1)
        case .name: name
        case .sex: .fixed(2)
        case .year: .fixed(4)
        case .employer: isWide ? .fixed(30) : .rest
        case .lastFour: .fixed(4, .right)
        case .phone: .fixed(11)
        case .number: .fixed(10)
        case .verification: .fixed(look.language == .chinese ? 10 : 12)
        case .status: status
        case .badge: .badges(guests.map(\.badge), look, .right)
        }
      }, across: width, gap: width < 70 ? 1 : width > 90 ? 2 : 1)
  }

  /// Cells it needs: what is left of a wide window is left to others.
  static let most = 122

  /// - Parameter differing: the facts that tell the guest from a namesake on the same screen.
  func draw(
    _ guest: Guest, isMarked: Bool, differing: Set<GuestFact>, emphasis: Emphasis?, row: Int,
    in area: Area, on sheet: inout Sheet
  ) {
    columns.draw(
      cells(guest, isMarked: isMarked, differing: differing), row: row, in: area, on: &sheet)
    if let range = emphasis?.range(in: guest.name) {
      underline(range, of: guest.name, row: row, in: area, on: &sheet)
    }
  }

  private func cells(_ guest: Guest, isMarked: Bool, differing: Set<GuestFact>) -> [Span] {
    func telling(_ fact: GuestFact, _ text: String) -> Span {
      Span(text, differing.contains(fact) ? Theme.strong : Theme.dim)
    }
    return facts.map { fact in
      switch fact {
      case .pointer: Span(isMarked ? look.marks.pointer : "", Theme.accent)
      case .name: Span(guest.name, guest.isHere ? Theme.plain : Theme.strong)
      case .sex: Span(guest.sex.map { look($0.phrase) } ?? "", Theme.dim)
      case .year: telling(.year, guest.birthYear.map(String.init) ?? "")
      case .employer: telling(.employer, guest.employer)
      case .lastFour: telling(.phone, guest.lastFour)
      case .phone: telling(.phone, guest.maskedPhone)
      case .number: Span(guest.number, Theme.dim)
      case .verification: Span(look(guest.credentials.verification.phrase), Theme.dim)
      case .status: Self.status(of: guest, at: event, look)
      case .here: Span(guest.isHere ? look.marks.done : "", Theme.done)
      case .badge: Span(guest.badge.map { look($0.phrase) } ?? look.marks.none, Theme.accent)
      }
    }
  }

  private static func status(of guest: Guest, at event: Event?, _ look: Look) -> Span {
    let status = guest.registration.status
    // Who waits or was declined is marked already; why else they may not come is on the card.
    let isMarked = [.waitlisted, .declined, .noShow].contains(status)
    if !isMarked, let warning = event.flatMap({ guest.warning(at: $0)?.brief }) {
      return Span(look.refused(warning), Theme.warning)
    }
    guard status == .checkedIn, let arrival = guest.registration.arrival else {
      return Span(look(status.phrase), status == .registered ? Theme.plain : Theme.warning)
    }
    let text = Phrase("已签到 ", "here ") + arrival.phrase(look.clock)
    return Span(look(text), Theme.done)
  }

  private func underline(
    _ range: Range<Int>, of name: String, row: Int, in area: Area, on sheet: inout Sheet
  ) {
    let start = look.width.columns(String(name.prefix(range.lowerBound)))
    let length = look.width.columns(String(Array(name)[range]))
    let room = max(0, columns[1] - start)
    let place = Area(
      column: area.column + 1 + columns.gap + start, row: area.row + row,
      columns: min(length, room), rows: 1)
    sheet.frame.restyle(place) { $0.attributes.insert(.underline) }
  }
}

/// A fact that may tell two namesakes apart.
enum GuestFact: Hashable, Sendable {
  case year, employer, phone

  /// For each name that several of these guests bear, the facts to ask for.
  ///
  /// The employer where it differs; the phone too where two share the employer; the year where
  /// nothing else parts them.
  static func differing(among guests: [Guest]) -> [String: Set<GuestFact>] {
    Dictionary(grouping: guests, by: \.name).filter { $0.value.count > 1 }.mapValues(parting)
  }

  /// The facts that tell these namesakes from one another.
  static func parting(_ namesakes: [Guest]) -> Set<GuestFact> {
    let employers = Set(namesakes.map(\.employer)).count
    if employers == namesakes.count { return [.employer] }
    var facts: Set<GuestFact> = employers > 1 ? [.employer] : []
    facts.insert(Set(namesakes.map(\.maskedPhone)).count > 1 ? .phone : .year)
    return facts
  }
}
