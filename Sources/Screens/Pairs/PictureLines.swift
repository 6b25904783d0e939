public import Matchmaking
public import Wording

/// The mutual picks as lines of characters: `F05 ┄ M03 ═ F12 ┄ M07 M15`.
///
/// A row for every pair, and for everybody without one; whom they are joined to besides stands outside of
/// them, behind a broken line where it is a mutual pick left over. So each line of the picture stands in the
/// rows of both its ends. Groups stand apart by a blank line.
public struct PictureLines {
  private let say: (Phrase) -> String
  private let width: (String) -> Int
  private let pair: String
  private let loose: String

  /// - Parameter isPlain: in ASCII.
  public init(
    isPlain: Bool = false, say: @escaping (Phrase) -> String, width: @escaping (String) -> Int
  ) {
    self.say = say
    self.width = width
    (pair, loose) = isPlain ? (" = ", " - ") : (" ═ ", " ┄ ")
  }

  /// - Parameter columns: no line is wider, unless one badge is.
  public func lines(of picture: MutualPicture, columns: Int) -> [String] {
    var lines: [String] = []
    for group in picture.groups {
      if !lines.isEmpty { lines.append("") }
      let others = Others(group)
      for row in group.rows { lines += self.lines(of: row, others, columns: columns) }
    }
    return lines
  }

  private func lines(of row: MutualPicture.Row, _ others: Others, columns: Int) -> [String] {
    guard let left = row.left, let right = row.right else {
      let badge = row.left ?? row.right
      return badge.map { alone($0, others, columns: columns, indent: "") } ?? []
    }
    let middle = name(left) + pair + name(right)
    let whole = before(others.of(left)) + middle + behind(others.of(right))
    if width(whole) <= columns { return [whole] }
    return [middle]
      + [left, right].filter { !others.of($0).isEmpty }.flatMap {
        alone($0, others, columns: columns, indent: "  ")
      }
  }

  private func name(_ badge: Badge) -> String { say(badge.phrase) }
  private func sign(_ line: MutualPicture.Line) -> String { line.isPair ? pair : loose }

  private func before(_ others: [(Badge, MutualPicture.Line)]) -> String {
    others.first.map { names(others) + sign($0.1) } ?? ""
  }

  private func behind(_ others: [(Badge, MutualPicture.Line)]) -> String {
    others.first.map { sign($0.1) + names(others) } ?? ""
  }

  private func names(_ others: [(Badge, MutualPicture.Line)]) -> String {
    others.map { name($0.0) }.joined(separator: " ")
  }

  /// Somebody with all they are joined to besides, in as many lines as it takes.
  private func alone(
    _ badge: Badge, _ others: Others, columns: Int, indent: String
  ) -> [String] {
    let joined = others.of(badge)
    guard let first = joined.first else { return [indent + name(badge)] }
    let start = indent + name(badge) + sign(first.1)
    let rest = String(repeating: " ", count: width(start))
    var lines = [start + name(first.0)]
    for (other, _) in joined.dropFirst() {
      let longer = lines[lines.count - 1] + " " + name(other)
      if width(longer) <= columns {
        lines[lines.count - 1] = longer
      } else {
        lines.append(rest + name(other))
      }
    }
    return lines
  }

  /// Whom each is joined to but by the row.
  private struct Others {
    private var others: [Badge: [(Badge, MutualPicture.Line)]] = [:]

    init(_ group: MutualPicture.Group) {
      for line in group.lines {
        others[line.a, default: []].append((line.b, line))
        others[line.b, default: []].append((line.a, line))
      }
    }

    func of(_ badge: Badge) -> [(Badge, MutualPicture.Line)] { others[badge] ?? [] }
  }
}

extension MutualPicture {
  /// What the signs mean.
  public static func legend(isPlain: Bool = false) -> Phrase {
    isPlain
      ? Phrase("= 牵手，- 互选未牵手", "= a pair, - a mutual pick left over")
      : Phrase("═ 牵手，┄ 互选未牵手", "═ a pair, ┄ a mutual pick left over")
  }
}
