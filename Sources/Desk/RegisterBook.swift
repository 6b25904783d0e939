import Matchmaking
import Pinyin
import Screens

/// The facts of the whole register in memory, in the order of the numbers: what filters look at and
/// lists are sorted by.
///
/// It is read in pieces, so that nothing at the door waits for a hundred thousand rows.
struct RegisterBook: Sendable {
  /// How many there were when the reading began.
  var expected = 0
  private(set) var ids: [MemberID] = []
  private(set) var numbers: [String] = []
  private(set) var names: [String] = []
  private(set) var facts: [MemberFacts] = []
  /// Free criteria, for the fate circle.
  private(set) var criteria: [String] = []
  private var phones: [UInt64] = []
  private var texts: [MemberText: TextColumn] = [:]
  private var places: [MemberID: Int32] = [:]
  private var memory = FactMemory()

  var count: Int { ids.count }

  mutating func append(_ members: [Member]) {
    for member in members {
      places[member.id] = Int32(ids.count)
      ids.append(member.id)
      numbers.append(member.number)
      names.append(member.name)
      facts.append(MemberFacts(member, memory: &memory))
      criteria.append(member.texts[.criteria] ?? "")
      phones.append(member.phone.flatMap { UInt64($0.digits) } ?? 0)
      for text in Self.columns {
        texts[text, default: TextColumn()].append(member.texts[text] ?? "")
      }
    }
  }

  /// Columns of the list, and details that values are offered for. Interests are as many as members, and
  /// their parts are found among the facts.
  private static let columns: Set<MemberText> = {
    let listed = ListColumn.all.compactMap { if case .text(let text) = $0 { text } else { nil } }
    return Set(listed + TextKind.allCases.filter { $0 != .interests }.map(\.text))
  }()

  /// All of it is there.
  mutating func close() {
    memory = FactMemory()
    for text in texts.keys { texts[text]?.close() }
  }

  func place(of id: MemberID) -> Int? { places[id].map { Int($0) } }

  /// Where members live, the most frequent first.
  var regions: [Region] {
    var counts: [Region: Int] = [:]
    for fact in facts { if let region = fact.residence.value { counts[region, default: 0] += 1 } }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  /// What members say of a detail, as they write it, the most frequent first.
  func values(_ kind: TextKind) -> [String] {
    // One with somebody's number in it would be seen by others.
    if let column = texts[kind.text] {
      return column.frequent.filter { Masking.numbers(in: $0) == $0 }
    }
    var counts: [Substring: Int] = [:]
    for fact in facts {
      for part in fact.texts.parts(kind) { counts[part, default: 0] += 1 }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { String($0.key) }
  }

  // MARK: - Orders

  /// The places in some order; what is not known stands last in either direction, equals by number.
  func order(_ sort: MemberSort) -> [Int32] {
    let places = (0..<Int32(count))
    if sort.column == .fact(.number) {
      return sort.isDescending ? places.reversed() : Array(places)
    }
    let keys = self.keys(sort.column)
    let most = Int64.max
    return places.map { place -> (key: Int64, place: Int32) in
      let key = keys[Int(place)]
      return (key == most ? most : sort.isDescending ? -key : key, place)
    }.sorted { $0 < $1 }.map(\.place)
  }

  /// What is sorted by; `Int64.max` for what is not known.
  private func keys(_ column: ListColumn) -> [Int64] {
    switch column {
    case .fact(.name): ranks(names)
    case .text(let text): (texts[text] ?? TextColumn()).ranks
    // Who was born last is the youngest.
    case .age: facts.map { facts in MemberColumn.birth.key(facts).map { -Int64($0) } ?? .max }
    case .phone: phones.map { $0 == 0 ? .max : Int64($0) }
    case .fact(let fact):
      facts.map { facts in fact.key(facts).map { Int64($0) } ?? .max }
    }
  }

  private func ranks(_ texts: [String]) -> [Int64] {
    var column = TextColumn()
    for text in texts { column.append(text) }
    return column.ranks
  }
}

/// A column of words, of which most are said by many.
private struct TextColumn: Sendable {
  private var values: [String] = []
  private var numbers: [String: Int32] = [:]
  private var cells: [Int32] = []

  /// Nothing more is appended.
  mutating func close() { numbers = [:] }

  /// The words, those of most cells first.
  var frequent: [String] {
    var counts = [Int](repeating: 0, count: values.count)
    for cell in cells { counts[Int(cell)] += 1 }
    return values.indices.filter { !values[$0].isEmpty }.sorted {
      (counts[$1], values[$0]) < (counts[$0], values[$1])
    }.map { values[$0] }
  }

  mutating func append(_ text: String) {
    if let number = numbers[text] {
      cells.append(number)
    } else {
      numbers[text] = Int32(values.count)
      cells.append(Int32(values.count))
      values.append(text)
    }
  }

  /// The place of each cell's words in the order of their pinyin; blank is not known.
  var ranks: [Int64] {
    let keys = values.map { Reading.ofName($0).joined(separator: " ") }
    let sorted = values.indices.sorted { (keys[$0], values[$0]) < (keys[$1], values[$1]) }
    var ranks = [Int64](repeating: .max, count: values.count)
    for (rank, value) in sorted.enumerated() where !values[value].isEmpty {
      ranks[value] = Int64(rank)
    }
    return cells.map { ranks[Int($0)] }
  }
}
