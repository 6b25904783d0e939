internal import Characters

/// What people and programs write into a cell to say nothing.
///
/// One rule for every column. Two kinds, for the second may be an answer: who writes 无 under 子女 has no
/// children, who writes it under 微信号 says nothing. `(跳过)` never is one.
public enum Silence: Hashable, Sendable {
  /// Left out by somebody or some program: `(跳过)`, `(空)`, `/`, `-`, `N/A`, `null`.
  case leftOut
  /// That there is none: `无`, `没有`, `none`.
  case noneOfIt

  /// Nil where the text says something.
  public static func read(_ text: String) -> Silence? {
    let mayBe = text.utf8.withContiguousStorageIfAvailable { Self.mayBe($0.span) }
    guard mayBe ?? true else { return nil }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.lazy.map(\.narrowed) where !scalar.isBlank {
      plain.append(scalar)
    }
    if plain.allSatisfy({ marks.contains($0) }) { return .leftOut }
    while let last = plain.last, ends.contains(last) { plain.removeLast() }
    while let first = plain.first, ends.contains(first) { plain.removeFirst() }
    let word = String(plain).lowercased()
    if leftOutWords.contains(word) { return .leftOut }
    return noneWords.contains(word) ? .noneOfIt : nil
  }

  /// Whether a cell may be one of these, by its first bytes; wrong only to the safe side.
  package static func mayBe(_ cell: Span<UInt8>) -> Bool {
    guard cell.count > 0 else { return true }
    guard cell.count <= longest else { return false }
    switch cell[0] {
    case 0x30...0x39: return false
    // n/a, null, undefined, skipped, empty, blank.
    case 0x4e, 0x55, 0x53, 0x45, 0x42, 0x6e, 0x75, 0x73, 0x65, 0x62: return true
    case 0x41...0x5a, 0x61...0x7a: return false
    case 0x21...0x7e: return true
    // 待补, 暂无, 未填, 没有, 沒有, 无, 暫無, 略, 空, 缺, 跳过, 無.
    case 0xe4, 0xe9: return false
    case 0xe5: return isNext(cell, 0xbe, 0x85)
    case 0xe6:
      return isNext(cell, 0x97, 0xa0) || isNext(cell, 0x9a, 0x82) || isNext(cell, 0x9c, 0xaa)
        || isNext(cell, 0xb2, 0xa1) || isNext(cell, 0xb2, 0x92) || isNext(cell, 0x9a, 0xab)
    case 0xe7:
      return isNext(cell, 0x95, 0xa5) || isNext(cell, 0xa9, 0xba) || isNext(cell, 0xbc, 0xba)
        || isNext(cell, 0x84, 0xa1)
    case 0xe8: return isNext(cell, 0xb7, 0xb3)
    default: return true
    }
  }

  private static func isNext(_ cell: Span<UInt8>, _ second: UInt8, _ third: UInt8) -> Bool {
    cell.count >= 3 && cell[1] == second && cell[2] == third
  }

  /// The longest such text, in bytes.
  package static let longest = 24

  /// Texts of nothing but these: dashes, strokes, dots. A question mark says that something is not known.
  private static let marks = Set("-‐‑–—―−_=~/\\|.…·•*、,。;:!'\"()[]{}【】<>《》「」〔〕".unicodeScalars)
  /// What may stand around a word: `（跳过）`, `无。`.
  private static let ends = Set("()[]{}【】<>《》「」〔〕.。;,!'\"#".unicodeScalars)

  private static let leftOutWords: Set<String> = [
    "", "跳过", "空", "空白", "空缺", "略", "缺", "未填", "未填写", "未填报", "未作答", "未答", "未选", "未选择", "未提供", "待补",
    "待补充", "待填", "待定", "待完善", "n/a", "na", "n.a", "null", "nil", "nan", "undefined",
    "skipped", "empty", "blank",
  ]
  private static let noneWords: Set<String> = ["无", "無", "没有", "沒有", "没", "暂无", "暫無", "none"]
}

extension FieldReading {
  /// Whether a cell says nothing, in a column where "none" is no answer.
  public static func isBlank(_ text: String) -> Bool { Silence.read(text) != nil }

  /// Whether a cell of a column says nothing.
  ///
  /// The one table of what 无 means where.
  public static func isBlank(_ text: String, in field: DraftField) -> Bool {
    guard let silence = Silence.read(text) else { return false }
    switch field {
    // Letters may be a name: 那 is written Na, and there are people called Null.
    case .detail(.name): return text.isEmpty || !text.unicodeScalars.allSatisfy(\.isLatinLetter)
    case .detail(.text(.children)), .detail(.text(.housing)), .detail(.text(.car)),
      .detail(.text(.onlyChild)), .detail(.text(.politics)), .detail(.text(.marital)), .consent:
      return silence == .leftOut
    case .detail(.extra(let head)): return silence == .leftOut || !asksWhether(head)
    case .verification, .detail(.number), .detail(.sex), .detail(.birth), .detail(.phone),
      .detail(.height), .detail(.text):
      return true
    }
  }

  /// Whether a head that is not known asks for something that may not be there: 宗教信仰, 不良嗜好, 是否吸烟.
  private static func asksWhether(_ head: String) -> Bool {
    [
      "是否", "有无", "有没有", "吗", "烟", "酒", "宗教", "信仰", "嗜好", "病", "过敏", "残疾", "犯罪", "处分", "债", "贷",
      "婚", "忌口",
      "纹身", "宠物", "smok", "drink", "religio", "allerg", "tattoo", "pets", "debt",
    ].contains { head.lowercased().contains($0) }
  }
}

extension Unicode.Scalar {
  fileprivate var isLatinLetter: Bool {
    switch value {
    case 0x41...0x5a, 0x61...0x7a: true
    default: false
    }
  }
}
