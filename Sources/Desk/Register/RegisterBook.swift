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
  /// The places in the order of the keys, as nobody may ask for any; nil where that is their own.
  private var byID: [Int32]?
  /// How many there may be.
  private(set) var expected = 0
  private var fresh = FreshFacts()
  private var next: Int64? = 0
  private let parts: Set<FactPart>

  /// - Parameter hopes: whether criteria are asked for besides; read anew they take their time.
  init(hopes: Bool = false) {
    parts = FactPart.asked.subtracting(hopes ? [] : [.hopes])
  }

  var hasHopes: Bool { parts.contains(.hopes) }

  var count: Int { facts.count }
  /// Whether anything had to be made, which takes its time.
  var isMade: Bool { !fresh.isEmpty }

  /// Reads one stretch more.
  ///
  /// - Returns: false when all of it is there.
  mutating func readOn(_ store: Store) throws -> Bool {
    guard let start = next else { return false }
    if start == 0 {
      expected = try store.registerRoom()
      facts.reserve(expected)
    }
    next = try store.nextFacts(from: start, parts, fresh: &fresh) { facts.append($0) }
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
    let ids = facts.ids
    // By hand: the generic comparison takes ten times as long from here.
    let isInOrder = ids.indices.dropFirst().allSatisfy {
      (ids[$0 - 1].high, ids[$0 - 1].low) < (ids[$0].high, ids[$0].low)
    }
    byID = isInOrder ? nil : (0..<Int32(count)).sorted { ids[Int($0)] < ids[Int($1)] }
  }

  func place(of id: MemberID) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      let place = byID.map { Int($0[middle]) } ?? middle
      if facts.ids[place] == id { return place }
      if facts.ids[place] < id { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// Makes ready a detail whose words are asked for at each key.
  mutating func makeReady(_ kind: TextKind) { facts.makeReady(kind) }

  /// Where members live, the most frequent first.
  var regions: [Region] {
    facts.residences().sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  /// What members say of a detail, as they write it, the most frequent first.
  func values(_ kind: TextKind) -> [String] {
    // Interests are as many as members; what is offered are their parts.
    let values = kind == .interests ? facts.parts(kind) : facts.words(.text(kind.text)).frequent
    // One with somebody's number in it would be seen by others.
    return values.filter { Masking.numbers(in: $0) == $0 }
  }

  // MARK: - Orders

  /// The places in some order; what is not known stands last in either direction, equals by number.
  func order(_ sort: MemberSort, on day: Day) -> [Int32] {
    let places = (0..<Int32(count))
    if sort.column == .fact(.number) {
      return sort.isDescending ? places.reversed() : Array(places)
    }
    let keys = self.keys(sort.column, on: day)
    let most = Int64.max
    return places.map { place -> (key: Int64, place: Int32) in
      let key = keys[Int(place)]
      return (key == most ? most : sort.isDescending ? -key : key, place)
    }.sorted { $0 < $1 }.map(\.place)
  }

  /// What is sorted by; `Int64.max` for what is not known.
  private func keys(_ column: ListColumn, on day: Day) -> [Int64] {
    switch column {
    case .fact(.name): return facts.words(.name).ranks
    case .text(let text): return facts.words(.text(text)).ranks
    // Who was born last is the youngest.
    case .age: return facts.keys(.birth, on: day).map { $0.map { -Int64($0) } ?? .max }
    case .phone: return facts.phones.map { $0 == 0 ? .max : Int64($0) }
    case .fact(let fact): return facts.keys(fact, on: day).map { $0.map { Int64($0) } ?? .max }
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
