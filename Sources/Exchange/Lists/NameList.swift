internal import Matchmaking

/// One line of a plain list, as for check-in: a badge, number, phone or name.
public struct NameLine: Hashable, Sendable {
  /// Counted from 1.
  public let row: Int
  public let text: String

  /// Reads one name a line; blank lines are passed over. There is no head.
  public static func read(_ source: ByteSource) throws(FileFault) -> Reading<NameLine> {
    var reading = Reading<NameLine>()
    var bytes: [UInt8] = []
    while true {
      let piece = try source.next()
      if piece.isEmpty { break }
      bytes += piece
    }
    let kind = FileKind(bytes.prefix(1 << 16))
    guard kind == .text else {
      let problem = ImportProblem(
        row: 0, column: "", code: .unsupportedFile, evidence: kind.rawValue, isRefusal: true)
      reading.problems = [kind == .empty ? .emptyFile : problem]
      return reading
    }
    let start = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    for (index, line) in lines(bytes[start...]).enumerated() {
      add(line, row: index + 1, to: &reading)
    }
    return reading
  }

  private static func add(_ line: ArraySlice<UInt8>, row: Int, to reading: inout Reading<NameLine>)
  {
    func refuse(_ code: ImportProblem.Code, _ text: String) {
      let evidence = PlainText(text, lines: .joined).text.trimmed.shortened(to: 40)
      reading.problems.append(
        ImportProblem(row: row, column: "", code: code, evidence: evidence, isRefusal: true))
    }
    guard let raw = String(validating: line, as: UTF8.self) else {
      return refuse(.notUTF8, String(decoding: line, as: UTF8.self))
    }
    let plain = PlainText(raw, lines: .joined)
    if plain.lostCharacters { return refuse(.controlCharacters, raw) }
    let text = plain.text.trimmed
    if text.isEmpty { return }
    if text.utf8.count > 400 { return refuse(.tooLong, text) }
    reading.rows.append(NameLine(row: row, text: text))
  }

  /// LF, CRLF or CR between them.
  private static func lines(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    var at = start
    while at < bytes.endIndex {
      let byte = bytes[at]
      if byte == CSVScanner.newline || byte == CSVScanner.carriageReturn {
        lines.append(bytes[start..<at])
        let isPaired =
          byte == CSVScanner.carriageReturn && at + 1 < bytes.endIndex
          && bytes[at + 1] == CSVScanner.newline
        if isPaired { at += 1 }
        start = at + 1
      }
      at += 1
    }
    lines.append(bytes[start...])
    return lines
  }
}
