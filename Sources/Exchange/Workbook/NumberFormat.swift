/// How a workbook shows a number, as far as it matters for reading it.
enum NumberFormat: Hashable, Sendable {
  case general
  /// At least so many digits before the point, with zeros in front; and so many behind it.
  case digits(whole: Int, places: Int)
  case percent
  case date(SerialDate.Shown)
  case text

  /// By its number, for those that every spreadsheet knows (ECMA-376, 18.8.30), the dates of Chinese
  /// editions among them; nil for those that the file explains itself.
  init?(builtIn id: Int) {
    switch id {
    case 0: self = .general
    case 1: self = .digits(whole: 1, places: 0)
    case 2, 4, 39, 40: self = .digits(whole: 1, places: 2)
    case 3, 37, 38: self = .digits(whole: 1, places: 0)
    case 9, 10: self = .percent
    case 14, 15, 16, 30, 31, 51, 53, 54, 58: self = .date(.day)
    case 28, 29: self = .date(.day)
    case 17, 27, 36, 50, 52, 57: self = .date(.month)
    case 22: self = .date(.moment)
    case 18...21, 32...35, 45...47, 55, 56: self = .date(.timeOfDay)
    case 49: self = .text
    default: return nil
    }
  }

  /// By its code, such as `yyyy"年"m"月"d"日"`, of which the part for positive numbers counts.
  init(code: String) {
    let plain = NumberFormat.plain(code)
    self =
      if let shown = NumberFormat.shown(plain) {
        .date(shown)
      } else if plain == "@" {
        .text
      } else if plain.contains("%") {
        .percent
      } else if !plain.contains("e"), plain.contains("0") {
        NumberFormat.digits(plain)
      } else {
        .general
      }
  }

  /// Small letters of the first part, without what stands in quotes or brackets, is escaped, or fills;
  /// hours that count on beyond a day stand in brackets and stay.
  private static func plain(_ code: String) -> String {
    var plain = ""
    var rest = Substring(code.lowercased())
    while let first = rest.popFirst() {
      switch first {
      case ";": return plain
      case "\"": _ = popThrough("\"", of: &rest)
      case "\\", "_", "*": _ = rest.popFirst()
      case "[":
        let inside = popThrough("]", of: &rest)
        if !inside.isEmpty, inside.allSatisfy({ "hms".contains($0) }) { plain += inside }
      default: plain.append(first)
      }
    }
    return plain
  }

  private static func popThrough(_ mark: Character, of rest: inout Substring) -> Substring {
    let inside = rest.prefix { $0 != mark }
    rest = rest.dropFirst(inside.count + 1)
    return inside
  }

  /// Nil where the code shows no date. `e` and `b` are years too; `0.00E+00` is a number.
  private static func shown(_ plain: String) -> SerialDate.Shown? {
    if plain.contains("general") || plain.contains("0") || plain.contains("#") {
      // `ss.00` shows parts of seconds.
      guard plain.contains("s"), plain.contains("h") || plain.contains("m") else { return nil }
    }
    let hasTime = plain.contains("h") || plain.contains("s")
    let hasYear = plain.contains("y") || plain.contains("e") || plain.contains("b")
    let hasDay = plain.contains("d") || plain.contains("a") && !plain.contains("am/pm")
    let hasMonth = plain.contains("m")
    switch (hasYear, hasDay, hasTime) {
    case (_, true, true), (true, _, true): return .moment
    case (_, true, false): return .day
    case (true, false, false): return hasMonth ? .month : .year
    case (false, false, true): return .timeOfDay
    case (false, false, false): return plain.contains("mmm") ? .day : nil
    }
  }

  private static func digits(_ plain: String) -> NumberFormat {
    let parts = plain.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let whole = parts[0].count { $0 == "0" }
    let places = parts.count > 1 ? parts[1].count { $0 == "0" } : 0
    return .digits(whole: min(max(whole, 1), 30), places: min(places, 15))
  }
}

/// The formats of a workbook's cells, by the number of their style.
struct CellFormats: Sendable {
  private(set) var byStyle: [NumberFormat] = []

  init() {}

  /// - Parameter scanner: at the beginning of `styles.xml`.
  init(_ scanner: inout XMLScanner) throws(WorkbookFault) {
    var custom: [Int: NumberFormat] = [:]
    var isInCellFormats = false
    while true {
      switch try scanner.next() {
      case .atEnd: return
      case .start where scanner.name == .numFmt:
        guard let id = scanner.attribute(.numFmtId).flatMap({ Int($0) }),
          let code = scanner.attribute(.formatCode), custom.count < 10_000
        else { continue }
        custom[id] = NumberFormat(code: code)
      case .start where scanner.name == .cellXfs: isInCellFormats = !scanner.isEmpty
      case .end where scanner.name == .cellXfs: isInCellFormats = false
      case .start where scanner.name == .xf && isInCellFormats && byStyle.count < 100_000:
        let id = scanner.attribute(.numFmtId).flatMap { Int($0) } ?? 0
        byStyle.append(custom[id] ?? NumberFormat(builtIn: id) ?? .general)
      default: break
      }
    }
  }

  subscript(style: Int) -> NumberFormat { style < byStyle.count ? byStyle[style] : .general }
}
