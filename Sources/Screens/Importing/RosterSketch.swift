public import Matchmaking
import Wording

/// A roster somebody has chosen, and how its columns are to be read.
public struct RosterChoice: Hashable, Sendable {
  /// As typed.
  public var path: String
  /// The sheet of a workbook; nil for the first with the look of a roster.
  public var sheet: String?
  /// What somebody said of a column, by its head: the machine's name of a field, or nothing to keep the
  /// column as it is.
  public var corrections: [String: String]
  /// Corrections of members made by hand that give way to the roster.
  public var taken: Set<FieldDifference>

  public init(
    path: String, sheet: String? = nil, corrections: [String: String] = [:],
    taken: Set<FieldDifference> = []
  ) {
    self.path = path
    self.sheet = sheet
    self.corrections = corrections
    self.taken = taken
  }
}

/// How a roster was understood, before anything of it is stored.
public struct RosterSketch: Sendable {
  public struct Column: Hashable, Sendable {
    /// What it was taken for, as far as the first rows tell.
    public var report: ColumnReport
    /// Some of what stands in it.
    public var samples: [String]

    public init(_ report: ColumnReport, samples: [String]) {
      self.report = report
      self.samples = samples
    }

    public var head: String { report.head }
    /// The machine's name of the field it was taken for; nil where it is none.
    public var field: String? { report.field }
    /// Somebody has said so, now or when a file with this head came before.
    public var isCorrected: Bool { report.isDecided }
    /// The word of what it is now, among those that can be chosen.
    var word: String? { report.fate == .passedOver(.decided) ? RosterTarget.skip : field }
  }

  /// With the corrections that were remembered.
  public var choice: RosterChoice
  /// The sheet that is read, and all that can be seen; nil and none for text.
  public var sheet: String?
  public var sheets: [String]
  public var columns: [Column]
  /// What is wrong with the file as a whole; with a refusal among them it cannot be read.
  public var problems: [ImportProblem]

  public init(
    choice: RosterChoice, sheet: String?, sheets: [String], columns: [Column],
    problems: [ImportProblem]
  ) {
    self.choice = choice
    self.sheet = sheet
    self.sheets = sheets
    self.columns = columns
    self.problems = problems
  }

  /// Whether there is another sheet than the one that is read.
  var hasOtherSheets: Bool { sheets.contains { $0 != sheet } }

  public var isRefused: Bool { problems.contains(where: \.isRefusal) }

  /// What was found out about the columns by reading all rows.
  mutating func take(_ reports: [ColumnReport]) {
    guard reports.map(\.head) == columns.map(\.head) else { return }
    for (index, report) in reports.enumerated() { columns[index].report = report }
  }
}

/// The fields a column can be taken for, by the names machines know them by.
enum RosterTarget {
  /// Nothing of the column is taken.
  static let skip = "skip"

  static let all: [String] =
    [
      "name", "family_name", "given_name", "sex", "birth", "age", "phone", "phone_or_wechat",
      "height", "number", "resident", "verification", "answered",
    ]
    + ConsentPurpose.allCases.map { "consent:\($0.rawValue)" }
    + MemberText.allCases.map(\.rawValue)

  /// - Parameter word: nil keeps a column as it is.
  static func phrase(_ word: String?) -> Phrase {
    switch word {
    case nil: Phrase("保留原样", "kept as it is")
    case skip: Phrase("不导入", "not imported")
    case let field?: ColumnReport.phrase(field: field)
    }
  }
}

/// What lies in a folder: folders first, then the files a roster may be in.
public struct FolderListing: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    public var name: String
    public var isFolder: Bool
    /// Bytes.
    public var size: Int
    /// As `2026-08-19`.
    public var changed: String

    public init(name: String, isFolder: Bool, size: Int = 0, changed: String = "") {
      self.name = name
      self.isFolder = isFolder
      self.size = size
      self.changed = changed
    }
  }

  /// As it was asked for, with a slash behind it.
  public var folder: String
  public var entries: [Entry]
  /// Why it cannot be read.
  public var isUnreadable: Bool

  public init(folder: String, entries: [Entry], isUnreadable: Bool = false) {
    self.folder = folder
    self.entries = entries
    self.isUnreadable = isUnreadable
  }
}
