import Canvas
import Matchmaking
import Wording

/// The mutual picks as a picture of badges, in as many columns as there is room for.
struct PicturePage: Dialogue {
  private let picture: MutualPicture
  private let counts: (mutual: Int, pairs: Int)
  private var scroll = Scroll()

  init(of pairing: Pairing) {
    picture = MutualPicture(of: pairing)
    counts = (pairing.mutual.count, pairing.pairs.count)
  }

  var contexts: [Context] { [.reading, .list] }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    guard let move = Move(id) else { return nil }
    let room = Layout(columns: environment.size.columns - 4)
    scroll.move(
      move, count: room.columns(of: lines(room, environment.look)).first?.count ?? 0,
      height: environment.dialogueRows - 1)
    return []
  }

  private func lines(_ layout: Layout, _ look: Look) -> [String] {
    PictureLines(isPlain: look.isPlain, say: { look($0) }, width: look.width.columns)
      .lines(of: picture, columns: layout.width)
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let title = Phrase(
      "互选图 · 互选 \(counts.mutual)，牵手 \(counts.pairs)",
      "Picture: \(counts.mutual) mutual, \(counts.pairs.counted("pair"))")
    let inner = sheet.dialogue(look(title), columns: area.columns, rows: area.rows, in: area)
    sheet.draw(
      Line(look(MutualPicture.legend(isPlain: look.isPlain)), Theme.dim), row: 0, in: inner)
    let body = inner.inset(top: 1)
    let layout = Layout(columns: inner.columns)
    let columns = layout.columns(of: lines(layout, look))
    let rows = columns.first?.count ?? 0
    let seen = scroll.rows(of: rows, height: body.rows)
    for (place, lines) in columns.enumerated() {
      let part = body.inset(left: place * (layout.width + Layout.gap))
      for (row, line) in seen.enumerated() where lines.indices.contains(line) {
        sheet.draw(Line(lines[line]), row: row, in: part)
      }
    }
    sheet.tellPlace(seen, of: rows, in: body)
  }

  /// Columns of lines side by side, read down one after the other.
  private struct Layout {
    let count: Int
    let width: Int
    static let gap = 3
    private static let least = 46

    init(columns: Int) {
      count = max(1, (columns + Self.gap) / (Self.least + Self.gap))
      width = max(1, (columns + Self.gap) / count - Self.gap)
    }

    /// As long as each other, but for the last; none begins with the gap between two groups.
    func columns(of lines: [String]) -> [[String]] {
      let rows = max(1, (lines.count + count - 1) / count)
      var columns: [[String]] = []
      var rest = lines.drop(while: \.isEmpty)
      while !rest.isEmpty {
        columns.append(Array(rest.prefix(rows)))
        rest = rest.dropFirst(rows).drop(while: \.isEmpty)
      }
      return columns
    }
  }
}
