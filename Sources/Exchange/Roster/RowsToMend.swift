import Characters
internal import Matchmaking

/// The rows of a file with which something is wrong, as they stood there, to be mended and imported again.
///
/// Behind their columns stands one that says why. It is passed over when the file comes back.
public struct RowsToMend: Hashable, Sendable {
  /// What is to be said about one row.
  public struct Complaint: Hashable, Sendable {
    /// Heads of the columns that are meant.
    public var columns: Set<String> = []
    public var reason = ""

    public init() {}
  }

  struct Row: Hashable, Sendable {
    var cells: [String]
    /// Places of the cells that are meant.
    var marked: Set<Int>
    var reason: String
  }

  public let heads: [String]
  public var isEmpty: Bool { rows.isEmpty }
  private(set) var rows: [Row] = []

  /// Reads the file once more and keeps what was complained about, by the number of the row.
  ///
  /// Nil where the file has no head that is understood: then there is nothing to mend row by row.
  public init?(
    _ source: ByteSource, choosing choice: ReadingChoice = ReadingChoice(),
    complaints: [Int: Complaint]
  ) throws(FileFault) {
    var reader = try RosterReader(source, choosing: choice)
    guard let head = reader.head else { return nil }
    var heads = head.names.map { PlainText($0, lines: .joined).text }
    while let row = try reader.nextCells() {
      guard let complaint = complaints[row.number] else { continue }
      while heads.count < row.cells.count { heads.append("") }
      let marked = head.names.indices.filter { complaint.columns.contains(head.names[$0]) }
      let cells = row.cells.enumerated().map { column, cell in
        reader.inOwnDays(PlainText(cell).text, column: column)
      }
      rows.append(Row(cells: cells, marked: Set(marked), reason: complaint.reason))
    }
    // A file that was mended before brings the column along.
    if let old = heads.firstIndex(where: RosterHead.isComplaints) {
      heads.remove(at: old)
      for index in rows.indices where old < rows[index].cells.count {
        rows[index].cells.remove(at: old)
        rows[index].marked = Set(
          rows[index].marked.filter { $0 != old }.map { $0 > old ? $0 - 1 : $0 })
      }
    }
    self.heads = heads
    for index in rows.indices {
      let missing = heads.count - rows[index].cells.count
      rows[index].cells += Array(repeating: "", count: max(0, missing))
    }
  }

  /// As comma-separated values with a byte-order mark.
  ///
  /// - Parameter title: the head of the column that says why.
  public func csv(title: String) -> String {
    var text = ""
    writeCSV(title: title) { text += $0 }
    return text
  }

  /// The same in pieces, in order.
  public func writeCSV(title: String, _ give: (String) throws -> Void) rethrows {
    try Table.write(
      (heads + [title]).map { TableColumn($0) },
      rows.lazy.map { ($0.cells + [$0.reason]).map { TableCell.text($0) } }, as: .csv, bom: true,
      give)
  }
}

extension RosterReader {
  /// The cell as it can stand in another file: a birth that is nothing but a day counted from 1904 would be
  /// another there.
  fileprivate func inOwnDays(_ cell: String, column: Int) -> String {
    guard is1904, cell.utf8.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ".") }) else {
      return cell
    }
    let field = head?.field(at: column)
    if field == .answered, let time = AnswerTime(cell.trimmed, is1904: true),
      time != AnswerTime(cell.trimmed)
    {
      return time.description
    }
    guard field == .birth,
      let birth = FieldReading.birth(cell.trimmed, is1904: true),
      birth != FieldReading.birth(cell.trimmed)
    else { return cell }
    return birth.description
  }
}

extension RosterHead {
  /// Heads of the column that ``RowsToMend`` adds.
  public static let complaintTitles = ["导入问题", "import problems"]

  static func isComplaints(_ head: String) -> Bool {
    complaintTitles.contains(head.trimmed.lowercased())
  }
}
