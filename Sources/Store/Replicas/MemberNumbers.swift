import GRDB
import Matchmaking

/// The numbers one replica hands out to members whom no roster numbered: never those of another.
///
/// The first replica of a file hands out 100001, 100002, …; six digits, so that a number is never taken for the
/// last four of a phone. Every other puts four letters or digits of its own before it: `7KQX-0001`.
struct MemberNumbers {
  private let prefix: String
  private var next: Int

  init(of replica: Replica, in db: Database) throws {
    guard !replica.isFirst else {
      prefix = ""
      let digits = "length(number) = 6 AND number GLOB '[1-9][0-9][0-9][0-9][0-9][0-9]'"
      next = max(try Self.last("CAST(number AS INTEGER)", digits, db), 100_000) + 1
      return
    }
    prefix = Self.tag(replica.id) + "-"
    let own = "number GLOB '\(prefix)[0-9]*'"
    next = try Self.last("CAST(substr(number, \(prefix.count + 1)) AS INTEGER)", own, db) + 1
  }

  /// - Returns: the next one that is free; those of members who were merged still mean somebody.
  mutating func take(_ isTaken: (String) throws -> Bool) rethrows -> String {
    while true {
      defer { next += 1 }
      let number = prefix.isEmpty ? String(next) : prefix + Self.padded(next)
      if try !isTaken(number) { return number }
    }
  }

  private static func last(_ value: String, _ condition: String, _ db: Database) throws -> Int {
    try Prepared(
      """
      SELECT max(last) FROM (
        SELECT max(\(value)) AS last FROM member WHERE erased_on IS NULL AND \(condition)
        UNION ALL SELECT max(\(value)) FROM member_alias WHERE \(condition))
      """, in: db
    ).first([]) { $0.int(0) } ?? 0
  }

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Twenty random bits of a replica's key, in letters and digits that are not mistaken for one another
  /// (Crockford's Base32).
  private static func tag(_ id: Identifier<Replica>) -> String {
    let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    var bits = id.low
    var tag = ""
    for _ in 0..<4 {
      tag.append(letters[Int(bits & 31)])
      bits >>= 5
    }
    return tag
  }
}

/// The badge numbers a laptop hands out at an event that was made on another: so that two doors, which know
/// nothing of each other, give nobody the same number.
///
/// The laptop where an event was made hands out 1, 2, 3, …; every other takes blocks of fifty from 10000 up, which
/// follow from its key, for it may be a bare copy that nobody told anything. Two laptops get the same block once
/// in 1,800 times; then, as for any number given twice, the one worn longer stands.
struct BadgeBlocks {
  private static let size = 50
  private static let first = 10_000
  private static let count = 1_800

  private let seed: UInt64

  init(of replica: Identifier<Replica>) { seed = replica.high ^ replica.low }

  /// Whether the number after the last that was handed out is of the same block, so that nothing has to be
  /// looked for.
  static func goesOn(after last: Int) -> Bool {
    last >= first && (last + 1 - first) % size != 0
  }

  /// The next number: behind the last that was given of the first block that has any left.
  ///
  /// - Parameters:
  ///   - last: the last that was handed out; blocks before its own are not looked at again.
  ///   - lastIn: the last number of a range that was given or ever worn; nil where none was.
  func next(after last: Int, _ lastIn: (ClosedRange<Int>) throws -> Int?) rethrows -> Int {
    let turns = 0..<UInt64(Self.count)
    let start = turns.first { block($0).contains(last) } ?? 0
    for turn in start..<turns.upperBound {
      let block = block(turn)
      let number = try lastIn(block).map { $0 + 1 } ?? block.lowerBound
      if block.contains(number) { return number }
    }
    return Badge.numbers.upperBound + 1
  }

  private func block(_ turn: UInt64) -> ClosedRange<Int> {
    let start = Self.first + Self.size * Int(Self.mixed(seed &+ turn) % UInt64(Self.count))
    return start...start + Self.size - 1
  }

  /// Source: Steele et al., "Fast splittable pseudorandom number generators" (2014), the finalizer.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var word = value &+ 0x9e37_79b9_7f4a_7c15
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }
}
