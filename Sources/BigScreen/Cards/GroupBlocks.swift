import Canvas
import Matchmaking

/// Groups below one another, several to a page: the number of the table, then who sits there.
struct GroupBlocks {
  let height: Int
  /// The number of a table with the word before it.
  let label: Int
  /// Badges side by side.
  let across: Int
  /// Rows of one group, its topic among them.
  let rows: Int
  /// Groups to a page.
  let perPage: Int

  /// Cells of the word before the number of a table.
  static let word = 6

  /// - Parameter digits: as wide as the longest badge number.
  /// - Returns: nil where not even one group has room.
  init?(_ round: ShownRound, _ height: Int, _ digits: String, in body: Area) {
    self.height = height
    let numbers = round.tables.compactMap(\.number).map { "\($0)".count }.max() ?? 1
    label = Self.word + Digits(height: height).columns(String(repeating: "8", count: numbers)) + 3
    let badge = RoundPages.badgeSize(height, digits).columns
    let gap = RoundPages.across(height)
    let people = round.tables.map(\.badges.count).max() ?? 1
    let room = (body.columns - label - 2 + gap) / (badge + gap)
    guard room > 0 else { return nil }
    let lines = (people + room - 1) / room
    across = (people + lines - 1) / max(1, lines)
    rows = 1 + lines * (height + 1) - 1
    perPage = (body.rows + 1) / (rows + 1)
    guard perPage > 0 else { return nil }
  }

  /// As large as they can be where all are seen soon; the least digits where that cannot be.
  static func best(_ round: ShownRound, _ digits: String, in body: Area) -> GroupBlocks? {
    let blocks = (Digits.least...9).compactMap { GroupBlocks(round, $0, digits, in: body) }
    return blocks.last { $0.pages(of: round.tables.count) <= RoundPages.patience } ?? blocks.first
  }

  func pages(of tables: Int) -> Int { (tables + perPage - 1) / perPage }
}
