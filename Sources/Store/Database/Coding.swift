import Foundation
import GRDB
import Matchmaking

// How values stand in the columns. A row that cannot be read back is a damaged file, never a crash.

/// A column held what no version of ours writes.
struct UnreadableRow: Error, CustomStringConvertible {
  let description: String
}

extension Row {
  /// What stands in a column; nil where it is empty.
  ///
  /// GRDB's own subscripts stop the program where a damaged row holds another kind of value.
  func value<Value: DatabaseValueConvertible>(_ column: String) throws -> Value? {
    let stored: DatabaseValue = self[column] ?? .null
    if stored.isNull { return nil }
    guard let value = Value.fromDatabaseValue(stored) else {
      throw UnreadableRow(description: "\(column): wrong kind of value")
    }
    return value
  }

  /// What stands in a column that is never empty.
  func needed<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
    guard let value: Value = try value(column) else {
      throw UnreadableRow(description: "\(column): empty")
    }
    return value
  }

  func identifier<Entity>(_ column: String) throws -> Identifier<Entity> {
    guard let text: String = try value(column), let id = Identifier<Entity>(text) else {
      throw UnreadableRow(description: "\(column): no key")
    }
    return id
  }

  func word<Value: RawRepresentable<String>>(_ column: String) throws -> Value {
    guard let text: String = try value(column), let value = Value(rawValue: text) else {
      throw UnreadableRow(description: "\(column): unknown word")
    }
    return value
  }

  func time(_ column: String) throws -> Timestamp? {
    (try value(column) as Int64?).map(Timestamp.init(milliseconds:))
  }

  func day(_ column: String) throws -> Day? {
    guard let text: String = try value(column) else { return nil }
    guard let day = Day(text) else { throw UnreadableRow(description: "\(column): no day") }
    return day
  }

  /// Single where nothing stands: the copy that a dry run works on has no defaults.
  func status() throws -> MemberStatus {
    try (value("status") as String?) == nil ? .single : word("status")
  }

  func sex() throws -> Sex? { (try value("sex") as String?).flatMap(Sex.init(rawValue:)) }

  func birth() throws -> BirthDate? { (try value("birth") as String?).flatMap { BirthDate($0) } }

  func phone() throws -> PhoneNumber? {
    (try value("phone") as String?).flatMap { PhoneNumber($0) }
  }
}

extension ActSummary {
  /// Written by hand, keys in order: the encoder takes as long as the rest of a check-in.
  var json: String {
    var json = JSONText(capacity: 128)
    if let badge { json.put("badge", badge.description) }
    if let count { json.put("count", count) }
    if let detail { json.put("detail", detail) }
    if !event.isEmpty { json.put("event", event) }
    if !name.isEmpty { json.put("name", name) }
    if let refusal { json.put("refusal", refusal) }
    json.put("verb", verb.rawValue)
    return json.closed()
  }

  init(json: String) throws {
    guard let value = NarrowJSON(json), let summary = ActSummary(value) else {
      throw UnreadableRow(description: "summary: \(json)")
    }
    self = summary
  }

  /// Nil where it is no summary.
  init?(_ value: NarrowJSON) {
    guard let verb = value["verb"]?.text.flatMap(Verb.init(rawValue:)) else { return nil }
    self.init(
      verb, event: value["event"]?.text ?? "", name: value["name"]?.text ?? "",
      badge: value["badge"]?.text.flatMap(Badge.init(stored:)),
      count: value["count"]?.number.flatMap { Int(exactly: $0) },
      refusal: value["refusal"]?.text, detail: value["detail"]?.text)
  }
}

/// Text as JSON has it (RFC 8259, section 7).
struct JSONText {
  private var bytes: [UInt8] = []

  /// An object that facts are put into one after the other.
  fileprivate init(capacity: Int) {
    bytes.reserveCapacity(capacity)
    bytes.append(UInt8(ascii: "{"))
  }

  static func quoted(_ text: String) -> String {
    var json = JSONText()
    json.quote(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// An array in the order of its texts.
  static func array(_ texts: [String]) -> String {
    "[" + texts.map(quoted).joined(separator: ",") + "]"
  }

  private init() {}

  fileprivate mutating func put(_ key: StaticString, _ text: String) {
    begin(key)
    quote(text)
  }

  fileprivate mutating func put(_ key: StaticString, _ number: Int) {
    begin(key)
    bytes.append(contentsOf: number.description.utf8)
  }

  fileprivate mutating func closed() -> String {
    bytes.append(UInt8(ascii: "}"))
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func begin(_ key: StaticString) {
    if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\""))
    key.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      let isPlain = !utf8.contains { $0 < 32 || $0 == 34 || $0 == 92 }
      if isPlain { bytes.append(contentsOf: utf8) } else { utf8.forEach { escape($0) } }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 34, 92: bytes += [92, byte]
    case ..<32:
      let digits = String(byte, radix: 16)
      bytes += Array("\\u".utf8) + Array(repeating: 48, count: 4 - digits.utf8.count) + digits.utf8
    default: bytes.append(byte)
    }
  }
}

extension Badge {
  init?(stored text: String) {
    let digits = text.utf8.dropFirst()
    guard let pool = Pool(rawValue: String(text.prefix(1))), let number = Int(text.dropFirst()),
      number > 0, digits.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    self.init(pool, number)
  }
}

extension Act {
  /// When it was done, by the laptop's clock of then.
  ///
  /// The log's own clock never runs back: once the laptop's ran ahead, it stays there. The key begins with
  /// the time as it was told.
  static func moment(of key: String, clock: Int64) -> Timestamp {
    Identifier<Act>(key).map { Timestamp(milliseconds: Int64($0.high >> 16)) }
      ?? HybridClock.time(of: clock)
  }

  init(_ row: Row) throws {
    self.init(
      sequence: try row.needed("sequence"),
      at: Act.moment(of: try row.needed("id"), clock: try row.needed("clock")),
      station: try row.needed("station"), operatorName: try row.value("operator") ?? "",
      kind: try row.word("kind"),
      summary: try ActSummary(json: row.needed("summary")), isUndone: try row.needed("is_undone"))
  }
}

extension Event {
  /// Of the table by the name `e`.
  static let columns = """
    e.id, e.code, e.title, e.date, e.kind, e.pools, e.max_picks, e.rule, e.capacity,
      e.verified_only, e.state, e.eligible, e.theme, e.place, e.starts, e.host, e.hotline,
      e.shows_names, e.door_tables, e.announces_as, e.capacity_men, e.capacity_women
    """
  static let columnCount = 22

  static let selection = "SELECT \(columns) FROM event e"

  /// The first event that meets a condition; nil where none does.
  static func find(
    _ condition: String, _ arguments: [(any StatementBinding)?], in db: Database
  ) throws -> Event? {
    try Prepared(selection + " WHERE " + condition, in: db).first(arguments, Event.init)
  }

  /// - Parameter row: in the order of `columns`; every check-in reads one.
  init(_ row: Columns) throws {
    guard let id = EventID(row.text(0)), let date = Day(row.text(3)),
      let kind = EventKind(rawValue: row.text(4)), let pools = Pools(rawValue: row.text(5)),
      let rule = PairingRule(rawValue: row.text(7)), let state = EventState(rawValue: row.text(10))
    else { throw UnreadableRow(description: "event \(row.text(1))") }
    self.init(
      id: id, code: row.text(1), title: row.text(2), date: date, kind: kind, pools: pools,
      maxPicks: row.int(6), rule: rule,
      capacity: Capacity(row.int(8), men: row.int(20), women: row.int(21)),
      verifiedOnly: row.number(9) == 1, state: state, eligible: row.some(11),
      details: EventDetails(
        theme: row.some(12), place: row.some(13), starts: row.some(14), host: row.some(15),
        hotline: row.some(16), showsNames: row.number(17) == 1,
        doorTables: row.some(18).flatMap { DoorTables($0) },
        announcesAs: ShownAs(rawValue: row.text(19)) ?? .number))
  }
}

extension Guest {
  /// Everything a guest is made of, of tables by the names `r`, `m` and `e`; callers add the condition.
  ///
  /// The year and the masked phone are cut out by SQLite: the rest need not be read for the door. In the
  /// employer numbers are masked as well.
  static let columns = """
    r.id, r.event, r.member, r.pool, r.badge, r.status, r.arrived_at, r.arrived_station,
      r.left_at, r.waived, m.number, m.name, m.sex, CAST(substr(m.birth, 1, 4) AS INTEGER),
      m.employer, substr(m.phone, 1, 3) || '****' || substr(m.phone, -4), \(Credentials.columns)
    """
  static let columnCount = 16 + Credentials.columnCount

  static let selection = """
    SELECT \(columns) FROM registration r JOIN member m ON m.id = r.member
      JOIN event e ON e.id = r.event
    """

  /// The first guest who meets a condition; nil where nobody does.
  static func find(
    _ condition: String, _ arguments: [(any StatementBinding)?], in db: Database
  ) throws -> Guest? {
    try Prepared(selection + " WHERE " + condition, in: db).first(arguments, Guest.init)
  }

  /// - Parameter row: in the order of `columns`: a hundred thousand of them are read when a great
  ///   event is opened.
  init(_ row: Columns) throws {
    guard let id = RegistrationID(row.text(0)), let event = EventID(row.text(1)),
      let member = MemberID(row.text(2)), let pool = Pool(rawValue: row.text(3)),
      let status = Registration.Status(rawValue: row.text(5))
    else { throw UnreadableRow(description: "registration \(row.text(0))") }
    let sex = Sex(rawValue: row.text(12))
    let arrival = row.number(6).map {
      Arrival(at: Timestamp(milliseconds: $0), station: row.text(7))
    }
    self.init(
      registration: Registration(
        id: id, event: event, member: member, pool: pool, badge: row.int(4),
        status: status, arrival: arrival, leftAt: row.number(8).map(Timestamp.init),
        waived: Objection.set(row.text(9))),
      number: row.text(10), name: row.text(11), sex: sex, birthYear: row.int(13),
      employer: Masking.numbers(in: row.text(14)), maskedPhone: row.text(15),
      credentials: try Credentials(row.from(16), sex))
  }
}

extension Credentials {
  /// Of tables by the names `m` and `e`, as of the event's day.
  ///
  /// A birthday is read only of those who may be too young, and a marital status that is not 未婚, so that
  /// of a great event few are. Spelt in ASCII: the text of a statement is what it is found by, at every
  /// check-in, and Swift looks up other letters far more slowly.
  static let columns = """
    m.status, nullif(m.marital, char(\(unmarried))),
      iif(substr(e.date, 1, 4) - substr(m.birth, 1, 4) > \(MarriageAge.man), NULL, m.birth), e.date,
      \(Verification.standing(of: "m.", on: "e.date"))
    """
  static let columnCount = 5

  private static let unmarried =
    "未婚".unicodeScalars.map { "\($0.value)" }.joined(separator: ", ")

  init(_ row: Columns, _ sex: Sex?) throws {
    guard let status = MemberStatus(rawValue: row.text(0)), let day = Day(row.text(3)),
      let verification = Verification(rawValue: row.text(4))
    else { throw UnreadableRow(description: "member: \(row.text(0)) \(row.text(4))") }
    let (marital, birth) = (row.text(1), row.text(2))
    self.init(
      status: status, marital: marital.isEmpty ? nil : marital,
      birth: birth.isEmpty ? nil : BirthDate(birth), sex: sex, verification: verification, on: day)
  }
}

extension Verification {
  /// `standing(until:on:)` as an expression over a row of `member`.
  ///
  /// - Parameter table: its name with a point behind it; empty where there is one table alone.
  static func standing(of table: String, on day: String) -> String {
    """
    iif(\(table)verification = 'verified' AND \(table)verified_until < \(day), 'expired', \(table)verification)
    """
  }
}

extension Objection {
  /// By their codes, as a column has them.
  static func set(_ text: String) -> Set<Objection> {
    text.isEmpty
      ? [] : Set(text.split(separator: ",").compactMap { Objection(rawValue: String($0)) })
  }

  /// In the order of the cases; nil where there are none.
  static func text(_ objections: Set<Objection>) -> String? {
    let codes = allCases.filter(objections.contains).map(\.rawValue)
    return codes.isEmpty ? nil : codes.joined(separator: ",")
  }
}

extension Member {
  /// As it stands on a day: past its last day a verification has expired.
  init(_ row: Row, on day: Day) throws {
    try self.init(row)
    verification = verification.standing(until: try row.day("verified_until"), on: day)
  }

  /// As the row has it, for whoever is to write it back.
  init(_ row: Row) throws {
    var texts: [MemberText: String] = [:]
    for text in MemberText.allCases {
      if let value: String = try row.value(text.column) { texts[text] = value }
    }
    self.init(
      id: try row.identifier("id"), number: try row.needed("number"),
      name: try row.needed("name"), sex: try row.sex(), birth: try row.birth(),
      phone: try row.phone(), height: try row.value("height"),
      verification: try row.word("verification"), status: try row.status(), texts: texts,
      extras: Member.extras(try row.value("extras")),
      byHand: Member.byHand(try row.value("by_hand")))
  }

  static func extras(_ json: String?) -> [String: String] {
    guard let json else { return [:] }
    return (try? JSONDecoder().decode([String: String].self, from: Data(json.utf8))) ?? [:]
  }

  static func byHand(_ json: String?) -> Set<MemberField> {
    guard let json else { return [] }
    let words = (try? JSONDecoder().decode([String].self, from: Data(json.utf8))) ?? []
    return Set(words.compactMap { MemberField(exactly: $0) })
  }

  /// Sorted, so that the same fields are the same text.
  static func json(_ fields: Set<MemberField>) -> String? {
    guard !fields.isEmpty else { return nil }
    let words = fields.map(\.word).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return "[\(words.map(JSONText.quoted).joined(separator: ","))]"
  }

  /// Sorted by key, so that the same extras are the same text.
  static func json(_ extras: [String: String]) -> String? {
    guard !extras.isEmpty else { return nil }
    let facts = extras.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { JSONText.quoted($0.key) + ":" + JSONText.quoted($0.value) }
    return "{\(facts.joined(separator: ","))}"
  }
}
