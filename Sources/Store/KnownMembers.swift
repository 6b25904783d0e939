import GRDB
import Matchmaking

/// What tells who a row of a roster is about; bytes that are lent, empty where nothing is known.
struct TellingFacts {
  var number: UnsafeBufferPointer<UInt8>
  var phone: UnsafeBufferPointer<UInt8>
  var name: UnsafeBufferPointer<UInt8>
  var birth: UnsafeBufferPointer<UInt8>
  var employer: UnsafeBufferPointer<UInt8>

  fileprivate func writeCaller(to key: inout [UInt8]) {
    key.removeAll(keepingCapacity: true)
    key.append(contentsOf: phone)
    NameKey.append(name, to: &key)
  }

  /// Each ended by a byte that none of them holds.
  fileprivate func writeNamesake(to key: inout [UInt8]) {
    key.removeAll(keepingCapacity: true)
    NameKey.append(name, to: &key)
    key.append(0)
    key.append(contentsOf: birth)
    key.append(0)
    key.append(contentsOf: employer)
  }
}

/// Everybody in the register by what tells that a row of a roster is about them: read once, so that a
/// roster of a hundred thousand asks the file nothing.
///
/// Members are counted from 0 in the order of their rows; behind them stand those the roster adds.
struct KnownMembers {
  /// By what somebody is found who was changed meanwhile.
  private struct Keys {
    let caller: [UInt8]
    let namesake: [UInt8]
  }

  /// Their rows of `member`; 0 for those that the roster adds.
  private(set) var rows: [Int64] = []
  private var hasPhone: [Bool] = []
  private var changed: [Int32: Keys] = [:]
  /// Whom those became who were merged.
  private var kept: [Int32: Int32] = [:]
  private var numbers: TextTable
  /// By phone and name.
  private var callers: TextTable
  /// By name, birth date and employer, be they known or not.
  private var namesakes: TextTable
  private var key: [UInt8] = []

  init(in db: Database) throws {
    let count = try Prepared("SELECT count(*) FROM member", in: db).first([]) { $0.int(0) } ?? 0
    numbers = TextTable(expecting: count)
    callers = TextTable(expecting: count)
    namesakes = TextTable(expecting: count)
    let everybody = try Prepared(
      "SELECT rowid, number, phone, name, birth, employer FROM member ORDER BY rowid", in: db)
    try everybody.each([]) { row in
      let fact = { (place: Int) in row.bytes(place).bindMemory(to: UInt8.self) }
      add(
        TellingFacts(
          number: fact(1), phone: fact(2), name: fact(3), birth: fact(4), employer: fact(5)),
        row: row.number(0) ?? 0)
      return true
    }
    try addMerged(in: db)
  }

  /// Who was merged is still found by what rosters know them by.
  private mutating func addMerged(in db: Database) throws {
    let count = rows.count
    let merged = try Prepared(
      """
      SELECT m.rowid, a.number, a.phone, a.name, a.birth, a.employer
      FROM member_alias a JOIN member m ON m.id = a.member ORDER BY a.rowid
      """, in: db)
    try merged.each([]) { row in
      let fact = { (place: Int) in row.bytes(place).bindMemory(to: UInt8.self) }
      let own = row.number(0) ?? 0
      guard let member = rows[..<count].firstIndex(of: own) else { return true }
      kept[Int32(rows.count)] = Int32(member)
      add(
        TellingFacts(
          number: fact(1), phone: fact(2), name: fact(3), birth: fact(4), employer: fact(5)),
        row: own)
      return true
    }
  }

  /// The member whom somebody became who was merged; nil for anybody else.
  func member(keeping found: Int32) -> Int32? { kept[found] }

  mutating func add(_ facts: TellingFacts, row: Int64 = 0) {
    let member = Int32(rows.count)
    rows.append(row)
    hasPhone.append(!facts.phone.isEmpty)
    numbers.note(facts.number.span, as: member)
    noteKeys(of: facts, as: member)
  }

  private mutating func noteKeys(of facts: TellingFacts, as member: Int32) {
    // Out of the way of the tables, and back with the room it has by then.
    var key: [UInt8] = []
    swap(&key, &self.key)
    defer { swap(&key, &self.key) }
    if !facts.phone.isEmpty {
      facts.writeCaller(to: &key)
      callers.note(key.span, as: member)
    }
    facts.writeNamesake(to: &key)
    namesakes.note(key.span, as: member)
  }

  /// From now on the member is found by these facts only; the number stays.
  mutating func change(_ member: Int32, to facts: TellingFacts) {
    noteKeys(of: facts, as: member)
    hasPhone[Int(member)] = !facts.phone.isEmpty
    var caller: [UInt8] = []
    facts.writeCaller(to: &caller)
    changed[member] = Keys(caller: caller, namesake: key)
  }

  func isTaken(_ number: String) -> Bool { numbers.first(number.utf8.span) != nil }

  /// The member whom a row is about (see `Store.importMembers`).
  mutating func find(_ facts: TellingFacts) -> Int32? {
    if !facts.number.isEmpty { return numbers.first(facts.number.span) }
    if !facts.phone.isEmpty {
      facts.writeCaller(to: &key)
      let caller = callers.first(key.span) { changed[$0].map { $0.caller == key } ?? true }
      if let caller { return caller }
      // Only birth date and employer together tell that a phone was filled in, not a namesake.
      if facts.birth.isEmpty || facts.employer.isEmpty { return nil }
    }
    facts.writeNamesake(to: &key)
    return namesakes.first(key.span) { member in
      (facts.phone.isEmpty || !hasPhone[Int(member)])
        && (changed[member].map { $0.namesake == key } ?? true)
    }
  }
}
