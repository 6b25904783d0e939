/// What people write into the column of hopes to say that they have none.
enum CriteriaNothing {
  /// Besides the blanks of every column: here a denial is an answer as well.
  private static let words: Set<String> = [
    "没有", "没", "无", "暂无", "暂时没有", "目前没有", "还没有", "没想好", "还没想好", "待定", "略", "同上", "未定", "none", "no",
    "nil", "null", "nothing", "n/a", "na",
  ]
  private static let marks = Set("。.！!，,；;、~～()（）[]【】「」\"“” \t\n\r　".unicodeScalars)

  static func isAll(of text: String) -> Bool {
    guard text.utf8.count <= 40 else { return false }
    let scalars = text.unicodeScalars.drop { marks.contains($0) }
    let bare = String(scalars.prefix(upTo: end(of: scalars)))
    return [text, bare].contains {
      FieldReading.isBlank($0) || Blanks.isBlank($0) || words.contains($0.lowercased())
    }
  }

  private static func end(of scalars: Substring.UnicodeScalarView) -> String.Index {
    var end = scalars.endIndex
    while end > scalars.startIndex, marks.contains(scalars[scalars.index(before: end)]) {
      end = scalars.index(before: end)
    }
    return end
  }
}
