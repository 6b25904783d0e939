internal import Matchmaking
internal import Wording

extension Page {
  /// A badge (号牌): the number to be read across a table, the name to be read when shaking hands, and the
  /// code that a scanner types at the door.
  mutating func badge(
    of guest: PrintedGuest, at evening: PrintedEvening, in box: Box, _ settings: PrintSettings
  ) {
    let isUpright = settings.sheet.isUpright
    let inner = box.inset(
      x: isUpright ? 9 : max(4.5, box.width * 0.055), y: isUpright ? 11 : max(4, box.height * 0.075)
    )
    head(evening, in: inner.strip(from: 0, isUpright ? 0.08 : 0.13))
    if isUpright {
      number(of: guest, in: inner.strip(from: 0.12, 0.27), settings.language, .middle)
      name(of: guest, in: inner.strip(from: 0.42, 0.16), .middle)
      text(
        guest.employer, in: inner.strip(from: 0.60, 0.09), size: 4.6, .middle, lines: .atMost(2),
        ink: .grey)
      code(of: guest, in: inner.strip(from: 0.71, 0.29))
    } else {
      let upper = inner.strip(from: 0.16, 0.46)
      let (left, right) = upper.split(at: inner.width - upper.height)
      number(of: guest, in: left, settings.language, .left)
      code(of: guest, in: right)
      name(of: guest, in: inner.strip(from: 0.645, 0.225), .left)
      text(
        guest.employer, in: inner.strip(from: 0.885, 0.115), size: box.height * 0.068,
        lines: .atMost(2), ink: .grey)
    }
  }

  /// The event's title over a red line.
  mutating func head(_ evening: PrintedEvening, in box: Box) {
    text(
      evening.title, in: Box(x: box.x, y: box.y, width: box.width, height: box.height * 0.85),
      size: box.height * 0.62, lines: .atMost(2), ink: .grey)
    line(box.x, box.bottom, box.right, box.bottom, width: 0.5, ink: .red)
  }

  private mutating func number(
    of guest: PrintedGuest, in box: Box, _ language: Language, _ alignment: TextMark.Alignment
  ) {
    guard let badge = guest.badge else {
      // To be written on by hand.
      return line(
        box.x + 0.1 * box.width, box.bottom - 2, box.right - 0.1 * box.width, box.bottom - 2,
        width: 0.3, ink: .grey)
    }
    text(
      badge.phrase(language), in: box, size: box.height, bold: true, alignment, ink: badge.pool.ink)
  }

  private mutating func name(
    of guest: PrintedGuest, in box: Box, _ alignment: TextMark.Alignment
  ) {
    text(guest.name, in: box, size: box.height * 0.85, bold: true, alignment, lines: .atMost(2))
  }

  private mutating func code(of guest: PrintedGuest, in box: Box) {
    guard let badge = guest.badge else { return }
    marks.append(.code(badge.scanned, box))
  }
}

extension Badge {
  /// What a scanner types at the door: Latin, so that no input method has to be asked.
  var scanned: String { description }
}

extension Pool {
  /// The number says it too.
  var ink: Ink {
    switch self {
    case .men: .blue
    case .women: .red
    case .everyone: .black
    }
  }
}
