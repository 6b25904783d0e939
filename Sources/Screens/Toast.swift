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
  /// The key that takes it back, with its word.
  var way: Command.ID?

  init(_ kind: Kind, _ text: Phrase, way: Command.ID? = nil) {
    self.kind = kind
    self.text = text
    self.way = way
  }

  init(_ act: Act) {
    switch act.kind {
    case .deed, .redo:
      self.init(.done, act.deed.phrase + Phrase("，已保存", ", saved"), way: .undo)
    case .undo:
      self.init(.undone, Phrase("已撤销：", "Undone: ") + act.deed.phrase, way: .redo)
    }
  }
}
