/// A column of texts, or of other bytes, of which most are said by many: each once, and a number for each
/// member.
struct TextColumn {
  let count: Int
  /// How many different ones there are.
  let texts: Int
  private let bytes: UnsafeRawBufferPointer
  private static let head = 8
  /// Where the texts and the members' numbers begin.
  private let start: Int
  private let cells: Int

  /// Nil where the bytes hold no such column of so many members.
  init?(_ bytes: UnsafeRawBufferPointer, count: Int) {
    guard bytes.count >= Self.head, bytes.count32(at: 0) == count else { return nil }
    let texts = bytes.count32(at: 4)
    let start = Self.head + 4 * texts
    guard texts <= count, start <= bytes.count else { return nil }
    let size = texts == 0 ? 0 : bytes.count32(at: start - 4)
    guard bytes.count == start + size + 2 * count else { return nil }
    self.init(checked: bytes)
    var (last, isWhole) = (0, true)
    for text in 0..<texts {
      let end = bytes.count32(at: Self.head + 4 * text)
      isWhole = isWhole && end >= last && end <= size
      last = end
    }
    for place in 0..<count { isWhole = isWhole && cell(place) < texts }
    guard isWhole else { return nil }
  }

  /// Of bytes that were found whole.
  init(checked bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    (count, texts) = (bytes.count32(at: 0), bytes.count32(at: 4))
    start = Self.head + 4 * texts
    cells = start + (texts == 0 ? 0 : bytes.count32(at: start - 4))
  }

  /// Which of the texts is a member's.
  @inline(__always)
  func cell(_ place: Int) -> Int {
    Int(
      UInt16(
        littleEndian: bytes.loadUnaligned(fromByteOffset: cells + 2 * place, as: UInt16.self)))
  }

  func text(_ number: Int) -> UnsafeRawBufferPointer {
    let from = number == 0 ? 0 : bytes.count32(at: Self.head + 4 * (number - 1))
    let to = bytes.count32(at: Self.head + 4 * number)
    return UnsafeRawBufferPointer(rebasing: bytes[(start + from)..<(start + to)])
  }

  func word(_ number: Int) -> String { String(decoding: text(number), as: UTF8.self) }

  /// A member's text.
  subscript(place: Int) -> String { word(cell(place)) }
}

extension TextColumn {
  /// How many, how many different ones, where each of these ends, then they themselves, then whose is which.
  static func bytes<Text: Hashable, Bytes: Collection<UInt8>>(
    of column: [Text], _ written: (Text) -> Bytes
  ) -> [UInt8] {
    var numbers: [Text: UInt16] = [:]
    var (ends, texts, cells): ([UInt8], [UInt8], [UInt8]) = ([], [], [])
    for text in column {
      let number: UInt16
      if let known = numbers[text] {
        number = known
      } else {
        number = UInt16(clamping: numbers.count)
        numbers[text] = number
        texts += written(text)
        ends.append(little: UInt32(texts.count))
      }
      cells.append(little: number)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(head + ends.count + texts.count + cells.count)
    bytes.append(little: UInt32(column.count))
    bytes.append(little: UInt32(numbers.count))
    return bytes + ends + texts + cells
  }
}
