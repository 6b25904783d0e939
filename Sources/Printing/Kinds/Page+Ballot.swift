internal import Matchmaking
internal import Wording

extension Page {
  /// A ballot (选票): the picker's number, the rule in words, and a line for each pick.
  ///
  /// No name: whoever types it has no need of it.
  mutating func ballot(
    of guest: PrintedGuest, at evening: PrintedEvening, in box: Box, _ language: Language
  ) {
    let inner = box.inset(x: max(6, box.width * 0.08), y: max(6.5, box.height * 0.06))
    head(evening, in: inner.strip(from: 0, 0.07))
    let top = inner.strip(from: 0.09, 0.15)
    let (left, right) = top.split(at: inner.width * 0.55)
    text(
      Paper.ballot(language), in: left, size: top.height * 0.5, bold: true, lines: .atMost(2))
    ownNumber(of: guest, in: right, language)
    text(
      Paper.howToPick(evening.rule, maxPicks: evening.maxPicks)(language),
      in: inner.strip(from: 0.26, 0.16), size: min(3.8, box.height * 0.032), lines: .prose)
    let isUnlimited = evening.maxPicks == nil
    lines(
      evening.maxPicks ?? Self.linesOfUnlimited,
      in: inner.strip(from: 0.44, isUnlimited ? 0.45 : 0.49))
    if isUnlimited {
      text(
        Paper.moreOverleaf(language), in: inner.strip(from: 0.905, 0.035), size: 2.6, ink: .grey)
    }
    // Two lines where there is somebody to call, one where not.
    let contact = evening.contact(language)
    let foot = inner.strip(from: 0.955, 0.045)
    let secret = contact.isEmpty ? foot : foot.strip(from: 0, 0.5)
    text(Paper.keptSecret(language), in: secret, size: 2.8, ink: .grey)
    text(contact, in: foot.strip(from: 0.55, 0.5), size: 2.8, ink: .grey)
  }

  private static let linesOfUnlimited = 10

  private mutating func ownNumber(of guest: PrintedGuest, in box: Box, _ language: Language) {
    text(
      Paper.yourNumber(language), in: box.strip(from: 0, 0.25), size: box.height * 0.2, .right,
      ink: .grey)
    let place = box.strip(from: 0.28, 0.72)
    if let badge = guest.badge {
      text(
        badge.phrase(language), in: place, size: place.height, bold: true, .right,
        ink: badge.pool.ink)
    } else {
      line(place.x + place.width * 0.3, place.bottom, place.right, place.bottom, ink: .grey)
    }
  }

  /// In as many columns as leave each line high enough to write on.
  private mutating func lines(_ count: Int, in box: Box) {
    let least = 6.5
    let perColumn = max(1, Int(box.height / least))
    let columns = min(max((count + perColumn - 1) / perColumn, count > 5 ? 2 : 1), 6)
    let rows = (count + columns - 1) / columns
    let height = min(box.height / Double(max(rows, 1)), 12)
    let boxes = box.columns(columns, gap: 6)
    for place in 0..<count {
      let column = boxes[place / rows]
      let bottom = column.y + Double(place % rows + 1) * height - 1
      let label = Box(x: column.x, y: bottom - height * 0.75, width: 6, height: height * 0.75)
      text("\(place + 1)", in: label, size: min(3.4, height * 0.6), ink: .grey)
      line(column.x + 6.5, bottom, column.right, bottom, width: 0.25, ink: .grey)
    }
  }
}
