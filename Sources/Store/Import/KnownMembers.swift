import GRDB
import Matchmaking

/// Everybody in the register by what tells that a row of a roster is about them: read once, so that a
/// roster of a hundred thousand asks the file nothing.
///
/// Members are counted from 0 in the order of their rows; behind them stand those the roster adds.
/// Who was corrected by hand is found by what stood before as well, behind everybody who is called so.
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
  private var keepers: Set<Int32> = []
  /// What those were called who were corrected by hand.
  private var corrected: [Int32: KnownFacts] = [:]
  private var numbers: TextTable
  /// Numbers that somebody had before they were corrected.
  private var formerNumbers = TextTable()
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
      add(IdentifyingFacts(row.from(1)), row: row.number(0) ?? 0)
      return true
    }
    let members = rows.count
    try addMerged(among: members, in: db)
    try addCorrected(among: members, in: db)
  }

  /// Who was merged is still found by what rosters know them by.
  private mutating func addMerged(among members: Int, in db: Database) throws {
    let merged = try Prepared(
      """
      SELECT m.rowid, a.number, a.phone, a.name, a.birth, a.employer
      FROM member_alias a JOIN member m ON m.id = a.member
      WHERE a.ground = 'merged' ORDER BY a.rowid
      """, in: db)
    try merged.each([]) { row in
      let own = row.number(0) ?? 0
      guard let member = place(of: own, among: members) else { return true }
      kept[Int32(rows.count)] = member
      keepers.insert(member)
      add(IdentifyingFacts(row.from(1)), row: own)
      return true
    }
  }

  /// A roster may have taken over some of the corrections and not others, so any of the names goes with
  /// any of the phones.
  private mutating func addCorrected(among members: Int, in db: Database) throws {
    let former = try Prepared(
      """
      SELECT m.rowid, m.number, m.phone, m.name, m.birth, m.employer,
        a.number, a.phone, a.name, a.birth, a.employer
      FROM member_alias a JOIN member m ON m.id = a.member
      WHERE a.ground = 'corrected' ORDER BY a.rowid
      """, in: db)
    try former.each([]) { row in
      guard let member = place(of: row.number(0) ?? 0, among: members) else { return true }
      let (now, then) = (IdentifyingFacts(row.from(1)), IdentifyingFacts(row.from(6)))
      corrected[member, default: KnownFacts(now)].add(then)
      if !then.number.elementsEqual(now.number) { formerNumbers.note(then.number.span, as: member) }
      return true
    }
    for (member, facts) in corrected.sorted(by: { $0.key < $1.key }) { note(facts, as: member) }
  }

  /// Who came in while a column was kept as it stood is known by what it said, now that somebody said what it
  /// is: otherwise everybody would come in a second time.
  ///
  /// To be called before anybody is added.
  mutating func addCopies(of settled: [String: DraftField], in db: Database) throws {
    let telling: Set<DraftField> = [.number, .phone, .birth, .text(.employer)]
    let heads = settled.filter { telling.contains($0.value) }.sorted { $0.key < $1.key }
    guard !heads.isEmpty, !rows.isEmpty else { return }
    let members = rows.count - kept.count
    let holders = try Prepared(
      """
      SELECT rowid, number, phone, name, birth, employer, extras FROM member
      WHERE extras IS NOT NULL ORDER BY rowid
      """, in: db)
    let keys = heads.map { Array((JSONText.quoted($0.key) + ":").utf8) }
    try holders.each([]) { row in
      let bytes = row.bytes(6)
      guard keys.contains(where: bytes.holds),
        let member = place(of: row.number(0) ?? 0, among: members)
      else { return true }
      let extras = Member.extras(String(decoding: bytes, as: UTF8.self))
      let copies = heads.compactMap { head, field in extras[head].map { (field, $0) } }
      note(copies, of: IdentifyingFacts(row.from(1)), as: member)
      return true
    }
  }

  private mutating func note(
    _ copies: [(field: DraftField, text: String)], of now: IdentifyingFacts, as member: Int32
  ) {
    var facts = corrected[member] ?? KnownFacts(now)
    for (field, text) in copies {
      switch field {
      case .detail(.number):
        if let number = FieldReading.number(text) {
          formerNumbers.note(number.utf8.span, as: member)
        }
      case .detail(.phone) where now.phone.isEmpty:
        facts.add(phone: FieldReading.phone(text)?.digits, birth: nil, employer: nil)
      case .detail(.birth) where now.birth.isEmpty:
        facts.add(
          phone: nil, birth: FieldReading.birth(text, on: nil)?.description, employer: nil)
      case .detail(.text(.employer)) where now.employer.isEmpty:
        facts.add(phone: nil, birth: nil, employer: text)
      default: break
      }
    }
    corrected[member] = facts
    note(facts, as: member)
  }

  private func place(of row: Int64, among members: Int) -> Int32? {
    var (low, high) = (0, members)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low < members && rows[low] == row ? Int32(low) : nil
  }

  /// The member whom somebody became who was merged; nil for anybody else.
  func member(keeping found: Int32) -> Int32? { kept[found] }

  /// Whether somebody else was merged into the member.
  func isMerged(_ member: Int32) -> Bool { keepers.contains(member) }

  /// Whether a member was called so, or had that phone, before they were corrected by hand.
  func wasKnown(_ member: Int32, as facts: IdentifyingFacts) -> Bool {
    corrected[member]?.agrees(with: facts) ?? false
  }

  mutating func add(_ facts: IdentifyingFacts, row: Int64 = 0) {
    let member = Int32(rows.count)
    rows.append(row)
    hasPhone.append(!facts.phone.isEmpty)
    numbers.note(facts.number.span, as: member)
    noteKeys(of: facts, as: member)
  }

  private mutating func noteKeys(of facts: IdentifyingFacts, as member: Int32) {
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

  private mutating func note(_ facts: KnownFacts, as member: Int32) {
    for key in facts.callers { callers.note(key.span, as: member) }
    for key in facts.namesakes { namesakes.note(key.span, as: member) }
  }

  /// From now on the member is found by these facts only, and by what was corrected by hand before; the
  /// number stays.
  mutating func change(_ member: Int32, to facts: IdentifyingFacts) {
    noteKeys(of: facts, as: member)
    hasPhone[Int(member)] = !facts.phone.isEmpty
    var caller: [UInt8] = []
    facts.writeCaller(to: &caller)
    changed[member] = Keys(caller: caller, namesake: key)
    if corrected[member]?.add(facts) != nil, let facts = corrected[member] {
      note(facts, as: member)
    }
  }

  /// Whether nobody may be given the number, not even one that was somebody's once.
  func isTaken(_ number: String) -> Bool {
    numbers.first(number.utf8.span) != nil || formerNumbers.first(number.utf8.span) != nil
  }

  /// Whether somebody else has the number.
  func isTaken(_ number: String, besides member: Int32) -> Bool {
    numbers.first(number.utf8.span) { $0 != member } != nil
  }

  /// The member whom a row is about (see `Store.importMembers`).
  mutating func find(_ facts: IdentifyingFacts) -> Int32? {
    if facts.number.isEmpty { return person(facts) }
    let holder = numbers.first(facts.number.span)
    guard formerNumbers.count > 0 else { return holder }
    let former = formerNumbers.first(facts.number.span) { wasKnown($0, as: facts) }
    // Somebody else may have the number by now; then the rest decides whose row it is.
    guard holder != nil, let former else { return holder ?? former }
    return person(facts) == former ? former : holder
  }

  /// By anything but the number.
  private mutating func person(_ facts: IdentifyingFacts) -> Int32? {
    if !facts.phone.isEmpty {
      facts.writeCaller(to: &key)
      let caller = callers.first(key.span) { member in
        guard let now = changed[member] else { return true }
        return now.caller == key || corrected[member]?.callers.contains(key) == true
      }
      if let caller { return caller }
      // Only birth date and employer together tell that a phone was filled in, not a namesake.
      if facts.birth.isEmpty || facts.employer.isEmpty { return nil }
    }
    facts.writeNamesake(to: &key)
    return namesakes.first(key.span) { member in
      guard facts.phone.isEmpty || !hasPhone[Int(member)] else { return false }
      guard let now = changed[member] else { return true }
      return now.namesake == key || corrected[member]?.namesakes.contains(key) == true
    }
  }
}
