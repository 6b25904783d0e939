public import Canvas
public import Matchmaking
public import Wording

/// The big screen as a value: what is known of the evening, what time it is, and what somebody at its keyboard
/// wants.
///
/// Nothing ends it by chance: leaving is asked for and then answered with F8 alone, within some seconds.
public struct Wall: Sendable {
  /// What lies over the card.
  enum Overlay: Hashable {
    case help
    case leaving(until: ContinuousClock.Instant)
  }

  public private(set) var language: Language
  var width: Width
  private(set) var size = Size(columns: 0, rows: 0)
  private(set) var time: WallTime
  private(set) var showing: Showing?
  /// Why what is shown may be old.
  private(set) var trouble: Phrase?
  /// How it stood when somebody froze it.
  private(set) var frozen: (showing: Showing?, time: WallTime)?
  private(set) var isBlank = false
  private(set) var overlay: Overlay?
  /// Which page of those of the card; counted on, whatever their number.
  private(set) var turn = 0
  private(set) var turnsAt: ContinuousClock.Instant
  /// Of the pair that was announced last, while it goes on.
  private(set) var reveal: Reveal?

  /// How long a page stands: long enough to find a number among some.
  static let dwell = Duration.seconds(8)
  /// How long a question waits for its answer.
  static let patience = Duration.seconds(15)

  public init(language: Language, width: Width, at time: WallTime) {
    self.language = language
    self.width = width
    self.time = time
    turnsAt = time.instant + Self.dwell
  }

  // MARK: - What happens

  public mutating func resize(_ size: Size) { self.size = size }
  public mutating func widen() { width = Width(.wide) }

  public mutating func take(_ showing: Showing, at time: WallTime) {
    let before = card
    self.time = time
    reveal(from: self.showing, to: showing)
    self.showing = showing
    trouble = nil
    if !before.isOfTheSame(as: card) { begin() }
  }

  /// What is shown stays; that it may be old is told.
  public mutating func lose(_ trouble: Phrase, at time: WallTime) {
    self.time = time
    self.trouble = trouble
  }

  /// Time has passed.
  public mutating func pass(to time: WallTime) {
    self.time = time
    if case .leaving(let end) = overlay, end <= time.instant { overlay = nil }
    if frozen == nil, let reveal, reveal.next(after: time.instant) == nil { self.reveal = nil }
    if turnsAt <= time.instant {
      turn += 1
      turnsAt = time.instant + Self.dwell
    }
  }

  /// A pair that was announced while this wall was looking comes with a reveal; one that is read first does not,
  /// and none outlasts the taking back of its announcement.
  private mutating func reveal(from before: Showing?, to now: Showing) {
    let last = now.pairs.last
    if reveal?.pair != last?.id { reveal = nil }
    guard let before, let last, before.event.id == now.event.id,
      !before.pairs.contains(where: { $0.id == last.id }), now.pairs.count > before.pairs.count
    else { return }
    reveal = Reveal(pair: last.id, began: time.instant)
  }

  /// Another card begins at its first page.
  private mutating func begin() {
    turn = 0
    turnsAt = time.instant + Self.dwell
  }

  /// - Returns: whether it is to be left.
  public mutating func press(_ key: Key, at time: WallTime) -> Bool {
    self.time = time
    if case .leaving = overlay {
      overlay = nil
      return key == .named(.f8)
    }
    if overlay == .help {
      overlay = nil
      return false
    }
    switch key.folded {
    case .character("?"), .named(.f1): overlay = .help
    case .character(" "), .named(.f5): freeze()
    case .character("b"), .character("B"), .named(.f6): isBlank.toggle()
    case .named(.enter), .named(.escape):
      if !isBlank { reveal = nil }
      isBlank = false
    case .character("l"), .character("L"), .named(.f12): language = language.other
    case .named(.right), .named(.pageDown), .named(.down): turn(by: 1)
    case .named(.left), .named(.pageUp), .named(.up): turn(by: -1)
    case .character("q"), .character("Q"), .control("q"), .control("c"), .named(.f10):
      overlay = .leaving(until: time.instant + Self.patience)
    case .named, .control, .alt, .paste, .mouse, .character: break
    }
    return false
  }

  private mutating func freeze() {
    if isBlank { return isBlank = false }
    frozen = frozen == nil ? (showing, time) : nil
  }

  private mutating func turn(by step: Int) {
    guard pages > 1 else { return }
    if step > 0, threadStep != nil { return finishThread() }
    turn = ((turn + step) % pages + pages) % pages
    turnsAt = time.instant + Self.dwell
  }
}

extension Wall {
  // MARK: - What stands there

  /// What is shown, as old as it was when somebody froze it.
  var shown: Showing? { frozen.map(\.showing) ?? showing }
  var shownTime: WallTime { frozen?.time ?? time }
  var card: Card { shown?.card(at: shownTime) ?? .waiting }

  /// How many pages the card has in this window.
  var pages: Int {
    switch card {
    case .round(let round, _): RoundPages(round, size: size, width: width).count
    case .thread(let thread): thread.pairs.count + 1
    case .waiting, .welcome, .segment, .picks, .pairs, .question, .next, .closing: 1
    }
  }

  /// How far the reveal of the card's pair is; whatever is frozen keeps its moment.
  var moment: Reveal.Moment {
    guard let reveal, reveal.pair == shown?.pairs.last?.id else { return .last }
    return reveal.moment(at: shownTime.instant)
  }

  var page: Int { turn % max(1, pages) }

  /// When something is to be drawn that nobody did: another second, another page, the end of a question.
  ///
  /// Nil while nothing counts down and there is one page: then nothing ticks, and nothing is written.
  public var next: ContinuousClock.Instant? {
    var moments: [ContinuousClock.Instant] = []
    if case .leaving(let end) = overlay { moments.append(end) }
    guard !isBlank, frozen == nil, !Self.isTooSmall(size) else { return moments.min() }
    let card = card
    if card == .pairs, let reveal, let moment = reveal.next(after: time.instant) {
      moments.append(moment)
    }
    let countdown = card.countdown
    if let countdown, !countdown.isPaused {
      moments.append(time.instant + .milliseconds(countdown.untilNext))
    }
    if pages > 1, !(countdown?.isPaused ?? false) { moments.append(turnsAt) }
    if let step = threadStep { moments.append(step) }
    return moments.min()
  }

  static func isTooSmall(_ size: Size) -> Bool { size.columns < 40 || size.rows < 10 }
}

extension Wall {
  // MARK: - The red thread

  /// How long it takes from one number to the other.
  static let weaving = Duration.milliseconds(2_400)
  /// How often it is seen to have come further.
  static let stitch = Duration.milliseconds(120)

  /// How far the thread of the page has come, 0 to 1.
  var threadShare: Double {
    let since = (turnsAt - Self.dwell).duration(to: shownTime.instant)
    return min(1, max(0, since / Self.weaving))
  }

  /// When it comes further; nil where it has arrived, or there is none.
  var threadStep: ContinuousClock.Instant? {
    guard case .thread = card, page > 0, frozen == nil, threadShare < 1 else { return nil }
    return time.instant + Self.stitch
  }

  /// Nobody has to wait for it.
  private mutating func finishThread() {
    turnsAt = time.instant + Self.dwell - Self.weaving
  }
}

extension Card {
  /// Whether another is the same but for what changes of itself, so that its pages go on.
  fileprivate func isOfTheSame(as other: Card) -> Bool {
    switch (self, other) {
    case (.round(let one, _), .round(let other, _)):
      one.kind == other.kind && one.number == other.number
    case (.segment(let one, _), .segment(let other, _)): one.id == other.id
    case (.thread(let one), .thread(let other)): one.number == other.number
    case (.question(let one), .question(let other)): one.place == other.place
    case (.waiting, .waiting), (.welcome, .welcome), (.picks, .picks), (.pairs, .pairs),
      (.next, .next), (.closing, .closing):
      true
    default: false
    }
  }
}
