import Characters
import GRDB
import Matchmaking

/// What a line of a bundle says.
enum BundleLine {
  case erased(member: String, day: String)
  case retired(Badge, event: String, registration: String)
  case act(ToldAct)
  case row(ToldChange)
  case end(acts: Int64, rows: Int64, checksum: String)
}

/// An act as a bundle tells it.
struct ToldAct {
  /// Known by this everywhere.
  struct Name: Hashable {
    let replica: Identifier<Replica>
    let ordinal: Int64
  }

  let name: Name
  let id: Identifier<Act>
  let clock: Int64
  let station: String
  let operatorName: String
  let kind: Act.Kind
  let target: Name?
  let summary: ActSummary
}

/// What an act did to one row, as a bundle tells it; images as the log keeps them.
struct ToldChange {
  let table: LoggedTable
  let row: String
  let before: RowImage?
  let after: RowImage?
}

/// Which columns a table has, and which of them hold whole numbers.
typealias LoggedColumns = [LoggedTable: [String: Bool]]

extension BundleLine {
  /// - Parameter columns: what the tables of this file can hold.
  /// - Throws: `Refusal.bundle` where no file of ours would write it.
  init(_ line: UnsafeBufferPointer<UInt8>, columns: LoggedColumns) throws {
    guard let object = NarrowJSON(line) else { throw Refusal.bundle(.altered) }
    if let table = object["in"] {
      self = .row(try ToldChange(table, object, columns))
    } else if let name = object["act"] {
      self = .act(try ToldAct(name, object))
    } else if let parts = object["erased"]?.list {
      self = try Self.erased(parts)
    } else if let parts = object["retired"]?.list {
      self = try Self.retired(parts)
    } else if let end = object["end"]?.list, end.count == 2, let acts = end[0].number,
      let rows = end[1].number, let checksum = object["checksum"]?.text
    {
      self = .end(acts: acts, rows: rows, checksum: checksum)
    } else {
      throw Refusal.bundle(.altered)
    }
  }

  private static func erased(_ parts: [NarrowJSON]) throws -> BundleLine {
    guard parts.count == 2, let member = parts[0].text.flatMap({ MemberID($0) }),
      let day = parts[1].text.flatMap({ Day($0) })
    else { throw Refusal.bundle(.altered) }
    return .erased(member: member.description, day: day.description)
  }

  private static func retired(_ parts: [NarrowJSON]) throws -> BundleLine {
    guard parts.count == 4, let event = parts[0].text.flatMap({ EventID($0) }),
      let pool = parts[1].text.flatMap(Pool.init(rawValue:)),
      let number = parts[2].number.flatMap({ Int(exactly: $0) }), Badge.numbers.contains(number),
      let registration = parts[3].text.flatMap({ RegistrationID($0) })
    else { throw Refusal.bundle(.altered) }
    return .retired(
      Badge(pool, number), event: event.description, registration: registration.description)
  }
}

extension ToldAct.Name {
  fileprivate init(_ value: NarrowJSON) throws {
    guard let parts = value.list, parts.count == 2,
      let replica = parts[0].text.flatMap({ Identifier<Replica>($0) }),
      let ordinal = parts[1].number, ordinal > 0, ordinal < Self.most
    else { throw Refusal.bundle(.altered) }
    self.init(replica: replica, ordinal: ordinal)
  }

  /// Nobody did as many things; what is counted on from here cannot run over.
  private static let most: Int64 = 1 << 53
}

extension ToldAct {
  fileprivate init(_ name: NarrowJSON, _ object: NarrowJSON) throws {
    guard let id = object["id"]?.text.flatMap({ Identifier<Act>($0) }),
      let clock = object["clock"]?.number, clock >= 0, let station = object["station"]?.text,
      let operatorName = object["operator"]?.text,
      let kind = object["kind"]?.text.flatMap(Act.Kind.init(rawValue:)), kind != .merge,
      let told = object["summary"], let summary = ActSummary(told)
    else { throw Refusal.bundle(.altered) }
    let target = try object["target"].map { try Name($0) }
    guard (kind == .original) == (target == nil) else { throw Refusal.bundle(.altered) }
    for text in [station, operatorName] { try BundleText.check(text) }
    try BundleText.check(told)
    self.init(
      name: try Name(name), id: id, clock: clock, station: station, operatorName: operatorName,
      kind: kind, target: target, summary: summary)
  }
}

extension ToldChange {
  fileprivate init(_ table: NarrowJSON, _ object: NarrowJSON, _ columns: LoggedColumns) throws {
    guard let table = table.text.flatMap(LoggedTable.init(rawValue:)),
      let row = object["row"]?.text.flatMap({ Identifier<LoggedTable>($0)?.description })
    else { throw Refusal.bundle(.altered) }
    let image = { (side: String) in
      try object[side].map { try RowImage($0, of: table, columns[table] ?? [:]) }
    }
    let (before, after) = (try image("before"), try image("after"))
    guard before != nil || after != nil else { throw Refusal.bundle(.altered) }
    // Empty where somebody was erased. No act gives a row another key.
    let ids = [before, after].compactMap { $0?.values["id"] }
    let isNamed = before != nil || after?.values.isEmpty ?? true || !ids.isEmpty
    guard isNamed, ids.allSatisfy({ $0 == row.databaseValue }) else {
      throw Refusal.bundle(.altered)
    }
    self.init(table: table, row: row, before: before, after: after)
  }
}

extension RowImage {
  /// Columns that hold days, in whatever table.
  private static let days: Set = [
    "date", "decided_on", "until", "granted", "revoked", "erased_on", "day",
  ]

  fileprivate init(
    _ value: NarrowJSON, of table: LoggedTable, _ columns: [String: Bool]
  ) throws {
    guard case .object(let members) = value else { throw Refusal.bundle(.altered) }
    self.init()
    for member in members {
      let (column, value) = (member.key, member.value)
      guard let isNumber = columns[column] else { throw Refusal.bundle(.altered) }
      switch value {
      case .null: values[column] = .null
      case .number(let number) where isNumber: values[column] = number.databaseValue
      case .text(let text) where !isNumber:
        try BundleText.check(text)
        // The schema looks at the form of a day only; a 31st of February could not be read again.
        guard !Self.days.contains(column) || Day(text) != nil else {
          throw Refusal.bundle(.contradictory)
        }
        values[column] = text.databaseValue
      case .number, .text, .flag, .list, .object: throw Refusal.bundle(.altered)
      }
    }
    for (column, _) in table.references {
      guard let key = text(column) else { continue }
      guard Identifier<LoggedTable>(key)?.description == key else {
        throw Refusal.bundle(.altered)
      }
    }
  }
}

/// What no file of ours holds was not written by one.
private enum BundleText {
  static func check(_ text: String) throws {
    if PlainText(text).text != text { throw Refusal.bundle(.hostile) }
    // Some columns keep lists and objects as text.
    if text.utf8.first == UInt8(ascii: "{") || text.utf8.first == UInt8(ascii: "["),
      let inner = NarrowJSON(text)
    {
      try check(inner)
    }
  }

  static func check(_ value: NarrowJSON) throws {
    switch value {
    case .text(let text): if PlainText(text).text != text { throw Refusal.bundle(.hostile) }
    case .list(let list): for part in list { try check(part) }
    case .object(let members):
      for member in members {
        try check(.text(member.key))
        try check(member.value)
      }
    case .null, .flag, .number: break
    }
  }
}
