internal import Matchmaking
internal import Wording

extension Page {
  /// A card with somebody's tables, round by round.
  mutating func card(
    _ card: PrintedCard, at evening: PrintedEvening, in box: Box, _ language: Language
  ) {
    let inner = box.inset(x: max(5, box.width * 0.06), y: max(4, box.height * 0.07))
    head(evening, in: inner.strip(from: 0, 0.11))
    let top = inner.strip(from: 0.14, 0.22)
    let (left, right) = top.split(at: inner.width * 0.4)
    if let badge = card.guest.badge {
      text(badge.phrase(language), in: left, size: top.height, bold: true, ink: badge.pool.ink)
    }
    text(
      card.guest.name, in: right, size: top.height * 0.6, bold: true, .right, lines: .atMost(2))
    let contact = evening.contact(language)
    meetings(
      card.meetings, in: inner.strip(from: 0.4, contact.isEmpty ? 0.6 : 0.53), language)
    text(contact, in: inner.strip(from: 0.945, 0.055), size: 2.6, ink: .grey)
  }

  private mutating func meetings(
    _ meetings: [PrintedCard.Meeting], in box: Box, _ language: Language
  ) {
    guard !meetings.isEmpty else { return }
    let perColumn = max(1, Int(box.height / 4))
    let columns = min((meetings.count + perColumn - 1) / perColumn, 3)
    let rows = (meetings.count + columns - 1) / columns
    let height = min(box.height / Double(rows), 9)
    let boxes = box.columns(columns, gap: 4)
    for (place, meeting) in meetings.enumerated() {
      let column = boxes[place / rows]
      let line = Box(
        x: column.x, y: column.y + Double(place % rows) * height, width: column.width,
        height: height)
      self.meeting(meeting, in: line.inset(x: 0, y: height * 0.08), language)
      self.line(line.x, line.bottom, line.right, line.bottom, width: 0.1, ink: .faint)
    }
  }

  private mutating func meeting(
    _ meeting: PrintedCard.Meeting, in box: Box, _ language: Language
  ) {
    // As wide a column as this holds the words of either language without making one smaller than another.
    let size = min(4.2, box.height * 0.72, box.width * 0.1)
    let (round, rest) = box.split(at: box.width * 0.31)
    text(
      Paper.round(meeting.round, meeting.kind)(language), in: round, size: size * 0.85, ink: .grey)
    guard let table = meeting.table else {
      return text(Paper.sitOut(language), in: rest, size: size, ink: .grey)
    }
    let (left, right) = rest.split(at: rest.width * 0.58)
    text(Paper.table(table)(language), in: left, size: size, bold: true)
    if let partner = meeting.partner {
      text(partner.phrase(language), in: right, size: size, .right, ink: partner.pool.ink)
    }
  }
}
