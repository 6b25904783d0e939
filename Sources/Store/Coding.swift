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

  func sex() throws -> Sex? { (try value("sex") as String?).flatMap(Sex.init(rawValue:)) }

  func birth() throws -> BirthDate? { (try value("birth") as String?).flatMap { BirthDate($0) } }

  func phone() throws -> PhoneNumber? {
    (try value("phone") as String?).flatMap { PhoneNumber($0) }
  }
}

extension Deed {
  private struct Stored: Codable {
    var verb: String
    var event: String?
    var name: String?
    var badge: String?
    var count: Int?
  }

  var json: String {
    let stored = Stored(
      verb: verb.rawValue, event: event.isEmpty ? nil : event, name: name.isEmpty ? nil : name,
      badge: badge?.description, count: count)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(stored)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  init(json: String) throws {
    guard let stored = try? JSONDecoder().decode(Stored.self, from: Data(json.utf8)),
      let verb = Verb(rawValue: stored.verb)
    else { throw UnreadableRow(description: "deed: \(json)") }
    self.init(
      verb, event: stored.event ?? "", name: stored.name ?? "",
      badge: stored.badge.flatMap(Badge.init(stored:)), count: stored.count)
  }
}

extension Badge {
  init?(stored text: String) {
    guard let pool = Pool(rawValue: String(text.prefix(1))), let number = Int(text.dropFirst())
    else { return nil }
    self.init(pool, number)
  }
}

extension Act {
  init(_ row: Row) throws {
    self.init(
      sequence: try row.needed("sequence"), at: HybridClock.time(of: try row.needed("clock")),
      station: try row.needed("station"), kind: try row.word("kind"),
      deed: try Deed(json: row.needed("deed")), isUndone: try row.needed("is_undone"))
  }
}

extension Event {
  init(_ row: Row) throws {
    guard let date = Day(try row.needed("date") as String) else {
      throw UnreadableRow(description: "date: no day")
    }
    self.init(
      id: try row.identifier("id"), code: try row.needed("code"), title: try row.needed("title"),
      date: date, kind: try row.word("kind"), pools: try row.word("pools"),
      maxPicks: try row.value("max_picks"), rule: try row.word("rule"),
      capacity: try row.value("capacity"), verifiedOnly: try row.needed("verified_only"),
      state: try row.word("state"))
  }
}

extension Guest {
  /// Everything a guest is made of; callers add the condition.
  static let selection = """
    SELECT r.id, r.event, r.member, r.pool, r.badge, r.status, r.arrived_at, r.arrived_station,
      r.left_at, m.number, m.name, m.sex, m.birth, m.employer, m.phone, m.verification
    FROM registration r JOIN member m ON m.id = r.member
    """

  init(_ row: Row) throws {
    let station: String = try row.value("arrived_station") ?? ""
    let arrival = try row.time("arrived_at").map { Arrival(at: $0, station: station) }
    let registration = Registration(
      id: try row.identifier("id"), event: try row.identifier("event"),
      member: try row.identifier("member"), pool: try row.word("pool"),
      badge: try row.value("badge"), status: try row.word("status"), arrival: arrival,
      leftAt: try row.time("left_at"))
    let verification: Verification = try row.word("verification")
    self.init(
      registration: registration, number: try row.needed("number"), name: try row.needed("name"),
      sex: try row.sex(), birthYear: try row.birth()?.year,
      employer: try row.value("employer") ?? "", maskedPhone: try row.phone()?.masked ?? "",
      isVerified: verification == .verified)
  }
}

extension Member {
  init(_ row: Row) throws {
    var texts: [MemberText: String] = [:]
    for text in MemberText.allCases {
      if let value: String = try row.value(text.column) { texts[text] = value }
    }
    self.init(
      id: try row.identifier("id"), number: try row.needed("number"),
      name: try row.needed("name"), sex: try row.sex(), birth: try row.birth(),
      phone: try row.phone(), height: try row.value("height"),
      verification: try row.word("verification"), texts: texts,
      extras: Member.extras(try row.value("extras")))
  }

  static func extras(_ json: String?) -> [String: String] {
    guard let json else { return [:] }
    return (try? JSONDecoder().decode([String: String].self, from: Data(json.utf8))) ?? [:]
  }

  /// Sorted by key, so that the same extras are the same text.
  static func json(_ extras: [String: String]) -> String? {
    guard !extras.isEmpty else { return nil }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(extras)).map { String(decoding: $0, as: UTF8.self) }
  }
}
