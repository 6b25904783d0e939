import Characters

/// `AB12`, or `$AB$12`: column 27, counted from 0, and row 12; either may be missing.
struct CellReference {
  var column: Int?
  var row: Int?
  /// Whether there is nothing but a column and, perhaps, a row.
  var isReadable: Bool { column != nil && isWhole }

  private var isWhole = true

  @inline(__always)
  init(_ bytes: Span<UInt8>) {
    var at = 0
    if bytes.count > 0, bytes[0] == Self.dollar { at = 1 }
    let first = at
    var letters = 0
    while at < bytes.count, at < first + 4 {
      let letter = bytes[at] & 0xdf
      guard letter >= 0x41, letter <= 0x5a else { break }
      letters = letters * 26 + Int(letter) - 0x40
      at += 1
    }
    if at > first { column = letters - 1 }
    if at < bytes.count, bytes[at] == Self.dollar { at += 1 }
    if at == bytes.count { return }
    row = CellReference.number(bytes, from: at)
    isWhole = row != nil && row != 0
  }

  private static let dollar = UInt8(ascii: "$")

  /// Nil for anything but one to nine digits up to the end.
  @inline(__always)
  static func number(_ bytes: Span<UInt8>, from start: Int = 0) -> Int? {
    guard start < bytes.count, bytes.count - start <= 9 else { return nil }
    var value = 0
    for index in start..<bytes.count {
      let digit = bytes[index] &- 0x30
      guard digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  /// As a spreadsheet names it, the column counted from 0.
  static func name(column: Int, row: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      rest -= 1
      letters = String(Unicode.Scalar(UInt8(ascii: "A") + UInt8(rest % 26))) + letters
      rest /= 26
    }
    return "\(letters)\(row)"
  }
}

/// Cells that were made one; rows are counted from 1, columns from 0.
public struct MergedCells: Hashable, Sendable {
  public let rows: ClosedRange<Int>
  public let columns: ClosedRange<Int>
  /// `B5:B9`
  public let name: String

  init?(_ name: String) {
    let corners = name.split(separator: ":").map { CellReference(Array($0.utf8).span) }
    guard let first = corners.first, let last = corners.last, corners.count <= 2,
      let firstRow = first.row, let lastRow = last.row, let left = first.column,
      let right = last.column, firstRow <= lastRow, left <= right
    else { return nil }
    rows = firstRow...lastRow
    columns = left...right
    self.name = name
  }
}
