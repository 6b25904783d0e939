public import Matchmaking
public import Pinyin
public import Store

/// The whole register as the search sees it: put together from what the store keeps of it.
public struct RegisterIndex: Sendable {
  public let index: SearchIndex
  private let ids: [MemberID]
  /// What was not kept yet, or no longer.
  private let fresh: FreshStretches

  /// Reads what is kept and makes the rest; nothing is written.
  public init(_ store: Store) throws {
    var index = SearchIndex()
    var ids: [MemberID] = []
    fresh = try store.eachStretch(form: SearchIndex.version) { count in
      index = SearchIndex(capacity: count)
      ids.reserveCapacity(count)
    } kept: { bytes in
      Self.take(bytes, &index, &ids)
    } made: { keys in
      let bytes = Self.bytes(of: keys)
      // What is kept is what is used, so both are the same whoever searches first.
      _ = bytes.withUnsafeBytes { Self.take($0, &index, &ids) }
      return bytes
    }
    self.index = index
    self.ids = ids
  }

  /// Something of it had to be made.
  var isFresh: Bool { !fresh.isEmpty }

  /// Keeps what had to be made, so that the next who searches need not.
  public func keep(in store: Store) throws { try store.keep(fresh) }

  /// - Parameter tolerant: do not tell zh from z, n from l, ang from an and so on.
  /// - Returns: how many fit, and the best of them, best first.
  public func search(
    _ query: String, limit: Int, tolerant: Bool = false
  ) -> (total: Int, best: [MemberID]) {
    let matches = index.search(query, limit: limit, tolerant: tolerant)
    return (matches.total, matches.best.map { ids[$0.ordinal] })
  }

  /// Everyone found beyond doubt by what was typed, of the best kind that finds anybody.
  public func exactly(_ who: String) -> [MemberID] {
    let best = index.search(who, limit: 20).best
    guard let kind = best.first?.kind, kind.isExact else { return [] }
    return best.filter { $0.kind == kind }.map { ids[$0.ordinal] }
  }
}

extension Store {
  /// Whose a whole phone number is, as people write it: `154 0000 0001`, `+86…`, `0086…`. The search
  /// knows the last four digits only, so whoever looks somebody up asks here first.
  ///
  /// - Returns: nil for what is no phone number, or nobody's.
  func owners(ofPhone words: String) throws -> [Member]? {
    guard let phone = PhoneNumber(words) else { return nil }
    let owners = try members(named: phone.digits)
    return owners.isEmpty ? nil : owners
  }
}

extension RegisterIndex {
  /// Those who fit what was typed, best first: the owners of a whole phone number before all others.
  ///
  /// - Returns: how many fit, and some of them.
  public func find(
    _ words: String, _ rows: Range<Int>, tolerant: Bool = false, in store: Store
  ) throws -> (total: Int, rows: [Member]) {
    if let owners = try store.owners(ofPhone: words) {
      return (owners.count, Array(owners.dropFirst(rows.lowerBound).prefix(rows.count)))
    }
    let found = search(words, limit: max(rows.upperBound, 1), tolerant: tolerant)
    let window = found.best.dropFirst(rows.lowerBound).prefix(rows.count)
    return (found.total, try store.members(Array(window)))
  }
}

// A stretch as it is kept: how many members, their keys of sixteen bytes, then the index of them.
extension RegisterIndex {
  private static let headSize = 8
  private static let keySize = 16

  private static func bytes(of keys: [MemberKey]) -> [UInt8] {
    var index = SearchIndex(capacity: keys.count)
    for key in keys { index.append(name: key.name, number: key.number, lastFour: key.lastFour) }
    var bytes: [UInt8] = []
    let words = [UInt64(keys.count)] + keys.flatMap { [$0.id.high, $0.id.low] }
    for word in words { withUnsafeBytes(of: word.littleEndian) { bytes += $0 } }
    return bytes + index.bytes
  }

  /// - Returns: false, and nothing is taken, where the bytes are not whole.
  private static func take(
    _ bytes: UnsafeRawBufferPointer, _ index: inout SearchIndex, _ ids: inout [MemberID]
  ) -> Bool {
    func word(_ place: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * place, as: UInt64.self))
    }
    guard bytes.count >= headSize, word(0) < 1 << 24 else { return false }
    let count = Int(word(0))
    let head = headSize + keySize * count
    guard bytes.count >= head,
      index.append(UnsafeRawBufferPointer(rebasing: bytes[head...]), count: count)
    else { return false }
    for place in 0..<count {
      ids.append(MemberID(high: word(1 + 2 * place), low: word(2 + 2 * place)))
    }
    return true
  }
}
