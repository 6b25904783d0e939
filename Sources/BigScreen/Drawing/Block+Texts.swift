import Canvas

extension Block {
  /// Text as large as there is room: in one line of the terminal's own letters, then of dots.
  ///
  /// - Parameters:
  ///   - lines: how many lines of dots it may take.
  ///   - largest: how many times the dots of the font.
  static func text(
    _ text: String, _ style: Style, rank: Int, lines: Int = 2, largest: Int = 4,
    on sheet: Sheet
  ) -> Block {
    guard !text.isEmpty else { return Block(forms: [], rank: rank) }
    var forms = [line(text, Style(style.foreground, on: style.background, .bold))]
    let room = sheet.columns - (sheet.columns >= 60 ? 4 : 0)
    guard largest > 0, let dots = DotText(text) else { return Block(forms: forms, rank: rank) }
    for scale in [1, 2, 3, 4] where scale <= largest {
      // A dot is two columns where block characters are wide.
      let most = room / (sheet.isPlain ? 2 : 1) / scale
      guard let broken = dots.lines(within: most, most: lines) else { break }
      let rows = broken.map { sheet.cells(of: $0, scale: scale).rows }
      forms.append(
        Form(rows: rows.reduce(0, +)) { sheet, row in
          var row = row
          for (line, height) in zip(broken, rows) {
            let columns = sheet.cells(of: line, scale: scale).columns
            sheet.draw(
              line.scaled(by: scale), column: (sheet.columns - columns) / 2, row: row, style)
            row += height
          }
        })
    }
    return Block(forms: forms.sorted { $0.rows < $1.rows }, rank: rank)
  }

  /// One line of the terminal's own letters.
  static func line(_ text: String, _ style: Style, rank: Int) -> Block {
    Block(forms: text.isEmpty ? [] : [line(text, style)], rank: rank)
  }

  private static func line(_ text: String, _ style: Style) -> Form {
    Form(rows: 1) { sheet, row in sheet.write(text, row: row, style) }
  }

  /// Digits in the middle, as high as there is room up to a bound.
  static func digits(
    _ text: String, _ style: Style, rank: Int, highest: Int, on sheet: Sheet
  ) -> Block {
    var forms = [line(text, Style(style.foreground, on: style.background, .bold))]
    if let tallest = Digits.fitting(text, columns: sheet.columns - 4, rows: highest) {
      for height in Digits.least...tallest.height {
        forms.append(
          Form(rows: height) { sheet, row in
            let dots = Digits(height: height).dots(text)
            sheet.drawCells(dots, column: (sheet.columns - dots.columns) / 2, row: row, style)
          })
      }
    }
    return Block(forms: forms, rank: rank)
  }
}
