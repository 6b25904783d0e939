internal import Matchmaking
internal import Wording

extension Page {
  /// A slip that tells somebody what came of the evening, to be folded in the middle.
  ///
  /// The upper half is the outside and looks alike for everybody. Below stands who was announced together with
  /// this person and nothing else: no ranks, nobody who was picked in vain.
  mutating func result(
    _ result: PrintedResult, at evening: PrintedEvening, in box: Box, _ language: Language
  ) {
    let inner = box.inset(x: max(6, box.width * 0.08), y: max(5, box.height * 0.05))
    outside(of: result.guest, at: evening, in: inner.strip(from: 0, 0.44), language)
    let fold = inner.strip(from: 0.47, 0.05)
    line(box.x + 2, fold.y, box.right - 2, fold.y, width: 0.1, ink: .faint)
    text(Paper.forOneself(language), in: fold, size: 2.6, .middle, ink: .grey)
    let contact = evening.contact(language)
    inside(
      result.partners, in: inner.strip(from: 0.56, contact.isEmpty ? 0.44 : 0.4), language)
    text(contact, in: inner.strip(from: 0.965, 0.035), size: 2.8, ink: .grey)
  }

  private mutating func outside(
    of guest: PrintedGuest, at evening: PrintedEvening, in box: Box, _ language: Language
  ) {
    head(evening, in: box.strip(from: 0, 0.2))
    let facts = [evening.date.description, evening.place].filter { !$0.isEmpty }
    text(
      facts.joined(separator: language == .chinese ? "　" : " · "), in: box.strip(from: 0.24, 0.1),
      size: box.height * 0.07, .right, ink: .grey)
    if let badge = guest.badge {
      text(
        badge.phrase(language), in: box.strip(from: 0.38, 0.3), size: box.height * 0.26,
        bold: true, .middle, ink: badge.pool.ink)
    }
    text(
      guest.name, in: box.strip(from: 0.72, 0.22), size: box.height * 0.15, .middle,
      lines: .atMost(2))
  }

  private mutating func inside(
    _ partners: [PrintedResult.Partner], in box: Box, _ language: Language
  ) {
    text(
      Paper.result(language), in: box.strip(from: 0, 0.12), size: box.height * 0.09, ink: .grey)
    let rest = box.strip(from: 0.16, 0.84)
    guard !partners.isEmpty else {
      return text(
        Paper.noPair(language), in: rest, size: min(5, rest.height * 0.12), lines: .prose)
    }
    let share = 1 / Double(partners.count)
    for (place, partner) in partners.enumerated() {
      self.partner(partner, in: rest.strip(from: Double(place) * share, share * 0.94), language)
    }
  }

  private mutating func partner(
    _ partner: PrintedResult.Partner, in box: Box, _ language: Language
  ) {
    let size = min(6, box.height * 0.16)
    text(
      Paper.pairedWith(partner.badge)(language), in: box.strip(from: 0, 0.24), size: size,
      bold: true, ink: partner.badge.pool.ink)
    guard let contact = partner.contact else {
      return text(
        Paper.contactLater(language), in: box.strip(from: 0.3, 0.6), size: size * 0.65,
        lines: .prose)
    }
    let lines = [
      contact.name,
      contact.phone.isEmpty ? "" : "\(Paper.phone(language))  \(contact.phone)",
      contact.wechat.isEmpty ? "" : "\(Paper.wechat(language))  \(contact.wechat)",
    ].filter { !$0.isEmpty }
    for (place, text) in lines.enumerated() {
      self.text(text, in: box.strip(from: 0.28 + 0.23 * Double(place), 0.21), size: size * 0.85)
    }
  }
}
