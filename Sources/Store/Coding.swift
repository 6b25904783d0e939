import Foundation
import GRDB
import Matchmaking

// How values stand in the columns. A row that cannot be read back is a damaged file, never a crash.

/// A column held what no version of ours writes.
struct UnreadableRow: Error, CustomStringConvertible {
  let description: String
}

extension Row {
  func identifier<Entity>(_ column: String) throws -> Identifier<Entity> {
    guard let text = self[column] as String?, let id = Identifier<Entity>(text) else {
      throw UnreadableRow(description: "\(column): no key")
    }
    return id
  }

  func word<Value: RawRepresentable<String>>(_ column: String) throws -> Value {
    guard let text = self[column] as String?, let value = Value(rawValue: text) else {
      throw UnreadableRow(description: "\(column): unknown word")
    }
    return value
  }

  func time(_ column: String) -> Timestamp? {
    (self[column] as Int64?).map(Timestamp.init(milliseconds:))
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
      sequence: row["sequence"], at: HybridClock.time(of: row["clock"]), station: row["station"],
      kind: try row.word("kind"), deed: try Deed(json: row["deed"]), isUndone: row["is_undone"])
  }
}

extension Event {
  init(_ row: Row) throws {
    guard let date = Day(row["date"] as String) else {
      throw UnreadableRow(description: "date: no day")
    }
    self.init(
      id: try row.identifier("id"), code: row["code"], title: row["title"], date: date,
      kind: try row.word("kind"), pools: try row.word("pools"), maxPicks: row["max_picks"],
      rule: try row.word("rule"), capacity: row["capacity"], verifiedOnly: row["verified_only"],
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
    let arrival = row.time("arrived_at").map {
      Arrival(at: $0, station: row["arrived_station"] ?? "")
    }
    let registration = Registration(
      id: try row.identifier("id"), event: try row.identifier("event"),
      member: try row.identifier("member"), pool: try row.word("pool"), badge: row["badge"],
      status: try row.word("status"), arrival: arrival, leftAt: row.time("left_at"))
    let phone = (row["phone"] as String?).flatMap { PhoneNumber($0) }
    let birth = (row["birth"] as String?).flatMap { BirthDate($0) }
    self.init(
      registration: registration, number: row["number"], name: row["name"],
      sex: (row["sex"] as String?).flatMap(Sex.init(rawValue:)), birthYear: birth?.year,
      employer: row["employer"] ?? "", maskedPhone: phone?.masked ?? "",
      isVerified: (row["verification"] as String) == Verification.verified.rawValue)
  }
}

extension Member {
  init(_ row: Row) throws {
    var texts: [MemberText: String] = [:]
    for text in MemberText.allCases {
      if let value = row[text.column] as String? { texts[text] = value }
    }
    self.init(
      id: try row.identifier("id"), number: row["number"], name: row["name"],
      sex: (row["sex"] as String?).flatMap(Sex.init(rawValue:)),
      birth: (row["birth"] as String?).flatMap { BirthDate($0) },
      phone: (row["phone"] as String?).flatMap { PhoneNumber($0) }, height: row["height"],
      verification: try row.word("verification"), texts: texts,
      extras: Member.extras(row["extras"]))
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
