import Canvas
import Matchmaking
import Wording

/// What just happened, and how to take it back. It stays until something else happens: nothing on
/// the screens changes by itself.
struct Toast: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case done, undone, refused, note
  }

  /// A sentence, and whom it is about told from others.
  private struct Saying: Hashable, Sendable {
    let text: Phrase
    var facts = ""
  }

  var kind: Kind
  /// From the longest to the shortest: the first for which there is room is shown.
  private var sayings: [Saying]
  /// Spoken to whoever pressed the last key: it goes with the next thing that is done.
  var isPassing: Bool { kind == .refused || kind == .note }
  /// The key that takes it back, with its word.
  var way: Command.ID?
  /// The code of the event it is about; empty where it is about none.
  private(set) var event = ""
  /// Others have the same name, so that the facts say who is meant.
  private var areFactsNeeded = false

  init(_ kind: Kind, _ text: Phrase, way: Command.ID? = nil) {
    self.kind = kind
    sayings = [Saying(text: text)]
    self.way = way
  }

  /// - Parameters:
  ///   - summary: what the act did, in the words of this desk.
  ///   - facts: what tells the person from others.
  init(_ act: Act, _ summary: ActSummary, _ facts: PersonFacts = .none) {
    let whole: Phrase
    let short: Phrase
    switch act.kind {
    case .original, .redo, .merge:
      (kind, way) = (.done, .undo)
      (whole, short) = (summary.phrase + Phrase("，已保存", ", saved"), summary.phrase)
    case .undo:
      (kind, way) = (.undone, .redo)
      whole = Phrase("已撤销：", "Undone: ") + summary.phrase
      short = whole
    }
    event = act.summary.event
    areFactsNeeded = facts.areNeeded
    sayings = Self.sayings(whole, short, facts)
  }

  /// With what tells the person from others as long as there is room for it; to the last where others
  /// have the same name.
  private static func sayings(
    _ whole: Phrase, _ short: Phrase, _ facts: PersonFacts
  ) -> [Saying] {
    guard !facts.text.isEmpty else { return [Saying(text: whole), Saying(text: short)] }
    let full = Saying(text: whole, facts: facts.text)
    guard facts.areNeeded else { return [full, Saying(text: whole), Saying(text: short)] }
    return [full, Saying(text: short, facts: facts.text)]
      + [8, 5, 3].filter { $0 < facts.text.count }.map { limit in
        Saying(text: short, facts: facts.text.prefix(limit) + "…")
      }
  }

  /// What is said in the room there is.
  func spans(_ look: Look, columns: Int) -> [Span] {
    let style = kind == .refused ? Theme.warning : Theme.strong
    let all = sayings.map { saying in
      [Span(look(saying.text), style)]
        + (saying.facts.isEmpty
          ? []
          : [
            Span(" \(look.marks.dot) ", Theme.dim),
            Span(saying.facts, areFactsNeeded ? Theme.strong : Theme.dim),
          ])
    }
    return all.first { $0.columns(look.width) <= columns } ?? all.last ?? []
  }
}

/// What tells somebody from others, for a sentence about them.
struct PersonFacts: Hashable, Sendable {
  let text: String
  /// Others at the event have the same name.
  let areNeeded: Bool

  static let none = PersonFacts(text: "", areNeeded: false)

  private init(text: String, areNeeded: Bool) {
    self.text = text
    self.areNeeded = areNeeded
  }

  /// With something that has to be read: what tells nobody from others gives way to it.
  func with(_ fact: String) -> PersonFacts {
    PersonFacts(text: areNeeded ? "\(fact) \(text)" : fact, areNeeded: areNeeded)
  }

  /// The employer; of namesakes whatever parts them.
  init(of guest: Guest, at evening: Evening) {
    let same = Namesakes(of: guest.name)
    let namesakes = evening.guests.filter { same.contain($0.name) }
    guard namesakes.count > 1 else {
      self.init(text: guest.employer, areNeeded: false)
      return
    }
    let facts = GuestFact.parting(namesakes)
    let texts = [
      facts.contains(.employer) ? guest.employer : "",
      facts.contains(.phone) ? guest.maskedPhone : "",
      facts.contains(.year) ? guest.birthYear.map(String.init) ?? "" : "",
    ].filter { !$0.isEmpty }
    self.init(
      text: texts.isEmpty ? guest.employer : texts.joined(separator: " "), areNeeded: true)
  }
}
