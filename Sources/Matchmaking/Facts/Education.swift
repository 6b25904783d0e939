/// Levels of education in order, by what is finished or being studied for.
public enum Education: Int, Hashable, Sendable, CaseIterable, Comparable {
  case primary = 1
  case junior
  /// 高中 and what stands beside it: 中专, 职高, 技校.
  case senior
  /// 大专, 高职, 专科.
  case college
  case bachelor
  case master
  case doctor

  public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }

  static let words: [(String, Education)] = [
    ("小学 小学毕业 primary", .primary),
    ("初中 初级中学 初中毕业 junior", .junior),
    ("高中 中专 职高 技校 中技 职中 中职 中师 职业高中 高级中学 中等专业学校 技工学校 senior high_school", .senior),
    ("大专 专科 高职 高专 大学专科 大学大专 统招专科 统招大专 全日制大专 全日制专科 高职高专 高职专科", .college),
    ("大专生 专科生 college associate junior_college", .college),
    ("本科 大学本科 统招本科 全日制本科 全日制大学本科 本科生 本科学士 学士 大本 大学 大学生 一本 二本 三本", .bachelor),
    ("专升本 自考本科 成人本科 函授本科 在职本科 双一流 985 211 bachelor bachelors undergraduate bsc ba", .bachelor),
    ("硕士 研究生 硕士研究生 全日制研究生 在职研究生 统招研究生 全日制硕士 在职硕士 硕士生 专硕 学硕", .master),
    ("master masters msc graduate mba", .master),
    ("博士 博士研究生 博士生 全日制博士 博士后 硕博 硕博连读 phd ph.d ph.d. doctor doctorate", .doctor),
  ]

  static let lexicon = Lexicon(words)
  private static let unfinished = ["在读", "未毕业", "肄业", "辍学", "退学"]

  /// The highest level in a text that is not said to be unfinished; the only one even then, as a
  /// person who studies for it calls it theirs.
  static func read(_ text: Written) -> Education? {
    let found = lexicon.all(in: text)
    if found.count == 1 {
      return text.containsAny(["肄业", "辍学", "退学", "非", "没"]) ? nil : found[0].meaning
    }
    let finished = found.enumerated().filter { place, level in
      let end = place + 1 < found.count ? found[place + 1].range.lowerBound : text.count
      return !unfinished.contains {
        String(text.substring(level.range.upperBound..<end)).contains($0)
      }
    }
    return finished.map(\.element.meaning).max()
  }
}
