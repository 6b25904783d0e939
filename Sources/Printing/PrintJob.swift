public import Matchmaking
public import Wording

/// What can be printed, with all that it takes; nothing is looked up elsewhere.
public enum PrintJob: Hashable, Sendable {
  case badges([PrintedGuest])
  case doorList([PrintedGuest])
  case ballots([PrintedGuest])
  case cards([PrintedCard])
  case tables([TableSign])
  case results([PrintedResult])

  public var kind: PrintKind {
    switch self {
    case .badges: .badges
    case .doorList: .doorList
    case .ballots: .ballots
    case .cards: .cards
    case .tables: .tables
    case .results: .results
    }
  }

  /// How many pieces, or lines of the list.
  public var count: Int {
    switch self {
    case .badges(let guests), .doorList(let guests), .ballots(let guests): guests.count
    case .cards(let cards): cards.count
    case .tables(let signs): signs.count
    case .results(let results): results.count
    }
  }
}

extension PrintKind {
  /// The sheets it can be read on, the usual one first.
  public var sheets: [Sheet] {
    switch self {
    case .badges: [.label90x54, .label90x60, .label80x50, .a7, .a6, .a5]
    case .doorList: [.a4]
    case .ballots: [.a6, .a5, .a7]
    case .cards: [.a7, .label90x54, .label90x60, .label80x50, .a6, .a5]
    case .tables: [.a5, .a4, .a6]
    case .results: [.a6, .a5, .a7]
    }
  }
}

/// How something is printed.
public struct PrintSettings: Hashable, Sendable {
  public var sheet: Sheet
  public var offset: Offset
  public var scale: Scale
  public var hasCutLines: Bool
  /// Characters no font has are printed as boxes rather than not at all.
  public var allowsBoxes: Bool
  public var language: Language

  public init(
    sheet: Sheet, offset: Offset = .none, scale: Scale = .whole, hasCutLines: Bool = true,
    allowsBoxes: Bool = false,
    language: Language
  ) {
    self.sheet = sheet
    self.offset = offset
    self.scale = scale
    self.hasCutLines = hasCutLines
    self.allowsBoxes = allowsBoxes
    self.language = language
  }
}

extension PrintJob {
  /// The pages, as values; at least one, so that a list of nobody says so.
  public func pages(of evening: PrintedEvening, _ settings: PrintSettings) -> [Page] {
    let language = settings.language
    switch self {
    case .doorList(let guests):
      return DoorListPages.pages(of: evening, guests, language)
    case .badges(let guests):
      return settings.laidOut(PinyinOrder(guests).guests) { page, guest, box in
        page.badge(of: guest, at: evening, in: box, settings)
      }
    case .ballots(let guests):
      return settings.laidOut(PinyinOrder(guests).guests) { page, guest, box in
        page.ballot(of: guest, at: evening, in: box, language)
      }
    case .cards(let cards):
      let places = Dictionary(grouping: cards, by: \.guest)
      var ordered: [PrintedCard] = []
      for guest in PinyinOrder(Array(places.keys)).guests { ordered += places[guest] ?? [] }
      return settings.laidOut(ordered) { page, card, box in
        page.card(card, at: evening, in: box, language)
      }
    case .tables(let signs):
      return settings.laidOut(signs) { page, sign, box in
        page.sign(sign, at: evening, in: box, language)
      }
    case .results(let results):
      let own = Dictionary(results.map { ($0.guest, $0) }) { first, _ in first }
      let ordered = PinyinOrder(results.map(\.guest)).guests.compactMap { own[$0] }
      return settings.laidOut(ordered) { page, result, box in
        page.result(result, at: evening, in: box, language)
      }
    }
  }

  /// A PDF of it, its fonts within.
  ///
  /// - Throws: `PrintRefusal.noGlyph` before anything is drawn.
  public func pdf(
    of evening: PrintedEvening, _ settings: PrintSettings, by press: Press
  ) throws(PrintRefusal) -> PrintedDocument {
    let pages = pages(of: evening, settings)
    let document = try PDF(
      press, title: evening.title, settings.language, offset: settings.offset,
      scale: settings.scale)
    if !settings.allowsBoxes {
      let missing = document.missingGlyphs(in: pages)
      let hasHan = document.hasGlyphs(for: "的一是")
      guard missing.isEmpty else { throw hasHan ? .noGlyph(missing) : .noHanFont }
    }
    for page in pages { document.add(page) }
    return PrintedDocument(bytes: try document.finish(), pages: pages.count)
  }
}

extension PrintSettings {
  /// Fills sheet after sheet.
  fileprivate func laidOut<Piece>(
    _ pieces: [Piece], _ draw: (inout Page, Piece, Box) -> Void
  ) -> [Page] {
    let places = sheet.places
    let starts = stride(from: 0, to: max(pieces.count, 1), by: places.count)
    return starts.map { start in
      var page = Page(hasCutLines ? sheet.cuts : [])
      if start == 0 { page.ruler(on: sheet, language) }
      for (piece, box) in zip(pieces[start...], places) { draw(&page, piece, box) }
      return page
    }
  }
}

/// A PDF and how long it is.
public struct PrintedDocument: Sendable {
  public let bytes: [UInt8]
  public let pages: Int
}
