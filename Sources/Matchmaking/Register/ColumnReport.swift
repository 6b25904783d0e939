/// What became of one column of a file that came in.
public struct ColumnReport: Hashable, Sendable {
  public enum Fate: Hashable, Sendable {
    /// Read as a detail, by the machine's name of it.
    case read(String)
    /// Its head is not known: kept with the member as it is, or in a list not read.
    case kept
    /// As `kept`, for another column is that detail already.
    case repeated(String)
    case passedOver(Reason)
  }

  public enum Reason: String, Hashable, Sendable {
    /// 序号: tells rows apart, not people.
    case serial
    /// What a survey site adds of its own: 来源, 所用时间, 来自IP.
    case survey
    /// Of a second table beside the first: other people.
    case sideTable = "side-table"
    /// What an earlier import said of the rows.
    case complaints
    /// Somebody said so.
    case decided
    /// A list is read for some columns only.
    case unread
  }

  /// Counted from 1.
  public let place: Int
  /// As it stands in the file, cleaned; empty where the column has none.
  public let head: String
  public var fate: Fate
  /// What the head says of the bare figures below it, as `万元/年`; empty where nothing.
  public var unit: String
  /// Whether somebody said what the column is, now or for an earlier file with the same heads.
  public var isDecided: Bool
  /// How many rows have something in it.
  public var filled: Int

  public init(
    place: Int, head: String, fate: Fate, unit: String = "", isDecided: Bool = false,
    filled: Int = 0
  ) {
    self.place = place
    self.head = head
    self.fate = fate
    self.unit = unit
    self.isDecided = isDecided
    self.filled = filled
  }

  /// The machine's name of the detail, where the column is read as one.
  public var field: String? { if case .read(let field) = fate { field } else { nil } }

  /// One word for machines.
  public var became: String {
    switch fate {
    case .passedOver: "passed-over"
    case _ where filled == 0: "empty"
    case .read: "read"
    case .kept: "kept"
    case .repeated: "repeated"
    }
  }

  /// What a consent would be about that the head of a column asks for; nil where it asks for none.
  ///
  /// Only to point it out: such a column is a consent once somebody says so.
  public var likelyConsent: ConsentPurpose? {
    guard fate == .kept else { return nil }
    let head = head.lowercased()
    guard
      ["同意", "授权", "愿意", "许可", "允许", "consent", "agree", "allow"].contains(where: head.contains)
    else { return nil }
    return ConsentPurpose.topics.first { head.contains($0.word) }?.purpose
  }
}

extension ConsentPurpose {
  fileprivate static let topics: [(word: String, purpose: ConsentPurpose)] = [
    ("联系方式", .contact), ("交换", .contact), ("contact", .contact), ("大屏", .bigScreen),
    ("上屏", .bigScreen), ("屏幕", .bigScreen), ("big screen", .bigScreen),
    ("big-screen", .bigScreen), ("直播", .broadcast), ("云相亲", .broadcast), ("broadcast", .broadcast),
    ("live", .broadcast), ("肖像", .photo), ("照片", .photo), ("拍照", .photo), ("拍摄", .photo),
    ("影像", .photo), ("摄影", .photo), ("photo", .photo), ("公开", .listing), ("发布", .listing),
    ("刊登", .listing), ("公示", .listing), ("展示", .listing), ("信息", .listing), ("list", .listing),
    ("publish", .listing), ("public", .listing),
  ]
}
