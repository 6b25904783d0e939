/// A member with where it stands in the file and what its verification rests on.
public struct StoredMember: Sendable {
  public let row: Int64
  /// With the verification as it was decided, whether or not its last day has passed.
  public let member: Member
  public let verifiedUntil: Day?

  public init(row: Int64, member: Member, verifiedUntil: Day?) {
    self.row = row
    self.member = member
    self.verifiedUntil = verifiedUntil
  }
}

/// What is kept of some members whose rows stand together: figures and choices in records of one size, and
/// apart from them the words, which most filters do without.
public struct FactStretch: Sendable {
  /// Goes up with whatever texts mean (`Facts/`) and with the form of the bytes: what an older program kept
  /// is made anew.
  public static let version = 1

  public let figures: [UInt8]
  public let words: [UInt8]

  /// - Parameter first: the row the stretch begins with; none of the members stands before it.
  public init(_ members: [StoredMember], first: Int64, memory: inout FactMemory) {
    var figures: [UInt8] = []
    figures.reserveCapacity(4 + FactRecord.size * members.count)
    figures.append(little: UInt32(members.count))
    for one in members {
      FactRecord(
        MemberFacts(one.member, memory: &memory), verifiedUntil: one.verifiedUntil,
        row: UInt16(clamping: one.row - first)
      ).append(to: &figures)
    }
    self.figures = figures
    words = Self.words(members.map(\.member))
  }

  private static func words(_ members: [Member]) -> [UInt8] {
    var bytes: [UInt8] = []
    for member in members {
      bytes.append(little: member.id.high)
      bytes.append(little: member.id.low)
      bytes.append(little: member.phone.flatMap { UInt64($0.digits) } ?? 0)
    }
    for kept in KeptText.all {
      var column = WordColumn()
      for member in members { column.append(kept.text(of: member)) }
      column.append(to: &bytes)
    }
    return bytes
  }
}

/// A text of a member that is kept as it was written.
enum KeptText: Hashable {
  case number, name
  case text(MemberText)

  /// In the order in which they are kept: what lists are sorted by and what is asked for by its words.
  static let all: [KeptText] =
    [.number, .name, .text(.criteria), .text(.hometown), .text(.household)]
    + TextKind.allCases.map { .text($0.text) }

  func text(of member: Member) -> String {
    switch self {
    case .number: member.number
    case .name: member.name
    case .text(let text): member.texts[text] ?? ""
    }
  }
}
