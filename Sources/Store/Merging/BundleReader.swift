import Characters
import Foundation
import GRDB
import Matchmaking

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a line of a bundle says.
enum BundleLine {
  case erased(member: String, day: String)
  case retired(Badge, event: String, registration: String)
  case act(ToldAct)
  case row(ToldChange)
  case end(acts: Int, rows: Int, checksum: String)
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

/// Reads a bundle: first whole, for its checksum, and then line by line.
///
/// The file is read twice and might be another the second time; the checksum is looked at both times.
final class BundleReader {
  private let descriptor: Int32
  private let columns: [LoggedTable: Set<String>]
  /// Which replica wrote it; nil where it wrote nothing yet.
  private(set) var replica: Identifier<Replica>?
  private var length: Int64 = 0

  /// Looks at the bundle as a whole.
  ///
  /// - Throws: `Refusal.bundle`, and `StoreFault` where it cannot be read.
  init(_ path: String, columns: [LoggedTable: Set<String>]) throws {
    self.columns = columns
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw Refusal.bundle(errno == ENOENT ? .missing(path) : .unreadable(path))
    }
    do {
      var status = stat()
      guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        throw Refusal.bundle(.notABundle)
      }
      length = Int64(status.st_size)
      try check()
    } catch {
      close(descriptor)
      throw error
    }
  }

  deinit { close(descriptor) }

  private func check() throws {
    let head = try piece(from: 0, count: 4096)
    guard let end = head.firstIndex(of: 10) else { throw Refusal.bundle(.notABundle) }
    guard let first = try? object(head[..<end]), first["bundle"] as? String == "queqiao" else {
      throw Refusal.bundle(.notABundle)
    }
    guard let version = (first["version"] as? NSNumber)?.intValue, version >= 1 else {
      throw Refusal.bundle(.notABundle)
    }
    guard version <= BundleFormat.version else { throw Refusal.bundle(.newerVersion) }
    replica = (first["replica"] as? String).flatMap { Identifier($0) }
    // What is cut short is said at once, however long it is.
    let tail = try piece(from: max(0, length - 200), count: 200)
    guard tail.last == 10, let last = tail.dropLast().split(separator: 10).last,
      case .end? = try? line(last)
    else { throw Refusal.bundle(.cutShort) }
    var checksum = RunningChecksum()
    var acts = 0
    var rows = 0
    try eachLine { bytes in
      if bytes.starts(with: Array("{\"end\":".utf8)),
        case .end(let toldActs, let toldRows, let told) = try line(bytes)
      {
        guard told == checksum.text, toldActs == acts, toldRows == rows else {
          throw Refusal.bundle(.altered)
        }
        return false
      }
      if bytes.starts(with: Array("{\"act\":".utf8)) { acts += 1 }
      if bytes.starts(with: Array("{\"in\":".utf8)) { rows += 1 }
      bytes.withUnsafeBytes { checksum.add($0) }
      checksum.add("\n")
      return true
    }
  }

  /// - Parameter body: takes a line; the first, of the format, is left out.
  func each(_ body: (BundleLine) throws -> Void) throws {
    var checksum = RunningChecksum()
    var isFirst = true
    try eachLine { bytes in
      defer { isFirst = false }
      if !isFirst {
        let line = try line(bytes)
        if case .end(_, _, let told) = line {
          guard told == checksum.text else { throw Refusal.bundle(.altered) }
          return false
        }
        try body(line)
      }
      bytes.withUnsafeBytes { checksum.add($0) }
      checksum.add("\n")
      return true
    }
  }

  // MARK: - Bytes

  private func piece(from start: Int64, count: Int) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let got = bytes.withUnsafeMutableBytes {
      pread(descriptor, $0.baseAddress, count, off_t(start))
    }
    guard got >= 0 else { throw Refusal.bundle(.cutShort) }
    return Array(bytes.prefix(got))
  }

  /// - Parameter body: whether to go on.
  private func eachLine(_ body: (ArraySlice<UInt8>) throws -> Bool) throws {
    var rest: [UInt8] = []
    var place: Int64 = 0
    while true {
      let piece = try piece(from: place, count: 1 << 18)
      guard !piece.isEmpty else { throw Refusal.bundle(.cutShort) }
      place += Int64(piece.count)
      rest += piece
      var start = 0
      while let end = rest[start...].firstIndex(of: 10) {
        guard try body(rest[start..<end]) else { return }
        start = end + 1
      }
      rest.removeFirst(start)
      guard rest.count < BundleFormat.longestLine else { throw Refusal.bundle(.altered) }
    }
  }

  // MARK: - What lines say

  private func object(_ bytes: ArraySlice<UInt8>) throws -> [String: Any] {
    guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else {
      throw Refusal.bundle(.altered)
    }
    return object
  }

  private func line(_ bytes: ArraySlice<UInt8>) throws -> BundleLine {
    let object = try object(bytes)
    if let table = object["in"] { return .row(try change(table, object)) }
    if let name = object["act"] { return .act(try act(name, object)) }
    if let erased = object["erased"] as? [String], erased.count == 2,
      let member = MemberID(erased[0]), let day = Day(erased[1])
    {
      return .erased(member: member.description, day: day.description)
    }
    if let parts = object["retired"] as? [Any], parts.count == 4,
      let event = (parts[0] as? String).flatMap({ EventID($0) }),
      let pool = (parts[1] as? String).flatMap(Pool.init(rawValue:)),
      let number = (parts[2] as? NSNumber)?.intValue, Badge.numbers.contains(number),
      let registration = (parts[3] as? String).flatMap({ RegistrationID($0) })
    {
      return .retired(
        Badge(pool, number), event: event.description, registration: registration.description)
    }
    if let end = object["end"] as? [NSNumber], end.count == 2,
      let checksum = object["checksum"] as? String
    {
      return .end(acts: end[0].intValue, rows: end[1].intValue, checksum: checksum)
    }
    throw Refusal.bundle(.altered)
  }

  private func name(_ value: Any) throws -> ToldAct.Name {
    guard let parts = value as? [Any], parts.count == 2, let text = parts[0] as? String,
      let replica = Identifier<Replica>(text), let ordinal = parts[1] as? NSNumber,
      ordinal.int64Value > 0
    else { throw Refusal.bundle(.altered) }
    return ToldAct.Name(replica: replica, ordinal: ordinal.int64Value)
  }

  private func act(_ value: Any, _ object: [String: Any]) throws -> ToldAct {
    guard let id = (object["id"] as? String).flatMap({ Identifier<Act>($0) }),
      let clock = object["clock"] as? NSNumber, clock.int64Value >= 0,
      let station = object["station"] as? String, let operatorName = object["operator"] as? String,
      let kind = (object["kind"] as? String).flatMap(Act.Kind.init(rawValue:)), kind != .merge,
      let told = object["summary"] as? [String: Any],
      let json = try? JSONSerialization.data(withJSONObject: told),
      let summary = try? ActSummary(json: String(decoding: json, as: UTF8.self))
    else { throw Refusal.bundle(.altered) }
    let target = try object["target"].map { try name($0) }
    guard (kind == .original) == (target == nil) else { throw Refusal.bundle(.altered) }
    for text in [station, operatorName] { try check(text) }
    try check(told)
    return ToldAct(
      name: try name(value), id: id, clock: clock.int64Value, station: station,
      operatorName: operatorName, kind: kind, target: target, summary: summary)
  }

  private func change(_ value: Any, _ object: [String: Any]) throws -> ToldChange {
    guard let table = (value as? String).flatMap(LoggedTable.init(rawValue:)),
      let row = (object["row"] as? String).flatMap({ Identifier<LoggedTable>($0) })
    else { throw Refusal.bundle(.altered) }
    let image = { (side: String) throws -> RowImage? in
      guard let values = object[side] else { return nil }
      guard let values = values as? [String: Any] else { throw Refusal.bundle(.altered) }
      return try self.image(values, of: table)
    }
    let (before, after) = (try image("before"), try image("after"))
    guard before != nil || after != nil else { throw Refusal.bundle(.altered) }
    // Empty where somebody was erased.
    if before == nil, let after, !after.values.isEmpty, after.text("id") != row.description {
      throw Refusal.bundle(.altered)
    }
    return ToldChange(table: table, row: row.description, before: before, after: after)
  }

  private func image(_ values: [String: Any], of table: LoggedTable) throws -> RowImage {
    var image = RowImage()
    for (column, value) in values {
      guard columns[table]?.contains(column) ?? false else { throw Refusal.bundle(.altered) }
      switch value {
      case is NSNull: image.values[column] = .null
      case let text as String:
        try check(text)
        if text.first == "{" || text.first == "[", let data = text.data(using: .utf8),
          let inner = try? JSONSerialization.jsonObject(with: data)
        {
          try check(inner)
        }
        image.values[column] = text.databaseValue
      case let number as NSNumber where number.doubleValue == Double(number.int64Value):
        image.values[column] = number.int64Value.databaseValue
      default: throw Refusal.bundle(.altered)
      }
    }
    return image
  }

  /// What no file of ours holds was not written by one.
  private func check(_ value: Any) throws {
    switch value {
    case let text as String:
      if PlainText(text).text != text { throw Refusal.bundle(.hostile) }
    case let list as [Any]: for part in list { try check(part) }
    case let object as [String: Any]:
      for (key, part) in object {
        try check(key)
        try check(part)
      }
    default: break
    }
  }
}
