import Canvas
import Matchmaking

/// How the tables of a round are cut into pages for a window.
///
/// Two at a table stand side by side, many tables to a page; groups have a page each. Where that would be more
/// pages than people wait for, several groups share one; in a window of few rows the terminal's own letters are
/// large enough then. Behind the tables comes the time alone.
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
    case groups([ShownTable])
    case lines([TableLines.Line])
    case clock
  }

  let round: ShownRound
  let body: Area
  /// The rows above the tables.
  let head: Int
  /// Of the digits; nil where even the least are too large, and the terminal's own have to do.
  let height: Int?
  let pages: [Page]
  /// Whether there is room for characters of dots above the tables.
  let hasDots: Bool
  /// Rows of what stands above two numbers.
  let label: Int
  let blocks: GroupBlocks?

  /// Where lines of the terminal's own letters may stand, under one line that says what they are.
  let lines: Area

  /// More pages than these are longer than people look for their number: a minute, about.
  static let patience = 8

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
    // A character of dots is twice as high where block characters are wide.
    hasDots = width.ambiguous == .narrow
    head = whole.rows >= 36 && hasDots ? 10 : whole.rows >= 16 ? 2 : 1
    body = Area(
      column: whole.column, row: whole.row + head, columns: whole.columns, rows: whole.rows - head)
    lines = Area(
      column: whole.column, row: whole.row + min(2, head), columns: whole.columns,
      rows: whole.rows - min(2, head))
    let digits = Self.digits(of: round)
    let isHigh = size.rows >= 50
    label = isHigh && hasDots ? SmallDigits.rows : 1
    switch round.kind {
    case .rounds:
      let tiles = Self.tiles(of: round)
      height = Self.height(tiles.count, digits, label, in: body)
      blocks = nil
      let grid = Self.grid(height, digits, label, in: body)
      let large = tiles.cut(by: max(1, grid.columns * grid.rows)).map { Page.tiles($0) }
      pages = (isHigh ? large : Self.fewer(large, TableLines(round, in: lines))) + [.clock]
    case .topics:
      let largest = round.tables.map(\.badges.count).max() ?? 1
      let rows = Self.groupBody(body, hasDots)
      height = Self.groupHeight(largest, digits, in: rows)
      let room = Self.groupRoom(height, digits, in: rows)
      let single = round.tables.flatMap { table in
        table.badges.cut(by: max(1, room.columns * room.rows)).map { badges in
          Page.group(ShownTable(number: table.number, topic: table.topic, badges: badges))
        }
      }
      let shared = GroupBlocks.best(round, digits, in: body)
      blocks = isHigh && single.count > Self.patience ? shared : nil
      if let blocks {
        pages = round.tables.cut(by: blocks.perPage).map { .groups($0) } + [.clock]
      } else {
        pages = (isHigh ? single : Self.fewer(single, TableLines(round, in: lines))) + [.clock]
      }
    }
  }

  /// What is seen sooner, where the large pages are too many.
  private static func fewer(_ large: [Page], _ lines: TableLines) -> [Page] {
    let small = lines.pages
    return large.count > patience && small.count < large.count ? small.map { .lines($0) } : large
  }

  /// As wide as the longest number of the round.
  private static func digits(of round: ShownRound) -> String {
    let most = round.tables.flatMap(\.badges).map(\.digits.count).max() ?? 2
    return String(repeating: "8", count: max(2, most))
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
  private static func height(
    _ tiles: Int, _ digits: String, _ label: Int, in body: Area
  ) -> Int? {
    func fits(_ height: Int, _ count: Int) -> Bool {
      let grid = grid(height, digits, label, in: body)
      return grid.columns >= 1 && grid.rows >= 1 && grid.columns * grid.rows >= count
    }
    let heights = Digits.least...max(Digits.least, min(15, body.rows - label))
    return heights.last { fits($0, tiles) } ?? (fits(Digits.least, 1) ? Digits.least : nil)
  }

  static func tileSize(_ height: Int?, _ digits: String, _ label: Int) -> Size {
    guard let height else { return Size(columns: 24, rows: 1) }
    return Size(
      columns: 2 * Digits(height: height).columns(digits) + link(height), rows: height + label)
  }

  /// How many tiles stand side by side and below one another, with air between them.
  static func grid(_ height: Int?, _ digits: String, _ label: Int, in body: Area) -> Size {
    let tile = tileSize(height, digits, label)
    let gap = height == nil ? 0 : 1
    return Size(
      columns: (body.columns + air(height)) / (tile.columns + air(height)),
      rows: (body.rows + gap) / (tile.rows + gap))
  }

  // MARK: - Groups

  /// Under the name of the table and its topic.
  static func groupBody(_ body: Area, _ hasDots: Bool) -> Area {
    let head = groupHead(body, hasDots)
    return Area(
      column: body.column, row: body.row + head, columns: body.columns, rows: body.rows - head)
  }

  /// Two lines of dots, one and a line below it, or a line of the terminal's own letters; with air below.
  static func groupHead(_ body: Area, _ hasDots: Bool) -> Int {
    if hasDots, body.rows >= 24 { return body.rows >= 44 ? 18 : body.rows >= 26 ? 11 : 9 }
    return body.rows >= 8 ? 2 : 1
  }

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

  var digits: String { Self.digits(of: round) }
}

extension Array {
  /// In pieces of so many, the last one shorter.
  func cut(by count: Int) -> [[Element]] {
    stride(from: 0, to: self.count, by: count).map {
      Array(self[$0..<Swift.min($0 + count, self.count)])
    }
  }
}
