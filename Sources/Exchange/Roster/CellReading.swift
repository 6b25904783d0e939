internal import Matchmaking

/// How the cells of a roster that have a meaning of their own are read; nil means doubtful.
enum CellReading {
  /// What people write where they have nothing to say.
  static let blanks: Set<String> = [
    "", "-", "--", "—", "——", "/", "无", "暂无", "未填", "(空)", "（空）", "(跳过)", "（跳过）", "N/A",
  ]

  static func sex(_ text: String) -> Sex? {
    switch text.lowercased() {
    case "男", "m", "male", "男性", "男士", "ｍ": .man
    case "女", "f", "female", "女性", "女士", "ｆ": .woman
    default: nil
    }
  }

  static func verification(_ text: String) -> Verification? {
    switch text.lowercased() {
    case "verified", "已核验", "核验通过", "通过", "审核通过", "已审核", "同意", "属实", "情况属实": .verified
    case "pending", "待核验", "未核验", "待审核", "未审核", "审核中", "核验中": .pending
    case "rejected", "不通过", "未通过", "审核不通过", "核验不通过", "不同意", "不属实": .rejected
    case "expired", "过期", "已过期", "失效", "已失效": .expired
    default: nil
    }
  }

  /// `1992`, `1992-05`, `1992/5/4`, `1992.5.4`, `1992年5月4日`, `199205`, `19920504`, each perhaps with
  /// a time of day behind it.
  static func birth(_ text: String) -> BirthDate? {
    let scalars = text.unicodeScalars.map(\.narrowed)
    var parts: [[Unicode.Scalar]] = [[]]
    for scalar in scalars {
      switch scalar {
      case "0"..."9": parts[parts.count - 1].append(scalar)
      case "-", "/", ".", "年", "月", "日", "号", "‐", "–", "—": parts.append([])
      case " " where parts.count == 3 && !parts[2].isEmpty, "T" where parts.count == 3:
        return birth(parts, mayTail: true)
      case _ where scalar.isBlank: continue
      default: return nil
      }
    }
    return birth(parts, mayTail: scalars.last == "年" || scalars.last == "月")
  }

  /// The year of `1992.1`: January, or the October that a spreadsheet made of the number 1992.10.
  static func yearOfDoubtfulMonth(_ text: String) -> String? {
    let plain = compact(text)
    return plain.utf8.count == 6 && plain.hasSuffix(".1") ? String(plain.dropLast(2)) : nil
  }

  private static func birth(_ found: [[Unicode.Scalar]], mayTail: Bool) -> BirthDate? {
    var parts = found.map { part in String(String.UnicodeScalarView(part)) }
    if parts.count == 4 || mayTail, parts.last?.isEmpty == true { parts.removeLast() }
    if parts.count == 1 { parts = unseparated(parts[0]) }
    guard parts.count <= 3, parts.allSatisfy({ !$0.isEmpty }), parts[0].count == 4,
      parts.dropFirst().allSatisfy({ $0.count <= 2 })
    else { return nil }
    let padded = parts.map { $0.count == 1 ? "0" + $0 : $0 }
    return BirthDate(padded.joined(separator: "-"))
  }

  private static func unseparated(_ digits: String) -> [String] {
    let year = String(digits.prefix(4))
    let rest = digits.dropFirst(4)
    return switch digits.count {
    case 6: [year, String(rest)]
    case 8: [year, String(rest.prefix(2)), String(rest.suffix(2))]
    default: [digits]
    }
  }

  /// Whole centimetres from `175`, `175cm`, `175.5`, `1.75`, `1.75米`, `1米75`; 120 to 230 only.
  static func height(_ text: String) -> Int? {
    var plain = compact(text).lowercased()
    let units = ["厘米", "公分", "cm", "米", "m"]
    if let unit = units.first(where: plain.hasSuffix) { plain.removeLast(unit.count) }
    plain = plain.replacing("米", with: ".")
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ $0.allSatisfy(isDigit) }),
      let whole = Int(parts[0]), whole < 1000
    else { return nil }
    let tenths = parts.count == 2 ? parts[1] : "0"
    guard (1...6).contains(tenths.count), let first = tenths.first?.wholeNumberValue else {
      return nil
    }
    let second = tenths.dropFirst().first?.wholeNumberValue ?? 0
    let third = tenths.dropFirst(2).first?.wholeNumberValue ?? 0
    let centimetres =
      whole < 3
      ? whole * 100 + first * 10 + second + (third >= 5 ? 1 : 0) : whole + (first >= 5 ? 1 : 0)
    return (120...230).contains(centimetres) ? centimetres : nil
  }

  /// The number a mobile is called by, without the `.0` a spreadsheet leaves behind.
  static func phone(_ text: String) -> PhoneNumber? {
    PhoneNumber(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
  }

  /// A member number, nil where a spreadsheet rounded it to `2.02609E+11`.
  static func number(_ text: String) -> String? {
    let plain = compact(text)
    let halves = plain.uppercased().split(separator: "E+", omittingEmptySubsequences: false)
    let isRounded =
      halves.count == 2 && halves[1].allSatisfy(isDigit) && halves[0].contains(".")
      && halves[0].allSatisfy { isDigit($0) || $0 == "." }
    return isRounded ? nil : plain
  }

  /// Half-width, without blanks.
  private static func compact(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.map(\.narrowed).filter { !$0.isBlank }))
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
