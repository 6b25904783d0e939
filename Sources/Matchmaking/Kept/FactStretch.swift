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

/// What is kept of some members whose rows stand together, or some parts of that, as bytes.
public struct FactStretch: Sendable {
  /// Goes up with whatever texts (`Facts/`) and criteria (`Criteria/`) mean and with the form of the bytes:
  /// what an older program kept is made anew.
  public static let version = 3

  /// The row it begins with.
  public let first: Int64
  /// How many members.
  public let count: Int
  public let parts: [FactPart: [UInt8]]

  /// What stands in a file; nil where it is not whole.
  ///
  /// - Parameter parts: figures among them.
  public init?(first: Int64, parts: [FactPart: [UInt8]]) {
    guard let count = parts[.figures]?.withUnsafeBytes({ FigureView($0)?.count }) ?? nil else {
      return nil
    }
    for (part, bytes) in parts {
      let isWhole = bytes.withUnsafeBytes { bytes in
        switch part {
        case .figures: true
        case .keys: bytes.count == Self.keySize * count
        case .hopes, .number, .name, .text: TextColumn(bytes, count: count) != nil
        }
      }
      guard isWhole else { return nil }
    }
    (self.first, self.count, self.parts) = (first, count, parts)
  }

  /// Made anew of the members.
  ///
  /// - Parameters:
  ///   - first: the row the stretch begins with; none of the members stands before it.
  ///   - wanted: which parts; to read criteria takes as long as all else.
  public init(
    _ members: [StoredMember], first: Int64, parts wanted: Set<FactPart> = Set(FactPart.all),
    memory: inout FactMemory
  ) {
    self.first = first
    count = members.count
    var parts: [FactPart: [UInt8]] = [:]
    for part in wanted {
      parts[part] =
        switch part {
        case .figures:
          FigureView.bytes(
            of: members.map {
              (Int($0.row - first), MemberFacts($0.member, memory: &memory), $0.verifiedUntil)
            })
        case .keys: Self.keys(members.map(\.member))
        case .hopes: Hopes.bytes(of: members.map(\.member))
        case .number: TextColumn.bytes(of: members.map(\.member.number), \.utf8)
        case .name: TextColumn.bytes(of: members.map(\.member.name), \.utf8)
        case .text(let text):
          TextColumn.bytes(of: members.map { $0.member.texts[text] ?? "" }, \.utf8)
        }
    }
    self.parts = parts
  }

  // MARK: - Keys

  private static let keySize = 24

  private static func keys(_ members: [Member]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(keySize * members.count)
    for member in members {
      bytes.append(little: member.id.high)
      bytes.append(little: member.id.low)
      bytes.append(little: member.phone.flatMap { UInt64($0.digits) } ?? 0)
    }
    return bytes
  }

  var ids: [MemberID] { keyWords { MemberID(high: $0(0), low: $0(1)) } }

  /// 0 where there is none.
  var phones: [UInt64] { keyWords { $0(2) } }

  /// Of one member; nil where the keys were not asked for.
  func id(at place: Int) -> MemberID? {
    keyWords(in: place..<place + 1) { MemberID(high: $0(0), low: $0(1)) }.first
  }

  private func keyWords<Value>(
    in places: Range<Int>? = nil, _ value: ((Int) -> UInt64) -> Value
  ) -> [Value] {
    parts[.keys]?.withUnsafeBytes { bytes in
      (places ?? 0..<count).map { place in
        value { word in
          UInt64(
            littleEndian: bytes.loadUnaligned(
              fromByteOffset: Self.keySize * place + 8 * word, as: UInt64.self))
        }
      }
    } ?? []
  }

  // MARK: - Parts where they lie

  func withFigures<Value>(_ body: (FigureView) throws -> Value) rethrows -> Value? {
    try parts[.figures]?.withUnsafeBytes { try body(FigureView(checked: $0)) }
  }

  /// Nil where the part was not asked for.
  func withTexts<Value>(_ part: FactPart, _ body: (TextColumn) throws -> Value) rethrows -> Value? {
    try parts[part]?.withUnsafeBytes { try body(TextColumn(checked: $0)) }
  }
}
