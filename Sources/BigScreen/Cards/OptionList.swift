import Canvas
import Matchmaking

/// What may be answered, below one another: all as large as each other, their letters in one column.
struct OptionList {
  private let lines: [String]

  init(_ question: HeartsQuestion) {
    lines = question.options.enumerated().map { "\(HeartsQuestion.letter($0)) \($1)" }
  }

  /// In the terminal's own letters, then with air between them where there is much room.
  func plainForms(on sheet: Sheet) -> [Block.Form] {
    let widest = lines.map { sheet.frame.width.columns($0) }.max() ?? 0
    return (sheet.rows >= 30 ? [1, 2] : [1]).map { step in
      Block.Form(rows: max(1, (lines.count - 1) * step + 1)) { sheet, row in
        let start = max(1, (sheet.columns - widest) / 2)
        for (place, line) in lines.enumerated() {
          sheet.frame.write(
            line, at: Point(column: start, row: row + place * step), Tint.text,
            columns: sheet.columns - start - 1)
        }
      }
    }
  }

  /// Where every one of them fits in its line.
  func dots(scale: Int, on sheet: Sheet) -> Block.Form? {
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
