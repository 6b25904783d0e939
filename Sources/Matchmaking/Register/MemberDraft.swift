/// What one row of a roster says about a member, checked and converted, before it meets the store.
public struct MemberDraft: Hashable, Sendable {
  /// Counted from 1; the head is row 1.
  public var row: Int
  /// The roster's own number; nil where the store is to hand one out.
  public var number: String?
  public var name: String
  public var sex: Sex?
  public var birth: BirthDate?
  public var phone: PhoneNumber?
  public var height: Int?
  /// Nil where the roster says nothing about it, so that what was verified stays so.
  public var verification: Verification?
  public var texts: [MemberText: String]
  public var extras: [String: String]
  public var consents: [ConsentPurpose: ConsentAnswer]

  public init(
    row: Int = 0, number: String? = nil, name: String, sex: Sex? = nil, birth: BirthDate? = nil,
    phone: PhoneNumber? = nil, height: Int? = nil, verification: Verification? = nil,
    texts: [MemberText: String] = [:], extras: [String: String] = [:],
    consents: [ConsentPurpose: ConsentAnswer] = [:]
  ) {
    self.row = row
    self.number = number
    self.name = name
    self.sex = sex
    self.birth = birth
    self.phone = phone
    self.height = height
    self.verification = verification
    self.texts = texts
    self.extras = extras
    self.consents = consents
  }
}

/// Something wrong or doubtful in a file that came in, by row and column.
///
/// Bad input is data: an import returns its problems, it does not throw them.
public struct ImportProblem: Hashable, Sendable {
  public enum Code: String, Sendable, CaseIterable {
    /// Neither text nor a workbook: the evidence is `xls`, `html`, `pdf`…
    case unsupportedFile = "unsupported-file"
    /// The workbook cannot be read without its password.
    case encryptedFile = "encrypted-file"
    /// The file is cut off or spoilt from the row on, 0 for all of it.
    case damagedFile = "damaged-file"
    /// Unpacked it would be larger than any honest file.
    case oversizedFile = "oversized-file"
    /// The evidence is the sheets there are.
    case unknownSheet = "unknown-sheet"
    /// Sheets that have the look of rosters too and were not read.
    case otherSheets = "other-sheets"
    /// Sheets with rows that cannot be seen, where those that can have none, or no head.
    case hiddenSheets = "hidden-sheets"
    /// Lines above the head, which were passed over.
    case titleRow = "title-row"
    /// A row that is no person: a total, a signature, a note (see `kind`). It was passed over.
    case passedOver = "passed-over"
    /// The first answer of somebody who answered again later; the evidence is the row that stands.
    case replaced
    /// A second table begins here, with other columns: no row of it is read. The evidence is its head.
    case otherHead = "other-head"
    /// A second table stands beside the first, from the column on: none of it is read.
    case sideTable = "side-table"
    /// Cells that were made one: the value stands in the first of them only.
    case mergedCells = "merged-cells"
    /// A row in another encoding than the rest of the file; it was read.
    case otherEncoding = "other-encoding"
    /// A cell that says what cannot be: two values, a text that is not there, a place that is none.
    case unreadableCell = "unreadable-cell"
    /// More columns than any roster has; those behind were left out.
    case tooManyColumns = "too-many-columns"
    /// The cell shows an error such as `#N/A`.
    case formulaError = "formula-error"
    /// The file does not hold what the formula comes to.
    case formulaWithoutValue = "formula-without-value"
    case emptyFile = "empty-file"
    /// The evidence is the heads that were found.
    case missingColumn = "missing-column"
    case missingName = "missing-name"
    /// In place of a name stand several, or a number besides.
    case unclearName = "unclear-name"
    case brokenQuotes = "broken-quotes"
    case cellCount = "cell-count"
    /// In no encoding that is known.
    case notUTF8 = "not-utf8"
    case controlCharacters = "control-characters"
    case unknownSex = "unknown-sex"
    case unknownBirth = "unknown-birth"
    case unknownPhone = "unknown-phone"
    case unknownHeight = "unknown-height"
    case unknownVerification = "unknown-verification"
    /// Spoilt by a spreadsheet, fails GB 11643, or stands where no resident number may be kept.
    case residentNumber = "resident-number"
    /// The birth date or sex inside the resident number is another than the row's.
    case residentMismatch = "resident-mismatch"
    case unknownConsent = "unknown-consent"
    /// The row takes a consent back that was on record; it holds no more.
    case consentEnded = "consent-ended"
    /// The row agrees to what was taken back since; the consent was not given again.
    case consentStaysEnded = "consent-stays-ended"
    /// A member number that a spreadsheet rounded, as `2.02609E+11`.
    case spoiltNumber = "spoilt-number"
    case repeatedColumn = "repeated-column"
    case repeatedRow = "repeated-row"
    case numberTaken = "number-taken"
    /// Somebody corrected the field by hand, and the roster says something else: what was corrected
    /// stands.
    case handCorrected = "hand-corrected"
    /// The marital status says married: no single worker. Somebody new is left out.
    case notSingle = "not-single"
    case tooLong = "too-long"
    case unknownMember = "unknown-member"
    case ambiguousMember = "ambiguous-member"
    /// Name, number and phone of a list are not one member's. The evidence is what the register says.
    case memberDiffers = "member-differs"
    case unknownBadge = "unknown-badge"
    case refused = "refused"
    /// There were so many that the others are counted; the evidence says how many.
    case moreProblems = "more-problems"
  }

  /// Counted from 1; the head is row 1. 0 speaks of the whole file.
  public let row: Int
  /// The head of the column as it stands in the file; empty where the whole row is meant.
  public let column: String
  public let code: Code
  /// What stood there, cleaned and shortened; or what was expected. Phone numbers are masked.
  public let evidence: String
  /// Whether the row was left out; otherwise it is in, without the doubtful cell.
  public let isRefusal: Bool
  /// The rule that said no, where it was one.
  public var refusal: Refusal? { refusals.first }
  /// One at most, as below.
  private let refusals: [Refusal]
  /// Both values, where the roster's differs from what stands.
  public var difference: FieldDifference? { differences.first }
  /// One at most; an array, because a file may have a million problems that have none.
  private let differences: [FieldDifference]
  /// What a row is that was passed over.
  public let kind: RowKind?

  /// Whether something the file says is not in the register as it stands there.
  ///
  /// Not so where the data may well be right: a phone that two people share, a head that two columns
  /// have, a title above the head, a row that is no person or that a later one replaces, a row that was
  /// read though its encoding is another.
  public var isLoss: Bool {
    switch code {
    case .repeatedRow, .repeatedColumn, .titleRow, .otherEncoding, .passedOver, .replaced,
      .consentEnded:
      isRefusal
    default: true
    }
  }

  /// Whether somebody is to look at the row; not where it is clear what it is.
  public var wantsMending: Bool {
    switch code {
    case .passedOver, .replaced, .consentEnded, .titleRow: false
    default: true
    }
  }

  public init(
    row: Int, column: String, code: Code, evidence: String, isRefusal: Bool,
    refusal: Refusal? = nil, difference: FieldDifference? = nil, kind: RowKind? = nil
  ) {
    self.row = row
    self.column = column
    self.code = code
    self.evidence = code.showsNumbers ? evidence : Masking.numbers(in: evidence)
    self.isRefusal = isRefusal
    refusals = refusal.map { [$0] } ?? []
    differences = difference.map { [$0] } ?? []
    self.kind = kind
  }
}

extension ImportProblem.Code {
  /// Whether the evidence is a member number, which may have as many digits as a phone, or a count.
  fileprivate var showsNumbers: Bool {
    self == .numberTaken || self == .spoiltNumber || self == .moreProblems
  }
}

/// What a row of a roster is that is no person.
public enum RowKind: String, Hashable, Sendable, CaseIterable {
  /// 合计, 共 12 人.
  case total
  /// 填表人, 负责人, 日期, 盖章.
  case signature
  case note
  /// The row that shows how the form is filled in.
  case example
  /// The head once more.
  case head
  /// 第 1 页.
  case page
  /// A title or the name of a group, above the rows that follow.
  case title
  /// Nothing but a serial number, or words for nothing.
  case unfilled
}
