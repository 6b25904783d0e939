/// What stands between the cells of a file, judged by its first line.
struct Separator {
  static let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

  let byte: UInt8
  /// The bytes of a line `sep=;`, which spreadsheets write for one another and do not show.
  let declarationLength: Int

  /// - Parameter start: the beginning of the file, behind a byte-order mark.
  init(_ start: ArraySlice<UInt8>) {
    if let declared = Separator.declared(start) {
      self = declared
    } else {
      byte = Separator.commonest(start)
      declarationLength = 0
    }
  }

  private init(byte: UInt8, declarationLength: Int) {
    self.byte = byte
    self.declarationLength = declarationLength
  }

  private static func declared(_ start: ArraySlice<UInt8>) -> Separator? {
    let line = start.prefix { $0 != CSVScanner.newline && $0 != CSVScanner.carriageReturn }
    guard line.count == 5, line.starts(with: Array("sep=".utf8)), let byte = line.last,
      candidates.contains(byte)
    else { return nil }
    let ends = start.dropFirst(5).prefix(2)
    let isPaired = ends.elementsEqual([CSVScanner.carriageReturn, CSVScanner.newline])
    return Separator(byte: byte, declarationLength: 5 + (isPaired ? 2 : min(1, ends.count)))
  }

  /// The candidate that stands most often outside of quotes on the first line that is not empty.
  private static func commonest(_ start: ArraySlice<UInt8>) -> UInt8 {
    var counts = [0, 0, 0]
    var isQuoted = false
    var isStarted = false
    for byte in start {
      if byte == CSVScanner.quote { isQuoted.toggle() }
      let endsLine = byte == CSVScanner.newline || byte == CSVScanner.carriageReturn
      if endsLine, isStarted, !isQuoted { break }
      if !endsLine { isStarted = true }
      if !isQuoted, let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    let most = counts.max() ?? 0
    return candidates[counts.firstIndex(of: most) ?? 0]
  }
}
