import Canvas
import Wording

/// Every key that counts where help was asked for.
struct HelpPage: Dialogue {
  let contexts: [Context] = [.reading, .list]
  /// Where help was asked for.
  private let places: [Context]
  /// Why some of them are of no use now.
  private let obstacles: [Command.ID: Phrase]
  private var scroll = Scroll()

  /// What everybody knows, moving in lists, comes last.
  init(contexts: [Context], obstacles: [Command.ID: Phrase]) {
    self.obstacles = obstacles
    places = contexts.filter { $0 != .list } + contexts.filter { $0 == .list }
  }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    guard let move = Move(id) else { return nil }
    let room = environment.pageRoom
    let count = lines(environment.look, columns: room.columns).count
    scroll.move(move, count: count, height: room.rows)
    return []
  }

  private var commands: [(context: Context, commands: [Command])] {
    places.map { ($0, Command.all(in: $0).inOrder) }.filter { !$0.1.isEmpty }
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    sheet.page(look(Phrase("帮助", "Help")), scroll, in: area) { lines(look, columns: $0) }
  }

  private func lines(_ look: Look, columns: Int) -> [Line] {
    let table = KeyTable(commands.flatMap(\.commands), isTyping: isTyping, look, columns: columns)
    var lines: [Line] = []
    for (context, commands) in commands {
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(Line(look(context.phrase), Theme.title))
      lines += commands.flatMap { table.lines(for: $0, obstacle: obstacles[$0.id]) }
    }
    return lines
  }

  /// Where text is typed a bare letter is text.
  private var isTyping: Bool { places.first?.isTyping ?? false }
}

/// Keys, name and sentence side by side, each column as wide as its widest; the sentence stands below
/// where that leaves it too little room.
private struct KeyTable {
  private let look: Look
  private let isTyping: Bool
  private let columns: Int
  private let keyColumns: Int
  private let labelColumns: Int

  private static let gap = 2
  /// What a sentence needs to be read as one.
  private static let least = 28

  init(_ commands: [Command], isTyping: Bool, _ look: Look, columns: Int) {
    self.look = look
    self.isTyping = isTyping
    self.columns = columns
    keyColumns = commands.map { look.width.columns(Self.keys($0, isTyping, look)) }.max() ?? 0
    labelColumns = commands.map { look.width.columns(look($0.label)) }.max() ?? 0
  }

  private static func keys(_ command: Command, _ isTyping: Bool, _ look: Look) -> String {
    command.keys.filter { !isTyping || !$0.isText }.map { $0.label(isPlain: look.isPlain) }
      .joined(separator: " ")
  }

  private var indent: Int { keyColumns + labelColumns + 2 * Self.gap }
  private var isBeside: Bool { columns - indent >= Self.least }

  func lines(for command: Command, obstacle: Phrase?) -> [Line] {
    let why = obstacle.map { look.refused($0) } ?? ""
    let sentence = [look(command.help), why].filter { !$0.isEmpty }.joined(separator: "\n")
    let head = [
      Span(
        look.width.padded(Self.keys(command, isTyping, look), to: keyColumns + Self.gap), Theme.key),
      Span(look.width.padded(look(command.label), to: labelColumns + Self.gap), Theme.strong),
    ]
    let start = isBeside ? indent : min(4, columns / 4)
    let wrapped =
      sentence.isEmpty
      ? [] : look.width.wrapped(sentence, columns: columns - start).map { Span($0, Theme.dim) }
    let below = isBeside ? wrapped.dropFirst() : wrapped[...]
    return [Line(isBeside ? head + wrapped.prefix(1) : head)]
      + below.map { Line([Span(String(repeating: " ", count: start)), $0]) }
  }
}

extension Array where Element == Command {
  /// As the line of keys has them, then those it has no room for.
  fileprivate var inOrder: [Command] {
    enumerated().sorted {
      ($0.element.prominence ?? .max, $0.offset) < ($1.element.prominence ?? .max, $1.offset)
    }.map(\.element)
  }
}
