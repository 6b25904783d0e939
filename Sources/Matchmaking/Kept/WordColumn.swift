/// A column of texts, of which most are said by many: each text once, and a number for each member.
public struct WordColumn: Sendable {
  /// In the order of their first use.
  public private(set) var words: [String] = []
  /// The place in `words` of each member's text.
  public private(set) var cells: [UInt32] = []
  private var numbers: [String: UInt32] = [:]

  public init() {}

  public var count: Int { cells.count }

  public subscript(place: Int) -> String { words[Int(cells[place])] }

  public mutating func append(_ word: String) { cells.append(number(of: word)) }

  /// Nothing more is appended; what was needed for that goes.
  public mutating func close() { numbers = [:] }

  /// Appends what another column holds.
  mutating func append(_ other: WordColumn) {
    let numbering = other.words.map { number(of: $0) }
    cells.reserveCapacity(cells.count + other.count)
    for cell in other.cells { cells.append(numbering[Int(cell)]) }
  }

  /// The same texts in another order of the members.
  func reordered(_ places: [Int32]) -> WordColumn {
    var column = self
    column.cells = places.map { cells[Int($0)] }
    return column
  }

  private mutating func number(of word: String) -> UInt32 {
    if let number = numbers[word] { return number }
    let number = UInt32(words.count)
    numbers[word] = number
    words.append(word)
    return number
  }
}

// How many cells and words, where each word ends, the words, then the cells.
extension WordColumn {
  /// - Parameter width: bytes of a cell; a stretch has few members, so that two are enough.
  func append(to bytes: inout [UInt8]) {
    bytes.append(little: UInt32(cells.count))
    bytes.append(little: UInt32(words.count))
    var end = 0
    for word in words {
      end += word.utf8.count
      bytes.append(little: UInt32(end))
    }
    for word in words { bytes += word.utf8 }
    for cell in cells { bytes.append(little: UInt16(clamping: cell)) }
  }

  /// - Returns: the column and where it ends; nil where the bytes hold none of so many cells.
  static func read(
    _ bytes: UnsafeRawBufferPointer, at start: Int, count: Int
  ) -> (column: WordColumn, end: Int)? {
    guard let shape = Shape(bytes, at: start, count: count) else { return nil }
    var column = WordColumn()
    column.words.reserveCapacity(shape.words)
    var last = 0
    for number in 0..<shape.words {
      let next = bytes.number(at: start + 8 + 4 * number)
      guard next >= last, next <= shape.size else { return nil }
      let text = bytes[(shape.texts + last)..<(shape.texts + next)]
      column.words.append(String(decoding: text, as: UTF8.self))
      last = next
    }
    column.cells.reserveCapacity(count)
    for place in 0..<count {
      let cell = UInt16(
        littleEndian: bytes.loadUnaligned(
          fromByteOffset: shape.cells + 2 * place, as: UInt16.self))
      guard Int(cell) < shape.words else { return nil }
      column.cells.append(UInt32(cell))
    }
    return (column, shape.end)
  }

  /// Where a column ends that nobody asks for; nil where the bytes hold none of so many cells.
  static func end(_ bytes: UnsafeRawBufferPointer, at start: Int, count: Int) -> Int? {
    Shape(bytes, at: start, count: count)?.end
  }

  /// Where the parts of a column stand.
  private struct Shape {
    let words: Int
    /// Of the words together, in bytes.
    let size: Int
    let texts: Int
    let cells: Int
    let end: Int

    init?(_ bytes: UnsafeRawBufferPointer, at start: Int, count: Int) {
      guard start + 8 <= bytes.count else { return nil }
      words = bytes.number(at: start + 4)
      texts = start + 8 + 4 * words
      guard bytes.number(at: start) == count, words <= count, texts <= bytes.count else {
        return nil
      }
      size = words == 0 ? 0 : bytes.number(at: texts - 4)
      cells = texts + size
      end = cells + 2 * count
      guard end <= bytes.count else { return nil }
    }
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func number(at place: Int) -> Int {
    Int(UInt32(littleEndian: loadUnaligned(fromByteOffset: place, as: UInt32.self)))
  }
}
