/// One small roster as the rows of a sheet, in the ways that programs write cells.
package struct RosterSheet: Sendable {
  package enum Texts: Sendable { case shared, inline, inlineValue, formula, rich }
  package enum Days: Sendable { case serial, serial1904, iso, isoWithNoise, greenwich, text }
  package enum References: Sendable { case plain, dollars, small, none }

  package var texts = Texts.shared
  package var days = Days.serial
  package var references = References.plain
  /// Whether numbers stand as a spreadsheet's own, or with an exponent as other programs write them.
  package var hasExponents = false
  /// Whether every cell has a row element of its own.
  package var isRowPerCell = false
  /// Whether empty cells are written, with a style.
  package var hasEmptyCells = false
  /// What stands between elements.
  package var gap = ""

  package init() {}

  package static let head = ["姓名", "性别", "出生年月", "联系电话", "身高", "备注"]
  /// The days count from 1899-12-30.
  package static let people:
    [(name: String, sex: String, day: Int, phone: String, height: Int, note: String)] =
      [
        ("王一一", "男", 33728, "13800000001", 175, "甲"),
        ("李二二", "女", 34125, "13800000002", 162, ""),
        ("张三三", "男", 33064, "13800000003", 180, "丙 & <丁>"),
      ]
  package static let births = ["1992-05-04", "1993-06-05", "1990-07-10"]

  /// The styles the days refer to.
  package static let styles =
    "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
    + "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/></cellXfs>"

  /// The texts of the sheet, as what stands in `sst`.
  package var strings: String? {
    guard texts == .shared else { return nil }
    return Self.shared.map { "<si><t>\(Self.escaped($0))</t></si>" }.joined()
  }

  private static let shared =
    head + people.flatMap { [$0.name, $0.sex, $0.note] }.filter { !$0.isEmpty }

  /// What stands in `sheetData`.
  package var data: String {
    var rows = row(1, Self.head.map { text($0) })
    for (index, one) in Self.people.enumerated() {
      let number = hasExponents ? exponent(one.phone) : one.phone
      rows += row(
        index + 2,
        [
          text(one.name), text(one.sex), day(one.day, Self.births[index]), ("", "<v>\(number)</v>"),
          ("", "<v>\(one.height)</v>"), text(one.note),
        ])
    }
    return rows
  }

  private func row(_ number: Int, _ cells: [(attributes: String, inside: String)]) -> String {
    let written = cells.enumerated().map { column, cell in
      let reference = reference(column, number)
      if cell.inside.isEmpty { return hasEmptyCells ? "<c\(reference) s=\"0\"/>\(gap)" : "" }
      return "<c\(reference)\(cell.attributes)>\(cell.inside)</c>\(gap)"
    }
    let tag = references == .none ? "<row>" : "<row r=\"\(number)\" spans=\"1:6\">"
    if isRowPerCell { return written.map { "\(tag)\($0)</row>" }.joined() }
    return "\(tag)\(gap)\(written.joined())</row>\(gap)"
  }

  private func reference(_ column: Int, _ row: Int) -> String {
    let letter = String(Unicode.Scalar(UInt8(ascii: "A") + UInt8(column)))
    return switch references {
    case .plain: " r=\"\(letter)\(row)\""
    case .dollars: " r=\"$\(letter)$\(row)\""
    case .small: " r=\"\(letter.lowercased())\(row)\""
    case .none: ""
    }
  }

  private func text(_ text: String) -> (String, String) {
    if text.isEmpty { return ("", "") }
    let escaped = Self.escaped(text)
    switch texts {
    case .shared: return (" t=\"s\"", "<v>\(Self.shared.firstIndex(of: text) ?? 0)</v>")
    case .inline: return (" t=\"inlineStr\"", "<is><t xml:space=\"preserve\">\(escaped)</t></is>")
    case .inlineValue: return (" t=\"inlineStr\"", "<v>\(escaped)</v>")
    case .formula: return (" t=\"str\"", "<f>T(A9)</f><v>\(escaped)</v>")
    case .rich:
      return (
        " t=\"inlineStr\"",
        "<is><r><rPr><b/></rPr><t>\(escaped)</t></r><rPh sb=\"0\" eb=\"1\"><t>ping</t></rPh></is>"
      )
    }
  }

  private func day(_ day: Int, _ written: String) -> (String, String) {
    switch days {
    case .serial: (" s=\"1\"", "<v>\(day)</v>")
    case .serial1904: (" s=\"1\"", "<v>\(day - 1462)</v>")
    case .iso: (" s=\"1\" t=\"d\"", "<v>\(written)T00:00:00</v>")
    case .isoWithNoise: (" s=\"1\" t=\"d\"", "<v>\(written)T00:00:00.00000020954757600</v>")
    case .greenwich: (" t=\"d\"", "<v>\(eveBefore(written))T16:00:00.000Z</v>")
    case .text: text(written)
    }
  }

  /// The day before, for days that are no first of a month.
  private func eveBefore(_ day: String) -> String {
    let number = (Int(day.suffix(2)) ?? 1) - 1
    return day.prefix(8) + (number < 10 ? "0\(number)" : "\(number)")
  }

  private func exponent(_ digits: String) -> String {
    "\(digits.prefix(1)).\(digits.dropFirst())E\(digits.count - 1)"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
