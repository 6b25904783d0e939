internal import Matchmaking
internal import Pinyin
internal import Wording

/// The list at the door (签到名单), in pinyin order, with a box to tick for each guest.
///
/// Where the door is split among tables, each has pages of its own.
struct DoorListPages {
  private let evening: PrintedEvening
  private let order: PinyinOrder
  private let language: Language
  /// Nil where one table has all.
  private let table: Int?

  private static let margin = 15.0
  private static let rowHeight = 7.0
  /// Under the title and the heads.
  private static let top = 40.0
  private static let rowsOfPage = 34
  /// Where each column begins, and the last one ends.
  private static let columns = (
    letter: 15.0, box: 22.0, badge: 29.0, name: 46.0, pinyin: 79.0, employer: 109.0,
    lastFour: 160.0, remark: 177.0, end: 195.0
  )

  private init(
    _ evening: PrintedEvening, _ order: PinyinOrder, _ language: Language, table: Int? = nil
  ) {
    self.evening = evening
    self.order = order
    self.language = language
    self.table = table
  }

  static func pages(
    of evening: PrintedEvening, _ guests: [PrintedGuest], _ language: Language
  ) -> [Page] {
    guard let tables = evening.doorTables else {
      return Self(evening, PinyinOrder(guests), language).pages
    }
    let parts = Dictionary(grouping: guests) { tables.table(of: Initial(of: $0.name)) }
    return tables.numbers.flatMap { table in
      Self(evening, PinyinOrder(parts[table] ?? []), language, table: table).pages
    }
  }

  private var pages: [Page] {
    let count = order.guests.count
    let pages = max((count + Self.rowsOfPage - 1) / Self.rowsOfPage, 1)
    return (0..<pages).map { number in
      var page = Page()
      title(of: &page)
      heads(of: &page)
      let rows = number * Self.rowsOfPage..<min((number + 1) * Self.rowsOfPage, count)
      for (row, place) in rows.enumerated() { guest(place, row, isFirst: row == 0, on: &page) }
      if count == 0 {
        page.text(
          Paper.nobody(language), in: box(Self.columns.name, 150, row: 0), size: 3.6, ink: .grey)
      }
      foot(of: &page, number + 1, pages)
      return page
    }
  }

  private func title(of page: inout Page) {
    let width = Page.width - 2 * Self.margin
    page.text(
      evening.title, in: Box(x: Self.margin, y: 13, width: width - 45, height: 9), size: 6.2,
      bold: true, lines: .atMost(2))
    page.text(
      Paper.doorList(language),
      in: Box(x: Page.width - Self.margin - 43, y: 13, width: 43, height: 9),
      size: 5, .right, ink: .grey)
    let facts = [
      evening.moment(language), evening.place, Paper.people(order.guests.count)(language),
    ]
    if let table, let tables = evening.doorTables {
      page.text(
        tables.title(of: table)(language),
        in: Box(x: Page.width - Self.margin - 70, y: 21.5, width: 70, height: 8), size: 6,
        bold: true, .right, ink: .red)
    }
    page.text(
      facts.filter { !$0.isEmpty }.joined(separator: language == .chinese ? "　" : " · "),
      in: Box(x: Self.margin, y: 23, width: table == nil ? width : width - 72, height: 6),
      size: 3.6, ink: .grey)
    page.line(Self.margin, 31, Page.width - Self.margin, 31, width: 0.5, ink: .red)
  }

  private func heads(of page: inout Page) {
    let columns = Self.columns
    let heads = [
      (Paper.badge, columns.badge, columns.name), (Paper.name, columns.name, columns.pinyin),
      (Paper.pinyin, columns.pinyin, columns.employer),
      (Paper.employer, columns.employer, columns.lastFour),
      (Paper.lastFour, columns.lastFour, columns.remark),
      (Paper.remark, columns.remark, columns.end),
    ]
    for (head, start, end) in heads {
      page.text(
        head(language), in: Box(x: start, y: 33.5, width: end - start - 2, height: 5), size: 2.8,
        ink: .grey)
    }
  }

  private func guest(_ place: Int, _ row: Int, isFirst: Bool, on page: inout Page) {
    let columns = Self.columns
    let guest = order.guests[place]
    let line = Self.top + Double(row) * Self.rowHeight
    if isFirst || order.letters[place] != order.letters[place - 1] {
      page.line(Self.margin, line, columns.end, line, width: isFirst ? 0.3 : 0.25, ink: .grey)
      page.text(
        order.letters[place], in: box(columns.letter, columns.box, row: row), size: 4.4, bold: true,
        ink: .red)
    } else {
      page.line(columns.box, line, columns.end, line, width: 0.1, ink: .faint)
    }
    page.marks.append(
      .box(Box(x: columns.box, y: line + 1.6, width: 3.8, height: 3.8), outline: 0.25, .black))
    cells(of: guest, row, on: &page)
  }

  private func cells(of guest: PrintedGuest, _ row: Int, on page: inout Page) {
    let columns = Self.columns
    page.text(
      guest.badge?.phrase(language) ?? "", in: box(columns.badge, columns.name, row: row), size: 4,
      bold: true)
    page.text(
      guest.name, in: box(columns.name, columns.pinyin, row: row), size: 4.2, lines: .atMost(2))
    page.text(
      Reading.latin(guest.name), in: box(columns.pinyin, columns.employer, row: row), size: 3,
      lines: .atMost(2), ink: .grey)
    page.text(
      guest.employer, in: box(columns.employer, columns.lastFour, row: row), size: 2.9,
      lines: .atMost(2), ink: .grey)
    page.text(
      guest.lastFour, in: box(columns.lastFour, columns.remark, row: row), size: 3.2, ink: .grey)
    page.text(
      guest.isWaiting ? Paper.waiting(language) : "",
      in: box(columns.remark, columns.end, row: row), size: 3, ink: .grey)
  }

  private func box(_ start: Double, _ end: Double, row: Int) -> Box {
    Box(
      x: start, y: Self.top + Double(row) * Self.rowHeight + 0.4, width: end - start - 2,
      height: Self.rowHeight - 0.8)
  }

  private func foot(of page: inout Page, _ number: Int, _ pages: Int) {
    let foot = Box(
      x: Self.margin, y: Page.height - 14, width: Page.width - 2 * Self.margin, height: 5)
    let (left, rest) = foot.split(at: foot.width * 0.38)
    let (middle, right) = rest.split(at: rest.width * 0.7)
    page.text(Paper.confidential(language), in: left, size: 2.8, ink: .grey)
    page.text(evening.contact(language), in: middle, size: 3.2, .middle)
    page.text(Paper.page(number, of: pages)(language), in: right, size: 2.8, .right, ink: .grey)
  }
}
