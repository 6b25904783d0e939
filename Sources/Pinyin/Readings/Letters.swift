/// At most eight ASCII letters in one word, the first in the lowest byte.
///
/// Two spellings are compared by one exclusive or instead of a loop.
struct Letters: Hashable, Sendable {
  let packed: UInt64

  init(packed: UInt64) { self.packed = packed }

  /// Keeps the first eight.
  init(_ bytes: some Sequence<UInt8>) {
    var word: UInt64 = 0
    for (index, byte) in bytes.prefix(8).enumerated() { word |= UInt64(byte) << UInt64(8 * index) }
    packed = word
  }

  var count: Int { (71 - packed.leadingZeroBitCount) / 8 }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  var bytes: [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: packed >> UInt64(8 * $0)) } }

  /// How many letters the two begin with in common.
  func common(with other: Letters) -> Int {
    min((packed ^ other.packed).trailingZeroBitCount / 8, count, other.count)
  }

  /// The length of zh, ch, sh; else 1.
  var initialCount: Int {
    let first = UInt8(truncatingIfNeeded: packed)
    let isRetroflex = first == 0x7a || first == 0x63 || first == 0x73
    return isRetroflex && UInt8(truncatingIfNeeded: packed >> 8) == 0x68 ? 2 : 1
  }
}
