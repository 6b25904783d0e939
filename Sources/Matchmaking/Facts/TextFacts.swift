/// A detail that is words, and is asked for by words: `单位~银行`, `民族=回`.
public enum TextKind: Int, Hashable, Sendable, CaseIterable {
  case employer, union, sector, job, ethnicity, politics, interests, matchmaker

  /// Where the member's words for it stand.
  public var text: MemberText {
    switch self {
    case .employer: .employer
    case .union: .union
    case .sector: .sector
    case .job: .job
    case .ethnicity: .ethnicity
    case .politics: .politics
    case .interests: .interests
    case .matchmaker: .matchmaker
    }
  }

  /// Whether the text is a list, of which any part may be meant as a whole.
  var isList: Bool { self == .interests }
}

/// What a member's texts say, in the form in which they are compared.
///
/// Half-width, lower case, without spaces and quotes: `ＡＢＣ 公司` is `abc公司`. 回族 and 回 are one
/// people.
public struct TextFacts: Hashable, Sendable {
  /// By kind, empty for what is unsaid; no array at all where nothing is said.
  private var folded: [String] = []

  public init() {}

  public subscript(kind: TextKind) -> String? {
    guard folded.indices.contains(kind.rawValue), !folded[kind.rawValue].isEmpty else { return nil }
    return folded[kind.rawValue]
  }

  /// The parts of a list, or the text as its only part.
  public func parts(_ kind: TextKind) -> [Substring] {
    (self[kind] ?? "").split(separator: Character(TextFold.separator))
  }

  /// The typed words as they are compared.
  public static func folded(_ typed: String, _ kind: TextKind) -> String {
    TextFold.fold(typed, kind)
  }

  init(_ texts: [MemberText: String], memory: inout FactMemory) {
    guard TextKind.allCases.contains(where: { texts[$0.text] != nil }) else { return }
    folded = TextKind.allCases.map { memory.texts.read(texts[$0.text], $0) }
  }
}

/// Texts that were folded already: most employers, jobs and unions are many people's.
struct TextMemory: Sendable {
  private var known = [[String: String]](repeating: [:], count: TextKind.allCases.count)

  mutating func read(_ text: String?, _ kind: TextKind) -> String {
    guard let text, !Blanks.isBlank(text) else { return "" }
    guard text.utf8.count <= 120 else { return TextFold.fold(text, kind) }
    if let folded = known[kind.rawValue][text] { return folded }
    let folded = TextFold.fold(text, kind)
    if known[kind.rawValue].count < 10_000 { known[kind.rawValue][text] = folded }
    return folded
  }
}

enum TextFold {
  /// Between the parts of a list; nobody types it.
  static let separator: Unicode.Scalar = "\u{1F}"

  static func fold(_ text: String, _ kind: TextKind) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let value = Written.folded(scalar.value)
      if kind.isList, separates(value) {
        folded.append(separator)
      } else if !isPassedOver(value), let scalar = Unicode.Scalar(value) {
        folded.append(scalar)
      }
    }
    let end = folded.index(folded.endIndex, offsetBy: -1, limitedBy: folded.startIndex)
    if kind == .ethnicity, folded.count > 1, let end, folded[end] == "族" { folded.remove(at: end) }
    return String(folded)
  }

  private static func isPassedOver(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || scalar == 0x0a || scalar == 0x0d || ConditionScanner.isQuote(scalar)
  }

  /// As people and survey sites write lists.
  private static func separates(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x0a, 0x0d, 0x2c, 0x2f, 0x3b, 0x7c, 0x3001, 0x3002, 0x250b: true
    default: false
    }
  }
}
