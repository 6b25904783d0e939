import Canvas
import Matchmaking
import Wording

/// What just happened, and how to take it back. It stays until something else happens: nothing on
/// the screens changes by itself.
struct Toast: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case done, undone, refused, note
  }

  var kind: Kind
  /// From the longest to the shortest: the first for which there is room is shown.
  private var texts: [Phrase]
  /// Spoken to whoever pressed the last key: it goes with the next thing that is done.
  var isPassing: Bool { kind == .refused || kind == .note }
  /// The key that takes it back, with its word.
  var way: Command.ID?
  /// The code of the event it is about; empty where it is about none.
  private(set) var event = ""

  init(_ kind: Kind, _ text: Phrase, way: Command.ID? = nil) {
    self.kind = kind
    texts = [text]
    self.way = way
  }

  /// - Parameters:
  ///   - deed: what the act did, in the words of this desk.
  ///   - facts: what tells the person from others.
  init(_ act: Act, _ deed: Deed, _ facts: PersonFacts = .none) {
    let way: Command.ID
    switch act.kind {
    case .deed, .redo: (kind, way) = (.done, .undo)
    case .undo: (kind, way) = (.undone, .redo)
    }
    self.way = way
    event = act.deed.event
    texts = Self.texts(of: act, deed, facts)
  }

  /// With what tells the person from others as long as there is room for it; to the last where others
  /// have the same name.
  private static func texts(of act: Act, _ deed: Deed, _ facts: PersonFacts) -> [Phrase] {
    func whole(_ text: Phrase) -> Phrase {
      act.kind == .undo ? Phrase("已撤销：", "Undone: ") + text : text + Phrase("，已保存", ", saved")
    }
    func short(_ text: Phrase) -> Phrase {
      act.kind == .undo ? Phrase("已撤销：", "Undone: ") + text : text
    }
    let bare = deed.phrase
    guard !facts.text.isEmpty else { return [whole(bare), short(bare)] }
    let full = deed.phrase(telling: facts.text)
    guard facts.areNeeded else { return [whole(full), whole(bare), short(bare)] }
    let cut = [8, 5, 3].filter { $0 < facts.text.count }.map { limit in
      short(deed.phrase(telling: facts.text.prefix(limit) + "…"))
    }
    return [whole(full), short(full)] + cut
  }

  func text(_ look: Look, columns: Int) -> String {
    let all = texts.map { look($0) }
    return all.first { look.width.columns($0) <= columns } ?? all.last ?? ""
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

  /// The employer; of namesakes whatever parts them.
  init(of guest: Guest, at evening: Evening) {
    let namesakes = evening.guests.filter { $0.name.isNamesake(of: guest.name) }
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

extension Deed {
  /// With a few words behind the name.
  fileprivate func phrase(telling facts: some StringProtocol) -> Phrase {
    var (chinese, english) = (self, self)
    chinese.name = "\(name)（\(facts)）"
    english.name = "\(name) (\(facts))"
    return Phrase(chinese.phrase.chinese, english.phrase.english)
  }
}
