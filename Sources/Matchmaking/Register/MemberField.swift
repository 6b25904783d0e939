/// A detail of a member that somebody types, in a form or behind a command.
public enum MemberField: Hashable, Sendable {
  case number, name, sex, birth, phone, height
  case text(MemberText)
  /// A column of a roster that the program does not know, by its head.
  case extra(String)

  /// All but extras, in the order in which a form asks for them.
  public static let all: [MemberField] = own + MemberText.allCases.map(MemberField.text)

  /// Those that are no texts kept as they were written.
  public static let own = Array(sequence(first: MemberField.number, next: \.next))

  /// The one behind it in `own`: here whoever adds one has to say where it stands.
  private var next: MemberField? {
    switch self {
    case .number: .name
    case .name: .sex
    case .sex: .birth
    case .birth: .phone
    case .phone: .height
    case .height, .text, .extra: nil
    }
  }

  /// The machine's name, as in exported files; the head of an extra column.
  public var column: String {
    switch self {
    case .number: "number"
    case .name: "name"
    case .sex: "sex"
    case .birth: "birth"
    case .phone: "phone"
    case .height: "height"
    case .text(let text): text.rawValue
    case .extra(let head): head
    }
  }

  /// The machine's name that no other field has: an extra column stands behind `extra:`.
  public var word: String { if case .extra(let head) = self { "extra:" + head } else { column } }

  /// Reads what `word` writes.
  public init?(exactly word: String) {
    if word.hasPrefix("extra:") {
      self = .extra(String(word.dropFirst(6)))
    } else if let field = Self.byName[word], field.column == word {
      self = field
    } else {
      return nil
    }
  }

  /// As a roster calls it.
  public var canonicalHead: String {
    switch self {
    case .number: "编号"
    case .name: "姓名"
    case .sex: "性别"
    case .birth: "出生年月"
    case .phone: "联系电话"
    case .height: "身高"
    case .text(let text): text.canonicalHead
    case .extra(let head): head
    }
  }

  /// Reads the machine's name or the roster's; nil for anything else, extras among it.
  public init?(_ word: String) {
    guard let field = Self.byName[word.lowercased()] else { return nil }
    self = field
  }

  private static let byName = Dictionary(
    all.flatMap { [($0.column, $0), ($0.canonicalHead, $0)] }, uniquingKeysWith: { one, _ in one })

  /// The longest text that is kept, in characters.
  public var longest: Int {
    switch self {
    case .number: 32
    case .name: PersonName.lengths.upperBound
    case .sex, .birth, .phone, .height: 40
    case .text(let text): text.isProse ? 4000 : 200
    case .extra: 4000
    }
  }

  /// Whether the text may have several lines.
  public var keepsLines: Bool {
    switch self {
    case .text, .extra: true
    case .number, .name, .sex, .birth, .phone, .height: false
    }
  }
}

/// Why a text cannot stand in a field.
public enum FieldFault: Error, Hashable, Sendable {
  case unknownColumn(String)
  case noName
  case noNumber
  case unknownSex(String)
  case unknownBirth(String)
  case unknownPhone(String)
  case unknownHeight(String)
  case tooLong(MemberField, most: Int)
  /// Four characters are wanted, three digits and a digit or X; or the whole number, which is checked.
  case residentDigits
  /// A whole resident number stands where none may be kept.
  case residentInside(MemberField)
  case resident(ResidentFault)

  public var code: String {
    switch self {
    case .unknownColumn: "unknown-column"
    case .noName: "missing-name"
    case .noNumber: "missing-number"
    case .unknownSex: "unknown-sex"
    case .unknownBirth: "unknown-birth"
    case .unknownPhone: "unknown-phone"
    case .unknownHeight: "unknown-height"
    case .tooLong: "too-long"
    case .residentDigits, .residentInside: "resident-number"
    case .resident(let fault): fault.code
    }
  }
}
