import Exchange
import Matchmaking
import Printing
import Wording

/// What `print --list-sheets` lists.
enum SheetTable {
  /// - Parameter kind: only what it can be printed on, the usual sheet first.
  static func print(_ kind: PrintKind?, _ output: FormatOptions) {
    let sheets = kind?.sheets ?? Sheet.allCases
    output.print(
      Table(
        [TableColumn(.sheet)]
          + [Column.columns, .rows, .width, .height].map { TableColumn($0, side: .right) }
          + [TableColumn(.prints)],
        rows: sheets.map { sheet in
          let kinds = PrintKind.allCases.filter { $0.sheets.contains(sheet) }
          return [
            .text(sheet.rawValue), .number(sheet.columns), .number(sheet.rows),
            .text(millimetres(sheet.size.width)), .text(millimetres(sheet.size.height)),
            .word(
              kinds.map(\.rawValue).joined(separator: " "), .list(kinds.map(\.phrase))),
          ]
        }))
    Output.flush()
  }

  private static func millimetres(_ length: Double) -> String {
    length == length.rounded() ? "\(Int(length))" : "\(length)"
  }
}
