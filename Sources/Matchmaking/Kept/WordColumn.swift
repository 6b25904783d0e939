/// The texts of a whole register, each once, and a number for each member.
public struct WordColumn: Sendable {
  /// In the order of their first use.
  public private(set) var words: [String] = []
  /// The place in `words` of each member's text.
  public private(set) var cells: [UInt32] = []
  private var numbers: [String: UInt32] = [:]

  public init() {}

  public var count: Int { cells.count }

  public subscript(place: Int) -> String { words[Int(cells[place])] }

  /// Appends what is kept of a stretch.
  mutating func append(_ column: TextColumn) {
    let numbering = (0..<column.texts).map { number(of: column.word($0)) }
    cells.reserveCapacity(cells.count + column.count)
    for place in 0..<column.count { cells.append(numbering[column.cell(place)]) }
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
