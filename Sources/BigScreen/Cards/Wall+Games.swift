import Canvas
import Matchmaking
import Wording

extension Wall {
  private func body(_ sheet: Sheet) -> Area { Chrome.body(sheet.frame.size) }

  // MARK: - The red thread

  /// First the seed, so that the hall has it before a number stands there; then the pairs, one to a page.
  func threadCard(_ thread: ShownThread, on sheet: inout Sheet) {
    let title = Block.text(
      sheet(Phrase("姻缘一线牵", "The red thread")), Tint.gold, rank: 2, largest: 2, on: sheet)
    guard page > 0, thread.pairs.indices.contains(page - 1) else {
      var stack = Stack([
        title,
        .line(sheet(Phrase("种子", "Seed")), Tint.plain, rank: 3),
        .digits(
          String(thread.seed), Tint.brightRed, rank: 0, highest: max(5, body(sheet).rows / 3),
          on: sheet),
        .line(
          sheet(Phrase("\(thread.pairs.count) 对", thread.pairs.count.counted("pair"))), Tint.text,
          rank: 1),
      ])
      return stack.draw(in: body(sheet), on: &sheet)
    }
    let pair = thread.pairs[page - 1]
    let span = ThreadSpan(pair, threadShare, self)
    // Which pool a number is of is not told by its colour alone.
    let badges = sheet(pair.a.phrase) + (span.hasArrived ? "      " + sheet(pair.b.phrase) : "")
    var stack = Stack([title, span.block(on: sheet), .line(badges, Tint.text, rank: 1)])
    stack.draw(in: body(sheet), on: &sheet)
  }

  // MARK: - Hearts in step

  func questionCard(_ shown: ShownQuestion, on sheet: inout Sheet) {
    let place = Phrase(
      "第 \(shown.place) 题 / 共 \(shown.of) 题", "Question \(shown.place) of \(shown.of)")
    var stack = Stack([
      .line(sheet(place), Tint.brightRed, rank: 2),
      .text(shown.question.text, Tint.gold, rank: 0, largest: sheet.rows >= 40 ? 2 : 1, on: sheet),
      Block(forms: OptionList(shown.question).forms(on: sheet), rank: 1),
    ])
    stack.draw(in: body(sheet), on: &sheet)
  }
}

/// What may be answered, below one another: all as large as each other, their letters in one column.
private struct OptionList {
  private let lines: [String]

  init(_ question: HeartsQuestion) {
    lines = question.options.enumerated().map { "\(HeartsQuestion.letter($0)) \($1)" }
  }

  /// In the terminal's own letters, then of dots where every one of them fits in its line.
  func forms(on sheet: Sheet) -> [Block.Form] {
    [plain(on: sheet)] + [1, 2].compactMap { dots(scale: $0, on: sheet) }
  }

  private func plain(on sheet: Sheet) -> Block.Form {
    let widest = lines.map { sheet.frame.width.columns($0) }.max() ?? 0
    return Block.Form(rows: lines.count) { sheet, row in
      let start = max(1, (sheet.columns - widest) / 2)
      for (place, line) in lines.enumerated() {
        sheet.frame.write(
          line, at: Point(column: start, row: row + place), Tint.text,
          columns: sheet.columns - start - 1)
      }
    }
  }

  private func dots(scale: Int, on sheet: Sheet) -> Block.Form? {
    let room = (sheet.columns - 4) / (sheet.isPlain ? 2 : 1) / scale
    let drawn = lines.compactMap { DotText($0)?.lines(within: room, most: 1)?.first }
    guard drawn.count == lines.count else { return nil }
    let sizes = drawn.map { sheet.cells(of: $0, scale: scale) }
    let widest = sizes.map(\.columns).max() ?? 0
    return Block.Form(rows: sizes.reduce(0) { $0 + $1.rows }) { sheet, row in
      var row = row
      for (line, size) in zip(drawn, sizes) {
        sheet.draw(
          line.scaled(by: scale), column: (sheet.columns - widest) / 2, row: row, Tint.text)
        row += size.rows
      }
    }
  }
}

/// Two numbers and the thread between them, of characters, as far as it has come.
///
/// Who is at its other end stands there when it arrives.
private struct ThreadSpan {
  private let meeting: Meeting
  private let share: Double
  private let wall: Wall

  init(_ meeting: Meeting, _ share: Double, _ wall: Wall) {
    (self.meeting, self.share, self.wall) = (meeting, share, wall)
  }

  var hasArrived: Bool { share >= 1 }

  func block(on sheet: Sheet) -> Block {
    let highest = max(Digits.least, Chrome.body(sheet.frame.size).rows / 2)
    let large = (Digits.least...highest).compactMap { form(height: $0, on: sheet) }
    return Block(forms: [line] + large, rank: 0)
  }

  /// In a window too low or narrow for digits of cells.
  private var line: Block.Form {
    Block.Form(rows: 1) { sheet, row in
      let columns = min(sheet.columns - 4, 60)
      let start = (sheet.columns - columns) / 2
      let (one, other) = (sheet(meeting.a.phrase), sheet(meeting.b.phrase))
      let width = sheet.frame.width
      let (left, right) = (width.columns(one), width.columns(other))
      sheet.frame.write(one, at: Point(column: start, row: row), wall.style(meeting.a))
      weave(
        from: start + left + 1, columns: columns - left - right - 2, rows: 1, row: row, on: &sheet)
      guard hasArrived else { return }
      sheet.frame.write(
        other, at: Point(column: start + columns - right, row: row), wall.style(meeting.b))
    }
  }

  private func form(height: Int, on sheet: Sheet) -> Block.Form? {
    let digits = Digits(height: height)
    let (left, right) = (digits.dots(meeting.a.digits), digits.dots(meeting.b.digits))
    let columns = min(sheet.columns - 6, left.columns + right.columns + max(16, 8 * height))
    let thread = columns - left.columns - right.columns - 4
    // It is what is to be seen: it has a third of the way at least.
    guard thread >= max(12, columns / 3) else { return nil }
    return Block.Form(rows: height) { sheet, row in
      let start = (sheet.columns - columns) / 2
      sheet.drawCells(left, column: start, row: row, wall.style(meeting.a))
      weave(
        from: start + left.columns + 2, columns: thread, rows: height, row: row, on: &sheet)
      guard hasArrived else { return }
      sheet.drawCells(
        right, column: start + columns - right.columns, row: row, wall.style(meeting.b))
    }
  }

  /// It hangs a little in the middle, where the heart comes when it is whole.
  private func weave(
    from start: Int, columns: Int, rows: Int, row: Int, on sheet: inout Sheet
  ) {
    guard columns > 0 else { return }
    let sag = Double(rows / 3)
    let top = row + rows / 2 - rows / 6
    func height(_ column: Int) -> Int {
      let across = (Double(column) + 0.5) / Double(columns) * 2 - 1
      return top + Int((sag * (1 - across * across)).rounded())
    }
    for column in 0..<Int((Double(columns) * share).rounded(.down)) {
      sheet.frame.write("~", at: Point(column: start + column, row: height(column)), Tint.brightRed)
    }
    guard hasArrived else { return }
    let middle = Area(column: start, row: height(columns / 2), columns: columns, rows: 1)
    sheet.write(" \(sheet.heart) ", row: height(columns / 2), Tint.red, in: middle)
  }
}
