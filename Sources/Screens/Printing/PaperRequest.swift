public import Matchmaking
public import Wording

/// Paper for an event, to be made as a file.
public struct PaperRequest: Hashable, Sendable {
  public var event: EventID
  public var kind: PrintKind
  /// Those alone who get their number by it.
  public var isOnlyNew: Bool
  /// As typed.
  public var path: String
  /// What is made good of the printer's drift, as typed; empty is nothing.
  public var offset: String
  public var scale: String
  public var language: Language

  public init(
    event: EventID, kind: PrintKind, isOnlyNew: Bool = false, path: String,
    offset: String = "", scale: String = "", language: Language
  ) {
    self.event = event
    self.kind = kind
    self.isOnlyNew = isOnlyNew
    self.path = path
    self.offset = offset
    self.scale = scale
    self.language = language
  }
}
