/// What is known of many members, column by column: what filters look at and lists are sorted by.
///
/// Members are known by their places. It is put together stretch by stretch; words may be left out.
public struct RegisterFacts: Sendable {
  /// Where each member stands in the file.
  public private(set) var rows: [Int64] = []
  /// All but the texts.
  public private(set) var figures: [MemberFacts] = []

  // Empty where words were left out, or only some texts are wanted.
  public private(set) var ids: [MemberID] = []
  public private(set) var numbers: [String] = []
  public private(set) var names: [String] = []
  /// 0 where there is none.
  public private(set) var phones: [UInt64] = []
  private var texts: [MemberText: WordColumn] = [:]
  /// Nil for everything.
  private let wanted: Set<MemberText>?

  public init() { wanted = nil }

  /// - Parameter kinds: the only texts that are asked for; neither keys nor names are taken then.
  public init(only kinds: Set<TextKind>) { wanted = Set(kinds.map(\.text)) }

  public var count: Int { figures.count }

  public mutating func reserve(_ count: Int) {
    rows.reserveCapacity(count)
    figures.reserveCapacity(count)
  }

  /// A member's words; nil for those that are not kept.
  public func words(_ text: MemberText) -> WordColumn? { texts[text] }

  /// Appends what was kept of a stretch.
  ///
  /// - Parameters:
  ///   - first: the row the stretch begins with.
  ///   - words: nil to leave them out, for all stretches or for none.
  ///   - day: on which verifications stand as they are told.
  /// - Returns: false, and nothing is appended, where the bytes are not whole.
  public mutating func append(
    figures bytes: UnsafeRawBufferPointer, words: UnsafeRawBufferPointer?, first: Int64, on day: Day
  ) -> Bool {
    guard bytes.count >= 4 else { return false }
    let count = Int(UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self)))
    guard count <= 1 << 16, bytes.count == 4 + FactRecord.size * count else { return false }
    let old = self.count
    for place in 0..<count {
      guard let record = FactRecord(bytes, at: 4 + FactRecord.size * place, on: day) else {
        cut(to: old)
        return false
      }
      rows.append(first + Int64(record.row))
      figures.append(record.facts)
    }
    if let words, !append(words: words, count) {
      cut(to: old)
      return false
    }
    return true
  }

  private mutating func cut(to count: Int) {
    rows.removeLast(rows.count - count)
    figures.removeLast(figures.count - count)
  }

  private mutating func append(words bytes: UnsafeRawBufferPointer, _ count: Int) -> Bool {
    let keys = 24 * count
    guard bytes.count >= keys else { return false }
    var columns: [KeptText: WordColumn] = [:]
    var place = keys
    for kept in KeptText.all {
      if isWanted(kept) {
        guard let (column, end) = WordColumn.read(bytes, at: place, count: count) else {
          return false
        }
        columns[kept] = column
        place = end
      } else {
        guard let end = WordColumn.end(bytes, at: place, count: count) else { return false }
        place = end
      }
    }
    guard place == bytes.count else { return false }
    if wanted == nil { appendKeys(bytes, count) }
    for (kept, column) in columns {
      switch kept {
      case .number: for place in 0..<count { numbers.append(column[place]) }
      case .name: for place in 0..<count { names.append(column[place]) }
      case .text(let text): texts[text, default: WordColumn()].append(column)
      }
    }
    return true
  }

  private func isWanted(_ kept: KeptText) -> Bool {
    guard let wanted else { return true }
    return if case .text(let text) = kept { wanted.contains(text) } else { false }
  }

  private mutating func appendKeys(_ bytes: UnsafeRawBufferPointer, _ count: Int) {
    for member in 0..<count {
      func word(_ place: Int) -> UInt64 {
        UInt64(
          littleEndian: bytes.loadUnaligned(
            fromByteOffset: 24 * member + 8 * place, as: UInt64.self))
      }
      ids.append(MemberID(high: word(0), low: word(1)))
      phones.append(word(2))
    }
  }

  /// Everything is there: brings the members into the order of their numbers.
  public mutating func close() {
    for text in texts.keys { texts[text]?.close() }
    let isInOrder = numbers.indices.dropFirst().allSatisfy {
      !MemberNumber.precedes(numbers[$0], numbers[$0 - 1])
    }
    if isInOrder { return }
    let places = (0..<Int32(numbers.count)).sorted {
      MemberNumber.precedes(numbers[Int($0)], numbers[Int($1)])
    }
    func reordered<Value>(_ values: [Value]) -> [Value] { places.map { values[Int($0)] } }
    rows = reordered(rows)
    figures = reordered(figures)
    ids = reordered(ids)
    numbers = reordered(numbers)
    names = reordered(names)
    phones = reordered(phones)
    for text in texts.keys { texts[text] = texts[text]?.reordered(places) }
  }

  /// Everything that is known of a member, words among them.
  public func facts(of place: Int, memory: inout FactMemory) -> MemberFacts {
    var facts = figures[place]
    var said: [MemberText: String] = [:]
    for kind in TextKind.allCases {
      if let text = texts[kind.text]?[place], !text.isEmpty { said[kind.text] = text }
    }
    facts.texts = TextFacts(said, memory: &memory)
    return facts
  }
}

extension RegisterFacts {
  /// The parts of what members say of a detail, as they are compared, the most frequent first.
  public func parts(_ kind: TextKind) -> [String] {
    guard let column = words(kind.text) else { return [] }
    var said = [Int](repeating: 0, count: column.words.count)
    for cell in column.cells { said[Int(cell)] += 1 }
    var counts: [Substring: Int] = [:]
    for (word, times) in zip(column.words, said) {
      for part in TextFacts(kind, word).parts(kind) { counts[part, default: 0] += times }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { String($0.key) }
  }
}
