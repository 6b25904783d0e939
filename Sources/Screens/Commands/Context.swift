public import Wording

/// Where a command counts. A key is looked up in the topmost context, then in those below.
///
/// What has to be known of each is said where it is declared, beside the screen or dialogue it is of.
public struct Context: Sendable {
  let name: String
  public let phrase: Phrase
  let typing: Typing
  let home: Home

  init(_ name: String, _ phrase: Phrase, typing: Typing, home: Home) {
    self.name = name
    self.phrase = phrase
    self.typing = typing
    self.home = home
  }

  /// What letters are here.
  enum Typing: Sendable {
    /// Commands.
    case none
    /// Text of a field, whose keys edit it.
    case caret
    /// The beginning of a line's name: the keys that go to an end go to that of the list.
    case names
  }

  /// Where commands are at home, so that they can be gone to from anywhere.
  enum Home: Hashable, Sendable {
    case anywhere
    case tab(Tab)
    /// In what another command opens.
    case within(Command.ID)
    /// Moving, answering, leaving: of no use but where one is.
    case nowhere
  }

  /// Bare letters are text here, never commands.
  var isTyping: Bool { typing != .none }
}

extension Context: Hashable {
  public static func == (one: Self, other: Self) -> Bool { one.name == other.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// Of all tabs, and those that several dialogues share.
extension Context {
  /// All tabs while nothing lies on them.
  public static let desk = Self(
    "desk", Phrase("各页通用", "On every tab"), typing: .none, home: .anywhere)
  public static let everywhere = Self(
    "everywhere", Phrase("随处可用", "Everywhere"), typing: .none, home: .anywhere)
  public static let list = Self("list", Phrase("列表", "Lists"), typing: .none, home: .nowhere)
  /// Several fields.
  public static let form = Self("form", Phrase("表单", "Forms"), typing: .caret, home: .nowhere)
  /// One field.
  public static let entry = Self("entry", Phrase("表单", "Forms"), typing: .caret, home: .nowhere)
  public static let choice = Self("choice", Phrase("选择", "Choices"), typing: .none, home: .nowhere)
  public static let reading = Self(
    "reading", Phrase("查看", "Reading"), typing: .none, home: .nowhere)
}
