import Canvas
import Matchmaking

/// Tables in the terminal's own letters, one to a line, in columns that are read downwards.
///
/// In a window of few rows these letters are large enough on a wall, and a number is found in one page of them
/// sooner than in the thirtieth of large ones.
struct TableLines {
  struct Line: Hashable {
    /// Nil for who sits out, and below a line of the same table.
    var number: Int?
    /// Whose line it is.
    var table: Int?
    var topic: String?
    var badges: [Badge]
    var sitsOut = false
  }

  let lines: [Line]
  /// Cells of a badge with its pool, in either language.
  let badge: Int
  /// Badges to a line, at most.
  let most: Int
  /// Lines that stand side by side and below one another.
  let grid: Size

  static let number = 4
  static let gap = 4

  init(_ round: ShownRound, in body: Area) {
    let digits = round.tables.flatMap(\.badges).map(\.digits.count).max() ?? 2
    badge = digits + 2
    let people = round.tables.filter { $0.number != nil }.map(\.badges.count).max() ?? 2
    let room = max(1, (body.columns - Self.number) / (badge + 1))
    most = max(1, min(people, room))
    let width = Self.number + most * (badge + 1)
    grid = Size(
      columns: max(1, (body.columns + Self.gap) / (width + Self.gap)), rows: max(1, body.rows))
    var lines: [Line] = []
    for table in round.tables where table.number != nil {
      for (place, badges) in table.badges.cut(by: most).enumerated() {
        lines.append(
          Line(
            number: place == 0 ? table.number : nil, table: table.number,
            topic: place == 0 ? table.topic : nil, badges: badges))
      }
    }
    let out = round.tables.filter { $0.number == nil }.flatMap(\.badges).sorted()
    for badges in out.cut(by: most) { lines.append(Line(badges: badges, sitsOut: true)) }
    self.lines = lines
  }

  /// Cells of a line.
  var width: Int { Self.number + most * (badge + 1) }

  /// Where a column begins amid a table its number stands again.
  var pages: [[Line]] {
    lines.cut(by: grid.columns * grid.rows).map { page in
      page.enumerated().map { place, line in
        guard place.isMultiple(of: grid.rows) else { return line }
        var line = line
        line.number = line.table
        return line
      }
    }
  }
}
