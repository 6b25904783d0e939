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
    public var head: String
    /// The machine's name of the field it was taken for; nil where it is kept as it is.
    public var field: String?
    /// Somebody has said so, now or when a file with this head came before.
    public var isCorrected: Bool
    /// Some of what stands in it.
    public var samples: [String]

    public init(head: String, field: String?, isCorrected: Bool, samples: [String]) {
      self.head = head
      self.field = field
      self.isCorrected = isCorrected
      self.samples = samples
    }
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
}

/// The fields a column can be taken for, by the names machines know them by.
enum RosterTarget {
  static let all: [String] =
    ["name", "sex", "birth", "phone", "height", "number", "resident", "verification"]
    + MemberText.allCases.map(\.rawValue)

  static func phrase(_ field: String?) -> Phrase {
    switch field {
    case nil: Phrase("保留原样", "kept as it is")
    case "number": Phrase("编号", "Number")
    case "name": Phrase("姓名", "Name")
    case "sex": Phrase("性别", "Sex")
    case "birth": Phrase("出生年月", "Born")
    case "phone": Phrase("手机", "Phone")
    case "height": Phrase("身高", "Height")
    case "verification": Phrase("核验", "Verified")
    case "resident": Phrase("身份证号（只留后四位）", "ID number (last four kept)")
    case let name?: MemberText(rawValue: name)?.phrase ?? .verbatim(name)
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
