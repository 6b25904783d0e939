import Matchmaking
import Pinyin
import Screens
import Store

/// The facts of the whole register in memory, in the order of the numbers: what filters look at and
/// lists are sorted by.
///
/// It is put together of what the store keeps, in pieces, so that nothing at the door waits where a hundred
/// thousand members have to be read anew.
struct RegisterBook: Sendable {
  private(set) var facts = RegisterFacts()
  private var places: [MemberID: Int32] = [:]
  /// How many there may be.
  private(set) var expected = 0
  private var fresh = FreshFacts()
  private var next: Int64? = 0

  var count: Int { facts.count }
  /// Whether anything had to be made, which takes its time.
  var isMade: Bool { !fresh.isEmpty }

  /// Reads one stretch more.
  ///
  /// - Returns: false when all of it is there.
  mutating func readOn(_ store: Store) throws -> Bool {
    guard let start = next else { return false }
    let today = store.context.today
    if start == 0 {
      expected = try store.registerRoom()
      facts.reserve(expected)
    }
    next = try store.nextFacts(from: start, words: true, fresh: &fresh) { kept in
      facts.append(figures: kept.figures, words: kept.words, first: kept.first, on: today)
    }
    if next == nil { close() }
    return next != nil
  }

  /// What had to be made, so that it is kept and the next who asks need not.
  mutating func takeFresh() -> FreshFacts {
    // Whoever else writes just then has it not kept; holding on to it would keep nothing either.
    defer { fresh = FreshFacts() }
    return fresh
  }

  private mutating func close() {
    facts.close()
    places.reserveCapacity(facts.count)
    for (place, id) in facts.ids.enumerated() { places[id] = Int32(place) }
  }

  func place(of id: MemberID) -> Int? { places[id].map { Int($0) } }

  /// Where members live, the most frequent first.
  var regions: [Region] {
    var counts: [Region: Int] = [:]
    for fact in facts.figures {
      if let region = fact.residence.value { counts[region, default: 0] += 1 }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  /// What members say of a detail, as they write it, the most frequent first.
  func values(_ kind: TextKind) -> [String] {
    guard let column = facts.words(kind.text) else { return [] }
    // Interests are as many as members; what is offered are their parts.
    let values = kind == .interests ? facts.parts(kind) : column.frequent
    // One with somebody's number in it would be seen by others.
    return values.filter { Masking.numbers(in: $0) == $0 }
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
    case .fact(.name):
      var column = WordColumn()
      for name in facts.names { column.append(name) }
      return column.ranks
    case .text(let text): return facts.words(text)?.ranks ?? Array(repeating: .max, count: count)
    // Who was born last is the youngest.
    case .age:
      return facts.figures.map { facts in MemberColumn.birth.key(facts).map { -Int64($0) } ?? .max }
    case .phone: return facts.phones.map { $0 == 0 ? .max : Int64($0) }
    case .fact(let fact):
      return facts.figures.map { facts in fact.key(facts).map { Int64($0) } ?? .max }
    }
  }
}

extension WordColumn {
  /// The words, those of most members first.
  fileprivate var frequent: [String] {
    var counts = [Int](repeating: 0, count: words.count)
    for cell in cells { counts[Int(cell)] += 1 }
    return words.indices.filter { !words[$0].isEmpty }.sorted {
      (counts[$1], words[$0]) < (counts[$0], words[$1])
    }.map { words[$0] }
  }

  /// The place of each member's words in the order of their pinyin; blank is not known.
  fileprivate var ranks: [Int64] {
    let keys = words.map { Reading.ofName($0).joined(separator: " ") }
    let sorted = words.indices.sorted { (keys[$0], words[$0]) < (keys[$1], words[$1]) }
    var ranks = [Int64](repeating: .max, count: words.count)
    for (rank, word) in sorted.enumerated() where !words[word].isEmpty {
      ranks[word] = Int64(rank)
    }
    return cells.map { ranks[Int($0)] }
  }
}
