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
  /// What many say in the same words: one array for all of them. By kind, empty for what is unsaid.
  private var shared: [String] = []
  private var interests = ""

  public init() {}

  public subscript(kind: TextKind) -> String? {
    if kind == .interests { return interests.isEmpty ? nil : interests }
    guard shared.indices.contains(kind.rawValue), !shared[kind.rawValue].isEmpty else { return nil }
    return shared[kind.rawValue]
  }

  /// The parts of a list, or the text as its only part.
  public func parts(_ kind: TextKind) -> [Substring] {
    Self.parts(self[kind] ?? "")
  }

  /// Of a text as it is compared. By bytes: to look for characters takes ten times as long.
  static func parts(_ folded: String) -> [Substring] {
    folded.utf8.split(separator: UInt8(TextFold.separator.value)).map { Substring($0) }
  }

  /// The typed words as they are compared.
  public static func folded(_ typed: String, _ kind: TextKind) -> String {
    TextFold.fold(typed, kind)
  }

  /// One text alone.
  init(_ kind: TextKind, _ text: String) {
    let folded = TextMemory.folded(text, kind)
    if kind.isList {
      interests = folded
    } else {
      shared = TextKind.allCases.map { $0 == kind ? folded : "" }
    }
  }

  init(_ texts: [MemberText: String], memory: inout FactMemory) {
    guard memory.readsTexts else { return }
    shared = memory.texts.read(texts)
    interests = texts[.interests].map { TextMemory.folded($0, .interests) } ?? ""
  }
}

/// Texts that were folded already: of a hundred thousand members most have the employer, the union and the
/// job of many others.
struct TextMemory: Sendable {
  private var alike: [[String]: [String]] = [:]
  private var known = [[String: String]](repeating: [:], count: TextKind.allCases.count)

  /// All but the interests, by kind.
  mutating func read(_ texts: [MemberText: String]) -> [String] {
    let written = TextKind.allCases.map { $0.isList ? "" : texts[$0.text] ?? "" }
    if let folded = alike[written] { return folded }
    let isSaid = written.contains { !$0.isEmpty }
    let folded = isSaid ? zip(TextKind.allCases, written).map { read($1, $0) } : []
    if alike.count < 20_000 { alike[written] = folded }
    return folded
  }

  private mutating func read(_ text: String, _ kind: TextKind) -> String {
    guard text.utf8.count <= 120 else { return Self.folded(text, kind) }
    if let folded = known[kind.rawValue][text] { return folded }
    let folded = Self.folded(text, kind)
    if known[kind.rawValue].count < 10_000 { known[kind.rawValue][text] = folded }
    return folded
  }

  static func folded(_ text: String, _ kind: TextKind) -> String {
    Blanks.isBlank(text) || FieldReading.isBlank(text, in: .text(kind.text))
      ? "" : TextFold.fold(text, kind)
  }
}

/// Makes of a text the form in which it is compared.
enum TextFold {
  /// Between the parts of a list; nobody types it.
  static let separator: Unicode.Scalar = "\u{1F}"

  static func fold(_ text: String, _ kind: TextKind) -> String {
    var text = text
    let folded = text.withUTF8 { bytes in
      isFolded(bytes) ? nil : String(decoding: fold(bytes, isList: kind.isList), as: UTF8.self)
    }
    let whole = folded ?? text
    return kind == .ethnicity && whole != "族" && whole.hasSuffix("族")
      ? String(whole.dropLast()) : whole
  }

  /// Whether there is nothing to fold among Han characters, digits and small letters; most texts of a
  /// roster are told by a look at their bytes.
  private static func isFolded(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    while place < bytes.count {
      switch bytes[place] {
      case 0xe4...0xe9: place += 3
      case 0x30...0x39, 0x61...0x7a: place += 1
      default: return false
      }
    }
    return true
  }

  private static func fold(_ bytes: UnsafeBufferPointer<UInt8>, isList: Bool) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      let lead = bytes[place]
      if (0xe4...0xe9).contains(lead) {
        folded += bytes[place..<(place + 3)]
        place += 3
        continue
      }
      let length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
      let piece = String(decoding: bytes[place..<(place + length)], as: UTF8.self)
      place += length
      guard let scalar = piece.unicodeScalars.first else { continue }
      let value = Written.folded(scalar.value)
      if isList, separates(value) {
        folded.append(UInt8(separator.value))
      } else if !isPassedOver(value), let scalar = Unicode.Scalar(value) {
        folded += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
    return folded
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
