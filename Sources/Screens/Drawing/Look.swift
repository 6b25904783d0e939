import Canvas
import Matchmaking
import Wording

/// What every view has to know about its reader and the terminal.
struct Look: Sendable {
  var language: Language
  var width: Width
  var clock: Clock

  init(_ setting: Setting) {
    language = setting.language
    width = Width(setting.isPlain ? .wide : .narrow)
    clock = Clock(minutesFromUTC: setting.minutesFromUTC)
  }

  func callAsFunction(_ phrase: Phrase) -> String { phrase(language) }

  var isPlain: Bool { width.ambiguous == .wide }
}

/// The colours: the terminal's own, one accent, one warning; attributes carry the rest, so that
/// nothing is lost without colours.
enum Theme {
  static let plain = Style.plain
  static let strong = Style(.standard, on: .standard, .bold)
  static let dim = Style(.standard, on: .standard, .dim)
  static let accent = Style(.cyan)
  static let title = Style(.cyan, on: .standard, .bold)
  static let done = Style(.cyan)
  /// Orange where the palette is kind; never red beside green.
  static let warning = Style(.yellow, on: .standard, .bold)
  static let field = Style(.standard, on: .standard, .bold)
  /// The one that a choice stands at, under the caret.
  static let choice = Style(.standard, on: .standard, [.bold, .reverse])
  static let tab = Style(.cyan, on: .standard, [.bold, .reverse])
  static let key = Style(.cyan)
}

/// Signs that carry a meaning; in ASCII where the terminal would draw them two columns wide.
struct Marks: Sendable {
  let isPlain: Bool

  var pointer: String { isPlain ? ">" : "▸" }
  var done: String { isPlain ? "+" : "✓" }
  var refused: String { isPlain ? "x" : "✗" }
  var undone: String { isPlain ? "<" : "↶" }
  var dot: String { isPlain ? "-" : "·" }
  var arrow: String { isPlain ? "->" : "→" }
  var pair: String { isPlain ? "*" : "●" }
  var heart: String { isPlain ? "+" : "♥" }
  /// One of which only one can be, and the others.
  var chosen: String { isPlain ? "(x)" : "●" }
  var open: String { isPlain ? "( )" : "○" }
  /// A pair that waits for its announcement, and one that is held back.
  var waiting: String { isPlain ? "o" : "○" }
  var held: String { isPlain ? "=" : "‖" }
  var none: String { isPlain ? "-" : "–" }
  /// The part of a list that is seen, on the line at its side.
  var thumb: String { isPlain ? "#" : "┃" }
  var enter: String { isPlain ? "Enter" : "↵" }
  /// A list in order, the smallest or the greatest first.
  var rising: String { isPlain ? "^" : "↑" }
  var falling: String { isPlain ? "v" : "↓" }

  /// `①`, `②`, …; from 21 on, and in ASCII, the number between brackets.
  func rank(_ rank: Int) -> String {
    guard !isPlain, (1...20).contains(rank), let scalar = Unicode.Scalar(0x245f + rank) else {
      return "(\(rank))"
    }
    return String(Character(scalar))
  }
}

extension Look {
  var marks: Marks { Marks(isPlain: isPlain) }

  /// What is wrong, or was not done, with the sign that says so without colour.
  func refused(_ sentence: Phrase) -> String { "\(marks.refused) \(self(sentence))" }

  /// What stands before a row that Enter acts on, and the room for it before the others.
  func pointer(_ isMarked: Bool) -> String { isMarked ? marks.pointer + " " : "  " }
}
