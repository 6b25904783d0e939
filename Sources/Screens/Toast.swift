import Matchmaking
import Wording

/// What just happened, and how to take it back. It stays until something else happens: nothing on
/// the screens changes by itself.
struct Toast: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case done, undone, refused, note
  }

  var kind: Kind
  var text: Phrase
  /// Spoken to whoever pressed the last key: it goes with the next thing that is done.
  var isPassing: Bool { kind == .refused || kind == .note }
  /// The key that takes it back, with its word.
  var way: Command.ID?

  init(_ kind: Kind, _ text: Phrase, way: Command.ID? = nil) {
    self.kind = kind
    self.text = text
    self.way = way
  }

  /// - Parameter deed: what the act did, in the words of this desk.
  init(_ act: Act, _ deed: Deed) {
    switch act.kind {
    case .deed, .redo:
      self.init(.done, deed.phrase + Phrase("，已保存", ", saved"), way: .undo)
    case .undo:
      self.init(.undone, Phrase("已撤销：", "Undone: ") + deed.phrase, way: .redo)
    }
  }
}
