/// Finds texts again by their bytes, and the numbers that were noted with them.
///
/// For what is asked of every row of a roster: no string is made, and a text takes its bytes and
/// sixteen more. The same text may be noted with several numbers, which come in the order they were
/// noted in. How texts spread over the slots is no secret: whoever brings the roster can make it
/// slow, never wrong.
package struct TextTable: Sendable {
  private struct Entry {
    var hash: UInt32
    var end: UInt32
    var number: Int32
    /// The next entry in the same slot; negative for none.
    var next: Int32
  }

  private var slots: [Int32]
  private var entries: [Entry] = []
  private var bytes: [UInt8] = []

  /// - Parameter count: about how many texts are to come.
  package init(expecting count: Int = 0) {
    slots = Array(repeating: -1, count: TextTable.slots(for: count))
    entries.reserveCapacity(count)
    bytes.reserveCapacity(count * 12)
  }

  package var count: Int { entries.count }

  package mutating func note(_ text: Span<UInt8>, as number: Int32) {
    if entries.count >= slots.count { grow() }
    let hash = TextTable.hash(text)
    text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    entries.append(
      Entry(hash: hash, end: UInt32(bytes.count), number: number, next: -1))
    link(entries.count - 1)
  }

  /// The first number noted with the text, of those that are accepted.
  package func first(
    _ text: Span<UInt8>, where isAccepted: (Int32) -> Bool = { _ in true }
  ) -> Int32? {
    let hash = TextTable.hash(text)
    var place = slots[Int(hash) & (slots.count - 1)]
    while place >= 0 {
      let entry = entries[Int(place)]
      if entry.hash == hash, isText(text, of: Int(place)), isAccepted(entry.number) {
        return entry.number
      }
      place = entry.next
    }
    return nil
  }

  private func isText(_ text: Span<UInt8>, of place: Int) -> Bool {
    let start = place == 0 ? 0 : Int(entries[place - 1].end)
    guard Int(entries[place].end) - start == text.count else { return false }
    let own = bytes.span
    for index in 0..<text.count where own[start + index] != text[index] { return false }
    return true
  }

  /// Behind the others of its slot, so that the order stays.
  private mutating func link(_ place: Int) {
    let slot = Int(entries[place].hash) & (slots.count - 1)
    guard slots[slot] >= 0 else {
      slots[slot] = Int32(place)
      return
    }
    var last = Int(slots[slot])
    while entries[last].next >= 0 { last = Int(entries[last].next) }
    entries[last].next = Int32(place)
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for place in entries.indices {
      entries[place].next = -1
      link(place)
    }
  }

  private static func slots(for count: Int) -> Int {
    var slots = 64
    while slots < count { slots *= 2 }
    return slots
  }

  /// Eight bytes at a time, each mixed in by a multiplication (after FxHash and MurmurHash3's end).
  private static func hash(_ text: Span<UInt8>) -> UInt32 {
    var hash = UInt64(truncatingIfNeeded: text.count) &* 0x9e37_79b9_7f4a_7c15
    var word: UInt64 = 0
    for index in 0..<text.count {
      word = word << 8 | UInt64(text[index])
      if index & 7 == 7 {
        hash = (hash ^ word) &* 0xff51_afd7_ed55_8ccd
        hash ^= hash >> 32
        word = 0
      }
    }
    hash = (hash ^ word) &* 0xff51_afd7_ed55_8ccd
    hash ^= hash >> 33
    hash = hash &* 0xc4ce_b9fe_1a85_ec53
    return UInt32(truncatingIfNeeded: hash ^ hash >> 29)
  }
}
