import Files
import Foundation
import Matchmaking

/// Looks through the bytes of a file for members who were erased, whatever kind of file it is: one that is
/// damaged, a log by itself, and pages nobody uses any more among them.
///
/// Members are known by the keys of their rows, which stand in the file's rows, indices and log as they are.
/// Where the file also has the key of the act that erased them it was made afterwards, and only their keys
/// are left in it.
struct TraceScan {
  struct Erasing {
    /// Nil while it is only rehearsed.
    let act: RawKey?
    let members: Set<RawKey>
  }

  private let erasings: [Erasing]
  /// Names and phones, as UTF-8, for whoever stands in the file under a key nobody knows here.
  private let texts: [(erasing: Int, sought: SoughtBytes)]
  private let wanted: Set<RawKey>
  private let overlap: Int

  private static let piece = 1 << 20

  /// - Parameter texts: of those whom the last of the erasings was about.
  init(_ erasings: [Erasing], texts: [String] = []) {
    self.erasings = erasings
    self.texts = texts.filter { !$0.isEmpty }.map { (erasings.count - 1, SoughtBytes($0)) }
    wanted = erasings.reduce(into: []) { all, one in
      if let act = one.act { all.insert(act) }
      all.formUnion(one.members)
    }
    overlap = max(RawKey.length, texts.map(\.utf8.count).max() ?? 0)
  }

  /// Whether any of these files holds somebody who was erased; nil where one of them cannot be read.
  func holds(_ paths: [String]) -> Bool? {
    var (keys, places) = (Set<RawKey>(), Set<Int>())
    for path in paths where !FilesInUse.contains(path) {
      guard look(through: path, &keys, &places) else { return nil }
    }
    return erasings.indices.contains { index in
      let erasing = erasings[index]
      if let act = erasing.act, keys.contains(act) { return false }
      return !erasing.members.isDisjoint(with: keys)
        || places.contains { texts[$0].erasing == index }
    }
  }

  private func look(
    through path: String, _ keys: inout Set<RawKey>, _ places: inout Set<Int>
  ) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else { return errno == ENOENT }
    guard status.st_mode & S_IFMT == S_IFREG else { return false }
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { _ = close(file) }
    var bytes = [UInt8](repeating: 0, count: overlap + Self.piece)
    var kept = 0
    while true {
      let count = bytes.withUnsafeMutableBytes { room in
        read(file, room.baseAddress?.advanced(by: kept), Self.piece)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return false }
      let end = kept + count
      bytes.withUnsafeBytes {
        find(in: UnsafeRawBufferPointer(rebasing: $0[..<end]), &keys, &places)
      }
      if count == 0 { return true }
      kept = min(overlap, end)
      bytes.replaceSubrange(0..<kept, with: Array(bytes[end - kept..<end]))
    }
  }

  private func find(
    in bytes: UnsafeRawBufferPointer, _ keys: inout Set<RawKey>, _ places: inout Set<Int>
  ) {
    guard let start = bytes.baseAddress else { return }
    for (place, text) in texts.enumerated() where !places.contains(place) {
      if text.sought.isIn(bytes) { places.insert(place) }
    }
    var from = 0
    while from < bytes.count, let dash = memchr(start + from, 0x2d, bytes.count - from) {
      let place = UnsafeRawPointer(dash) - start
      from = place + 1
      if let key = RawKey(bytes, at: place - 8), wanted.contains(key) { keys.insert(key) }
    }
  }
}

/// A text that is looked for among bytes.
///
/// Source: Horspool, "Practical fast searching in strings" (1980).
private struct SoughtBytes {
  private let text: [UInt8]
  /// How far the text may be moved on, by the byte that stands under its last one.
  private let steps: [Int]

  init(_ text: String) {
    self.text = Array(text.utf8)
    var steps = [Int](repeating: self.text.count, count: 256)
    for (place, byte) in self.text.dropLast().enumerated() {
      steps[Int(byte)] = self.text.count - 1 - place
    }
    self.steps = steps
  }

  func isIn(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var end = text.count - 1
    while end < bytes.count {
      let start = end - text.count + 1
      if bytes[end] == text[text.count - 1], bytes[start...end].elementsEqual(text) { return true }
      end += steps[Int(bytes[end])]
    }
    return false
  }
}

/// A key as it is written in a file: 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12.
struct RawKey: Hashable {
  private let high: UInt64
  private let low: UInt64

  static let length = 36
  private static let hyphens = [8, 13, 18, 23]

  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let key = bytes.withUnsafeBytes({ RawKey($0, at: 0) }), bytes.count == Self.length
    else { return nil }
    self = key
  }

  init?(_ bytes: UnsafeRawBufferPointer, at start: Int) {
    guard start >= 0, start + Self.length <= bytes.count,
      Self.hyphens.allSatisfy({ bytes[start + $0] == 0x2d })
    else { return nil }
    var (high, low) = (UInt64(0), UInt64(0))
    for place in 0..<Self.length where !Self.hyphens.contains(place) {
      let digit: UInt64
      switch bytes[start + place] {
      case let byte where (48...57).contains(byte): digit = UInt64(byte) - 48
      case let byte where (97...102).contains(byte): digit = UInt64(byte) - 87
      default: return nil
      }
      if place < 18 { high = high << 4 | digit } else { low = low << 4 | digit }
    }
    (self.high, self.low) = (high, low)
  }
}
