import GRDB
import Matchmaking

extension SeatedTable {
  /// `[number, topic, [registrations]]`.
  fileprivate var json: String {
    let people = seats.map { "\"\($0)\"" }.joined(separator: ",")
    return
      "[\(number.map(String.init) ?? "null"),\(topic.map(JSONText.quoted) ?? "null"),[\(people)]]"
  }

  fileprivate init?(_ value: NarrowJSON) {
    guard let parts = value.list, parts.count == 3, let people = parts[2].list else { return nil }
    self.init(
      number: parts[0].number.flatMap { Int(exactly: $0) }, topic: parts[1].text,
      seats: people.compactMap { $0.text.flatMap { RegistrationID($0) } })
  }
}

extension [SeatedTable] {
  var json: String { "[" + map(\.json).joined(separator: ",") + "]" }

  init(json: String) throws {
    guard let list = NarrowJSON(json)?.list else { throw UnreadableRow(description: "tables") }
    self = try list.map { value in
      guard let table = SeatedTable(value) else { throw UnreadableRow(description: "tables") }
      return table
    }
  }
}

extension SeatedRound {
  static let selection = """
    SELECT id, kind, number, minutes, tables, \(Phase.columns) FROM seating_round
    """

  init(_ row: Columns) throws {
    guard let id = RoundID(row.text(0)), let kind = SeatingKind(rawValue: row.text(1)) else {
      throw UnreadableRow(description: "seating_round \(row.text(0))")
    }
    self.init(
      id: id, kind: kind, number: row.int(2) ?? 0, minutes: row.int(3) ?? 0,
      phase: try Phase(row.from(5)), tables: try [SeatedTable](json: row.text(4)))
  }
}

extension SeatingPlan {
  var settings: String {
    var parts = ["\"method\":\"\(method.rawValue)\"", "\"rounds\":\(rounds)"]
    if let tables { parts.append("\"tables\":\(tables)") }
    if let size { parts.append("\"size\":\(size)") }
    parts.append("\"minutes\":\(minutes)")
    if colleaguesApart { parts.append("\"colleagues_apart\":1") }
    parts.append("\"seed\":\(Int64(bitPattern: seed))")
    if !topics.isEmpty {
      parts.append("\"topics\":[\(topics.map(JSONText.quoted).joined(separator: ","))]")
    }
    return "{\(parts.joined(separator: ","))}"
  }

  var report: String {
    let numbers = figures.sorted { $0.key < $1.key }.map {
      "\(JSONText.quoted($0.key)):\($0.value)"
    }
    let gave = gaveWay.map(JSONText.quoted).joined(separator: ",")
    return "{\((numbers + ["\"gave_way\":[\(gave)]"]).joined(separator: ","))}"
  }

  init(settings: String, report: String) throws {
    guard let asked = NarrowJSON(settings), let came = NarrowJSON(report),
      let method = asked["method"]?.text.flatMap(Method.init(rawValue:))
    else { throw UnreadableRow(description: "seating_plan") }
    func number(_ key: String) -> Int? { asked[key]?.number.flatMap { Int(exactly: $0) } }
    var figures: [String: Int] = [:]
    if case .object(let members) = came {
      for member in members {
        figures[member.key] = member.value.number.flatMap { Int(exactly: $0) }
      }
    }
    self.init(
      method: method, rounds: number("rounds") ?? 0, tables: number("tables"),
      size: number("size"), minutes: number("minutes") ?? 0,
      colleaguesApart: number("colleagues_apart") == 1,
      seed: UInt64(bitPattern: asked["seed"]?.number ?? 0),
      topics: asked["topics"]?.list?.compactMap(\.text) ?? [], figures: figures,
      gaveWay: came["gave_way"]?.list?.compactMap(\.text) ?? [])
  }
}
