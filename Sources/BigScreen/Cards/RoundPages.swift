import Canvas
import Matchmaking

/// How the tables of a round are cut into pages for a window.
///
/// Two at a table stand side by side, many tables to a page; groups have a page each, or several. Behind the
/// tables comes the time alone; where it presses there is nothing else.
struct RoundPages {
  /// Two who meet, or two of those who sit out.
  struct Tile: Hashable {
    var number: Int?
    var badges: [Badge]
  }

  enum Page: Hashable {
    case tiles([Tile])
    /// A part of a group, which may be all of it.
    case group(ShownTable)
    case clock
  }

  let round: ShownRound
  let body: Area
  /// The rows above the tables.
  let head: Int
  /// Of the digits; nil where even the least are too large, and the terminal's own have to do.
  let height: Int?
  let pages: [Page]

  /// What stands between two numbers must be more than what stands between the digits of one.
  private static func apart(_ height: Int?) -> Int { 3 * Digits(height: height ?? 0).gap }

  /// Between the numbers of a tile, and between tiles.
  static func link(_ height: Int?) -> Int { apart(height) }
  static func air(_ height: Int?) -> Int { max(4, apart(height) - 2) }
  /// Between badges of a group, which have room for their pool before them.
  static func across(_ height: Int?) -> Int { height == nil ? 2 : apart(height) - 3 }

  init(_ round: ShownRound, size: Size, width: Width) {
    self.round = round
    let whole = Chrome.body(size)
    head = whole.rows >= 36 ? 10 : whole.rows >= 16 ? 2 : 1
    body = Area(
      column: whole.column, row: whole.row + head, columns: whole.columns, rows: whole.rows - head)
    let most = round.tables.flatMap(\.badges).map(\.digits.count).max() ?? 2
    let digits = String(repeating: "8", count: max(2, most))
    switch round.kind {
    case .rounds:
      let tiles = Self.tiles(of: round)
      height = Self.height(tiles.count, digits, in: body)
      let grid = Self.grid(height, digits, in: body)
      pages = tiles.cut(by: max(1, grid.columns * grid.rows)).map { .tiles($0) } + [.clock]
    case .topics:
      let largest = round.tables.map(\.badges.count).max() ?? 1
      let rows = Self.groupBody(body)
      height = Self.groupHeight(largest, digits, in: rows)
      let room = Self.groupRoom(height, digits, in: rows)
      pages =
        round.tables.flatMap { table in
          table.badges.cut(by: max(1, room.columns * room.rows)).map { badges in
            Page.group(ShownTable(number: table.number, topic: table.topic, badges: badges))
          }
        } + [.clock]
    }
  }

  var count: Int { pages.count }

  private static func tiles(of round: ShownRound) -> [Tile] {
    let seated = round.tables.filter { $0.number != nil }
    let out = round.tables.filter { $0.number == nil }.flatMap(\.badges).sorted()
    return seated.map { Tile(number: $0.number, badges: $0.badges) }
      + out.cut(by: 2).map { Tile(number: nil, badges: $0) }
  }

  // MARK: - Two at a table

  /// The greatest digits by which all tables have one page; the least where they have several anyway.
  private static func height(_ tiles: Int, _ digits: String, in body: Area) -> Int? {
    func fits(_ height: Int, _ count: Int) -> Bool {
      let grid = grid(height, digits, in: body)
      return grid.columns >= 1 && grid.rows >= 1 && grid.columns * grid.rows >= count
    }
    let heights = Digits.least...max(Digits.least, min(15, body.rows - 1))
    return heights.last { fits($0, tiles) } ?? (fits(Digits.least, 1) ? Digits.least : nil)
  }

  static func tileSize(_ height: Int?, _ digits: String) -> Size {
    guard let height else { return Size(columns: 24, rows: 1) }
    return Size(
      columns: 2 * Digits(height: height).columns(digits) + link(height), rows: height + 1)
  }

  /// How many tiles stand side by side and below one another, with air between them.
  static func grid(_ height: Int?, _ digits: String, in body: Area) -> Size {
    let tile = tileSize(height, digits)
    let gap = height == nil ? 0 : 1
    return Size(
      columns: (body.columns + air(height)) / (tile.columns + air(height)),
      rows: (body.rows + gap) / (tile.rows + gap))
  }

  // MARK: - Groups

  /// Under the name of the table and its topic.
  static func groupBody(_ body: Area) -> Area {
    let head = groupHead(body)
    return Area(
      column: body.column, row: body.row + head, columns: body.columns, rows: body.rows - head)
  }

  static func groupHead(_ body: Area) -> Int { body.rows >= 24 ? 9 : body.rows >= 8 ? 2 : 1 }

  private static func groupHeight(_ people: Int, _ digits: String, in body: Area) -> Int? {
    func fits(_ height: Int, _ count: Int) -> Bool {
      let room = groupRoom(height, digits, in: body)
      return room.columns >= 1 && room.rows >= 1 && room.columns * room.rows >= count
    }
    let heights = Digits.least...max(Digits.least, min(13, body.rows))
    return heights.last { fits($0, people) } ?? (fits(Digits.least, 1) ? Digits.least : nil)
  }

  /// Of one badge: its pool before it, and air behind.
  static func badgeSize(_ height: Int?, _ digits: String) -> Size {
    guard let height else { return Size(columns: 5, rows: 1) }
    return Size(columns: 3 + Digits(height: height).columns(digits), rows: height)
  }

  static func groupRoom(_ height: Int?, _ digits: String, in body: Area) -> Size {
    let badge = badgeSize(height, digits)
    let (across, gap) = (across(height), height == nil ? 0 : 1)
    return Size(
      columns: (body.columns + across) / (badge.columns + across),
      rows: (body.rows + gap) / (badge.rows + gap))
  }

  /// As wide as the longest number of the round.
  var digits: String {
    let most = round.tables.flatMap(\.badges).map(\.digits.count).max() ?? 2
    return String(repeating: "8", count: max(2, most))
  }
}

extension Array {
  /// In pieces of so many, the last one shorter.
  func cut(by count: Int) -> [[Element]] {
    stride(from: 0, to: self.count, by: count).map {
      Array(self[$0..<Swift.min($0 + count, self.count)])
    }
  }
}
