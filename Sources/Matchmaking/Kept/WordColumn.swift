/// The texts of a whole register, each once, and a number for each member.
public struct WordColumn: Sendable {
  /// In the order of their first use.
  public var words: [String] { numbers.words }
  /// The place in `words` of each member's text.
  public private(set) var cells: [UInt32] = []
  private var numbers = WordNumbers()

  public init() {}

  public var count: Int { cells.count }

  public subscript(place: Int) -> String { numbers.words[Int(cells[place])] }

  /// Appends what is kept of a stretch.
  mutating func append(_ column: TextColumn) {
    let numbering = (0..<column.texts).map { numbers.number(of: column.word($0)) }
    cells.reserveCapacity(cells.count + column.count)
    for place in 0..<column.count { cells.append(numbering[column.cell(place)]) }
  }

  /// The same texts in another order of the members.
  func reordered(_ places: [Int32]) -> WordColumn {
    var column = self
    column.cells = places.map { cells[Int($0)] }
    return column
  }
}

/// Numbers for texts, in the order of their first use.
struct WordNumbers: Sendable {
  private(set) var words: [String] = []
  private var numbers: [Key: UInt32] = [:]

  mutating func number(of word: String) -> UInt32 {
    if let number = numbers[Key(text: word)] { return number }
    let number = UInt32(words.count)
    numbers[Key(text: word)] = number
    words.append(word)
    return number
  }

  /// By its bytes: to hold texts against each other as Unicode has it takes five times as long.
  private struct Key: Hashable {
    let text: String

    static func == (one: Key, other: Key) -> Bool { one.text.utf8.elementsEqual(other.text.utf8) }

    func hash(into hasher: inout Hasher) {
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }
}
