import Canvas
import Matchmaking
import Wording

/// The list of members as a table: the columns somebody chose, as far as there is room for them.
struct MemberTable {
  let look: Look
  let columns: [ListColumn]
  private let layout: Columns
  private let heads: [String]
  private let sort: MemberSort?
  private let today: Day

  /// - Parameters:
  ///   - chosen: what somebody wants to see.
  ///   - spare: what is shown besides where there is room, the most wanted first.
  ///   - shown: the rows that are seen; columns are as wide as they need.
  init(
    _ chosen: Set<ListColumn>, spare: [ListColumn], sort: MemberSort?, shown: [Member], today: Day,
    across total: Int, hasHead: Bool, _ look: Look
  ) {
    self.look = look
    self.sort = sort
    self.today = today
    let gap = total >= 100 ? 2 : 1
    let heads = Dictionary(
      uniqueKeysWithValues: ListColumn.all.map { ($0, Self.head($0, sort, look)) })
    func least(_ column: ListColumn) -> Int {
      max(column.widths.lowerBound, hasHead ? look.width.columns(heads[column] ?? "") : 0)
    }
    func natural(_ column: ListColumn) -> Int {
      let longest = shown.map { look.width.columns(look(column.cell($0, today: today))) }.max() ?? 0
      let most = column == .fact(.name) && total >= 100 ? 30 : column.widths.upperBound
      return max(min(longest, most), least(column))
    }
    // A column in which nobody has anything is a gap.
    let spare = spare.filter { column in
      shown.contains { !look(column.cell($0, today: today)).isEmpty }
    }
    func rank(_ column: ListColumn) -> Int {
      column.rank(isUsual: ListColumn.usual.contains(column))
    }
    let all = Self.filled(chosen, with: spare, across: total - 1, gap: gap)
    var columns = ListColumn.all.filter(all.contains)
    let wanted = Dictionary(uniqueKeysWithValues: columns.map { ($0, natural($0)) })
    // What matters most has the width it needs before anything else gets a place.
    func needed() -> Int {
      columns.reduce(1) { sum, column in
        let own = wanted[column] ?? 0
        return sum + gap + (rank(column) <= 4 ? min(own, 16) : least(column))
      }
    }
    while columns.count > 1, needed() > total, let last = columns.max(by: { rank($0) < rank($1) }) {
      columns.removeAll { $0 == last }
    }
    var widths = Dictionary(uniqueKeysWithValues: columns.map { ($0, least($0)) })
    var left = total - 1 - columns.reduce(0) { $0 + gap + (widths[$1] ?? 0) }
    // Short ones whole first, then the long ones as far as it goes.
    for most in [12, Int.max] {
      for column in columns.sorted(by: { rank($0) < rank($1) }) {
        let more = min(left, min(wanted[column] ?? 0, most) - (widths[column] ?? 0))
        widths[column, default: 0] += max(0, more)
        left -= max(0, more)
      }
    }
    // The same places on every page, as far as that makes no gap.
    if let own = widths[.text(.employer)] {
      let usual = ListColumn.text(.employer).usualWidth
      widths[.text(.employer)] = own + max(0, min(left, usual - own))
    }
    self.columns = columns
    self.heads = columns.map { heads[$0] ?? "" }
    layout = Columns([.fixed(1)] + columns.map { .fixed(widths[$0] ?? 0) }, across: total, gap: gap)
  }

  /// The columns somebody chose, and as many of the others as there is room for.
  private static func filled(
    _ chosen: Set<ListColumn>, with spare: [ListColumn], across total: Int, gap: Int
  ) -> Set<ListColumn> {
    var columns = chosen
    var left = total - chosen.reduce(0) { $0 + $1.usualWidth + gap }
    for column in spare where !columns.contains(column) && column.usualWidth + gap <= left {
      columns.insert(column)
      left -= column.usualWidth + gap
    }
    return columns
  }

  private static func head(_ column: ListColumn, _ sort: MemberSort?, _ look: Look) -> String {
    guard let sort, sort.column == column else { return look(column.phrase) }
    return look(column.phrase) + (sort.isDescending ? look.marks.falling : look.marks.rising)
  }

  func drawHead(row: Int, in area: Area, on sheet: inout Sheet) {
    let spans = zip(columns, heads).map { column, head in
      Span(head, sort?.column == column ? Theme.accent : Theme.dim)
    }
    layout.draw([Span("")] + spans, row: row, in: area, on: &sheet)
    for (place, column) in columns.enumerated() {
      sheet.mark(layout.area(of: place + 1, row: row, in: area), as: .column(column))
    }
  }

  func draw(_ member: Member, isMarked: Bool, row: Int, in area: Area, on sheet: inout Sheet) {
    let cells = columns.map { Span(look($0.cell(member, today: today)), style(of: $0, member)) }
    layout.draw(
      [Span(isMarked ? look.marks.pointer : "", Theme.accent)] + cells, row: row, in: area,
      on: &sheet)
  }

  private func style(of column: ListColumn, _ member: Member) -> Style {
    switch column {
    case .fact(.name): Theme.strong
    case .fact(.verification): member.verification == .verified ? Theme.dim : Theme.warning
    case .fact(.status): member.status.isLooking ? Theme.dim : Theme.warning
    case .fact(.number), .fact(.sex), .fact(.birth), .age, .text(.union), .phone: Theme.dim
    case .fact, .text: Theme.plain
    }
  }
}
