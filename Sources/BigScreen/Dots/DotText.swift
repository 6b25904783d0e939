/// A text as lines of dots.
struct DotText {
  /// A letter, a Han character or a word that is not broken, with what parts it from the next.
  private struct Unit {
    var glyphs: [Dots] = []
    /// A blank or a dot behind it, which a line does not end with.
    var gap: [Dots] = []
    /// Behind a dash or a colon, where a title has its two parts.
    var endsPart = false
    var columns: Int { glyphs.reduce(0) { $0 + $1.columns } }
    var gapColumns: Int { gap.reduce(0) { $0 + $1.columns } }
  }

  private let units: [Unit]

  /// Nil where the font lacks a character of it, or there is nothing to draw.
  init?(_ text: String) {
    var units: [Unit] = []
    var isOpen = false
    for scalar in text.unicodeScalars {
      guard let glyph = DotFont.glyph(scalar) else { return nil }
      if Self.parts(scalar) {
        guard !units.isEmpty else { continue }
        units[units.count - 1].gap.append(glyph)
        isOpen = false
      } else if Self.clings(scalar), !units.isEmpty {
        units[units.count - 1].glyphs.append(glyph)
      } else if isOpen, glyph.columns == 8 {
        units[units.count - 1].glyphs.append(glyph)
      } else {
        units.append(Unit(glyphs: [glyph]))
        isOpen = glyph.columns == 8
      }
      if !Self.parts(scalar) { units[units.count - 1].endsPart = Self.endsPart(scalar) }
    }
    guard !units.isEmpty else { return nil }
    self.units = units
  }

  /// What stands between words.
  private static func parts(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "·" || scalar == "\u{3000}" || scalar == "\u{30fb}"
  }

  private static func endsPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "—" || scalar == "：" || scalar == ":"
  }

  /// Marks that no line begins with.
  private static func clings(_ scalar: Unicode.Scalar) -> Bool {
    "—，。、；：？！）》”’」』】〉,.;:?!)".unicodeScalars.contains(scalar)
  }

  /// In as few lines as fit a width, a title of two parts between them, else as even as they can be; nil where a
  /// word is wider, or the lines are more than so many.
  func lines(within columns: Int, most: Int) -> [Dots]? {
    guard let fewest = broken(within: columns), fewest.count <= most else { return nil }
    if fewest.count == 2, let parts = parts(within: columns) { return parts.map(Self.line) }
    var (low, high) = (1, columns)
    while low < high {
      let middle = (low + high) / 2
      if let lines = broken(within: middle), lines.count == fewest.count {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return (broken(within: high) ?? fewest).map(Self.line)
  }

  /// The two parts of a title where each fits a line.
  private func parts(within columns: Int) -> [[Unit]]? {
    guard let end = units.dropLast().lastIndex(where: \.endsPart) else { return nil }
    let parts = [Array(units[...end]), Array(units[(end + 1)...])]
    let fit = parts.allSatisfy { part in
      part.reduce(0) { $0 + $1.columns + $1.gapColumns } - (part.last?.gapColumns ?? 0) <= columns
    }
    return fit ? parts : nil
  }

  private func broken(within columns: Int) -> [[Unit]]? {
    var lines: [[Unit]] = [[]]
    var used = 0
    for unit in units {
      guard unit.columns <= columns else { return nil }
      let before = lines[lines.count - 1].last?.gapColumns ?? 0
      if !lines[lines.count - 1].isEmpty, used + before + unit.columns > columns {
        lines.append([])
        used = 0
      } else {
        used += before
      }
      lines[lines.count - 1].append(unit)
      used += unit.columns
    }
    return lines
  }

  private static func line(_ units: [Unit]) -> Dots {
    var glyphs: [Dots] = []
    for (place, unit) in units.enumerated() {
      glyphs += unit.glyphs + (place + 1 < units.count ? unit.gap : [])
    }
    var line = Dots(columns: glyphs.reduce(0) { $0 + $1.columns }, rows: DotFont.rows)
    var column = 0
    for glyph in glyphs {
      line.place(glyph, column: column, row: 0)
      column += glyph.columns
    }
    return line
  }
}
