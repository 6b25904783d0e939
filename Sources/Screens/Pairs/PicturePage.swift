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
      move, count: room.rows(of: lines(room, environment.look).count),
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
    let lines = lines(layout, look)
    let rows = layout.rows(of: lines.count)
    let seen = scroll.rows(of: rows, height: body.rows)
    for column in 0..<layout.count {
      let part = body.inset(left: column * (layout.width + Layout.gap))
      for (row, place) in seen.enumerated() where column * rows + place < lines.count {
        sheet.draw(Line(lines[column * rows + place]), row: row, in: part)
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

    func rows(of lines: Int) -> Int { (lines + count - 1) / count }
  }
}
