/// The letter somebody is looked up under at the door: the first of the surname's pinyin.
public struct Initial: Hashable, Comparable, Sendable, CaseIterable {
  /// A is 0; 26 is whatever begins with none of A to Z.
  fileprivate let place: Int

  fileprivate init(place: Int) { self.place = place }

  /// - Parameter letter: a capital; anything else is no letter.
  public init(_ letter: Character?) {
    let place = letter?.asciiValue.map { Int($0) - 65 } ?? -1
    self.init(place: (0..<26).contains(place) ? place : 26)
  }

  public static let other = Self(place: 26)
  public static let allCases = (0...26).map { Self(place: $0) }

  /// `#` where there is no letter.
  public var letter: String {
    place == 26 ? "#" : String(Character(Unicode.Scalar(UInt8(65 + place))))
  }

  public static func < (one: Self, other: Self) -> Bool { one.place < other.place }
}

/// The tables at the door (签到桌): each has a stretch of the alphabet, and whoever's surname begins with it.
///
/// Fixed once, like a printed number: signs and lists that hang there stay right, whoever registers
/// afterwards. They say where to queue and where the badge lies, never who may come in.
public struct DoorTables: Hashable, Sendable {
  /// The last letter of each table but the last, which has the rest and what has no letter.
  private let lasts: [Initial]

  /// More than stand at any door.
  public static let most = 12

  private init(_ lasts: [Initial]) { self.lasts = lasts }

  /// As it is kept: `FLS` are A to F, G to L, M to S, T to Z; nil for anything else.
  public init?(_ text: String) {
    let lasts = text.map { Initial($0) }
    guard (1..<Self.most).contains(lasts.count), zip(lasts, lasts.dropFirst()).allSatisfy(<),
      (lasts.last?.place ?? 25) < 25
    else { return nil }
    self.init(lasts)
  }

  public var text: String { lasts.map(\.letter).joined() }

  /// Splits the alphabet so that the tables have as many guests each as letters allow.
  ///
  /// The least sum of squares over all cuts of the line (linear partitioning, by dynamic programming); of
  /// equal ones that with the later cuts, so that letters nobody has go with those before them.
  ///
  /// - Parameters:
  ///   - guests: how many are expected, by initial.
  ///   - count: from 2 to `most`.
  public init(splitting guests: [Initial: Int], into count: Int) {
    let count = min(max(count, 2), Self.most)
    var before = [0]
    // What has no letter is looked after at the last table.
    for letter in 0..<26 {
      let here = guests[Initial(place: letter), default: 0]
      before.append(before[letter] + here + (letter == 25 ? guests[.other, default: 0] : 0))
    }
    func square(_ start: Int, _ end: Int) -> Int {
      let sum = before[end] - before[start]
      return sum * sum
    }
    // By tables, then by the letters they share: the least sum, and where the last of them begins.
    var least = (0...26).map { end in (sum: square(0, end), start: 0) }
    var starts: [[Int]] = []
    for tables in 2...count {
      let rows = least
      least = (0...26).map { end in
        guard end >= tables else { return (.max, 0) }
        let cuts = ((tables - 1)..<end).map { (sum: rows[$0].sum + square($0, end), start: $0) }
        return cuts.reduce((.max, 0)) { $1.sum <= $0.sum ? $1 : $0 }
      }
      starts.append(least.map(\.start))
    }
    var (end, lasts) = (26, [Initial]())
    for row in starts.reversed() {
      end = row[end]
      lasts.append(Initial(place: end - 1))
    }
    self.init(lasts.reversed())
  }

  public var count: Int { lasts.count + 1 }

  /// Numbered from 1, as the tables are.
  public var numbers: ClosedRange<Int> { 1...count }

  public func table(of initial: Initial) -> Int {
    1 + (lasts.firstIndex { initial <= $0 } ?? lasts.count)
  }

  /// `G-L`, or the one letter; the last table has what has no letter as well.
  ///
  /// - Parameter number: from 1 to `count`.
  public func letters(of number: Int, dash: String = "-") -> String {
    let first = number == 1 ? 0 : lasts[number - 2].place + 1
    let last = number == count ? 25 : lasts[number - 1].place
    let ends = [first, last].map { Initial(place: $0).letter }
    return first == last ? ends[0] : ends.joined(separator: dash)
  }
}

/// How many come to each table at the door; kept while people come and go, so that no screen walks the list.
public struct DoorTally: Sendable {
  public let tables: DoorTables
  /// By table, the first at 0.
  public private(set) var counts: [Headcount]
  /// As counted, by the guest's place in the evening.
  private var counted: [(table: UInt8, status: Registration.Status)] = []

  /// - Parameter initial: of a name.
  public init(_ tables: DoorTables, of evening: Evening, initial: (String) -> Initial) {
    self.tables = tables
    counts = Array(repeating: Headcount(), count: tables.count)
    take(evening.guests.indices, of: evening, initial: initial)
  }

  /// Counts guests anew who are new or stand otherwise than before, by their places, new ones in order.
  public mutating func take(
    _ places: some Sequence<Int>, of evening: Evening, initial: (String) -> Initial
  ) {
    for place in places {
      let guest = evening.guests[place]
      let now = (
        table: UInt8(tables.table(of: initial(guest.name))), status: guest.registration.status
      )
      if place < counted.count {
        let old = counted[place]
        counts[Int(old.table) - 1].count(old.status, by: -1)
        counted[place] = now
      } else {
        counted.append(now)
      }
      counts[Int(now.table) - 1].count(now.status)
    }
  }

  /// Where a guest is looked for, by the place in the evening.
  public func table(at place: Int) -> Int { Int(counted[place].table) }
}

extension Evening {
  /// How many are expected, by the letter of their names.
  public func expected(by initial: (String) -> Initial) -> [Initial: Int] {
    var counts: [Initial: Int] = [:]
    for guest in guests {
      var one = Headcount()
      one.count(guest.registration.status)
      if one.expected > 0 { counts[initial(guest.name), default: 0] += 1 }
    }
    return counts
  }
}
