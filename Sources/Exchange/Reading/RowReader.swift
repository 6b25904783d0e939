import Characters

public import Matchmaking

/// What somebody said about a file that is to be read.
public struct ReadingChoice: Hashable, Sendable {
  /// The sheet of a workbook; nil for the first that has the look of what is wanted.
  public var sheet: String?
  /// Of a text file; nil to find it.
  public var encoding: TextEncoding?
  /// What somebody said of columns of a roster, by their heads.
  public var columns: [String: ColumnDecision]
  /// The day it is read on: nobody is born later. Nil where that does not matter.
  public var day: Day?

  public init(
    sheet: String? = nil, encoding: TextEncoding? = nil, columns: [String: ColumnDecision] = [:],
    day: Day? = nil
  ) {
    self.sheet = sheet
    self.encoding = encoding
    self.columns = columns
    self.day = day
  }
}

/// Reads rows of cells from whatever file comes: comma-separated values in any usual encoding, or a
/// sheet of a workbook.
///
/// ```
/// var rows = try RowReader(ByteSource(path: path))
/// var row = RawRow()
/// while try rows.next(into: &row) { … }
/// ```
///
/// What cells mean is none of its business; only a head may have to be recognised, to choose among
/// sheets.
public struct RowReader {
  /// What is wrong with the file as a whole; with a refusal among them it has no rows. What is found
  /// only while reading, as that the file is cut off, is added then.
  public private(set) var problems: [ImportProblem] = []
  /// The sheets that can be seen, or the hidden ones where no other has rows; empty for text.
  public private(set) var sheets: [String] = []
  /// The sheet that is read; nil for text.
  public private(set) var sheet: String?
  /// Rows of the sheet that sum a table up, whatever stands in them.
  public private(set) var totalsRows: Set<Int> = []
  /// Complete once all rows are read.
  public var merged: [MergedCells] { rows?.reader.merged ?? [] }
  /// How many cells each row of a sheet has at least: sheets leave out those at the end that are empty.
  public var width = 0
  /// Whether the days of a workbook are counted from 1904.
  public private(set) var is1904 = false

  /// The size of the file, where it is known.
  public private(set) var total: Int?
  /// How far the rows reach that were given out.
  public var bytesDone: Int { rows?.reader.packed ?? csv?.bytesDone ?? 0 }

  private var csv: CSVReader?
  private var rows: SheetRows?
  private var lastNumber = 0

  /// - Parameter isHead: whether a row has the look of the head that is wanted.
  public init(
    _ source: ByteSource, choosing choice: ReadingChoice = ReadingChoice(),
    limits: CSVLimits = CSVLimits(), isHead: @escaping (TextRow) -> Bool = { _ in true }
  ) throws(FileFault) {
    let (first, whole) = try source.peeked()
    total = source.total
    let kind = FileKind(first.prefix(1 << 16))
    switch kind {
    case .text, .wide:
      csv = try CSVReader(whole, encoding: choice.encoding, limits: limits, isHead: isHead)
      total = csv?.total
    case .empty: problems = [.emptyFile]
    case .zip: try openWorkbook(whole, choice, isHead)
    case .ole:
      let kind = try whole.wholly(upTo: Self.pipeLimit).map(CompoundFile.kind) ?? "ole"
      refuse(kind == "encrypted" ? .encryptedFile : .unsupportedFile, kind)
    case .html, .pdf, .binary: refuse(.unsupportedFile, kind.name)
    }
  }

  /// How much of a workbook is taken from a pipe, which has to be held.
  private static let pipeLimit = 256 << 20

  /// Fills the next row; false at the end and for a file that is refused.
  public mutating func next(into row: inout RawRow) throws(FileFault) -> Bool {
    if csv != nil { return try csv?.next(into: &row) ?? false }
    do throws(WorkbookFault) {
      guard try rows?.next(into: &row) ?? false else { return false }
      lastNumber = row.number
      while row.count < width { row.appendEmptyCell() }
      return true
    } catch {
      if case .file(let fault) = error { throw fault }
      refuse(error, row: lastNumber + 1)
      rows?.isDone = true
      return false
    }
  }

  public mutating func next() throws(FileFault) -> TextRow? {
    var row = RawRow()
    return try next(into: &row) ? row.texts : nil
  }

  /// Lets whoever knows what rows mean say whether the lines within a quoted cell of text are rows, whose
  /// quotes were lost; nil where it cannot be told.
  mutating func judgeLines(_ isRow: @escaping (TextRow) -> Bool?) { csv?.isRow = isRow }

  private mutating func refuse(_ code: ImportProblem.Code, _ evidence: String, row: Int = 0) {
    problems.append(
      ImportProblem(row: row, column: "", code: code, evidence: evidence, isRefusal: true))
  }

  private mutating func refuse(_ fault: WorkbookFault, row: Int = 0) {
    switch fault {
    case .damaged, .file: refuse(.damagedFile, "", row: row)
    case .oversized: refuse(.oversizedFile, "", row: row)
    case .encrypted: refuse(.encryptedFile, "zip", row: row)
    }
  }
}

// MARK: - Workbooks

extension RowReader {
  private mutating func openWorkbook(
    _ source: ByteSource, _ choice: ReadingChoice, _ isHead: @escaping (TextRow) -> Bool
  ) throws(FileFault) {
    guard let stored = try source.wholly(upTo: Self.pipeLimit) else {
      return refuse(.oversizedFile, "")
    }
    do throws(WorkbookFault) {
      let archive = try ZipArchive(stored)
      if let other = archive.otherKind { return refuse(.unsupportedFile, other) }
      let book = try Workbook(archive)
      is1904 = book.is1904
      sheets = book.sheets.filter { !$0.isHidden }.map(\.name)
      switch try SheetChoice(book, choice.sheet, isHead).answer() {
      case .chosen(let chosen):
        take(chosen)
        totalsRows = book.totalsRows(of: chosen.sheet)
      case .unknown: refuse(.unknownSheet, book.sheets.map(\.name).joined(separator: ", "))
      case .hidden(let names):
        sheets = names
        refuse(.hiddenSheets, names.joined(separator: ", ").shortened(to: 200))
      case .empty: refuse(.emptyFile, "")
      }
    } catch {
      if case .file(let fault) = error { throw fault }
      refuse(error)
    }
  }

  private mutating func take(_ chosen: SheetChoice.Chosen) {
    sheet = chosen.sheet.name
    total = chosen.sheet.part?.compressedSize
    rows = chosen.rows
    for (code, names) in [
      (ImportProblem.Code.otherSheets, chosen.others), (.hiddenSheets, chosen.hidden),
    ] where !names.isEmpty {
      problems.append(
        ImportProblem(
          row: 0, column: "", code: code,
          evidence: names.joined(separator: ", ").shortened(to: 200), isRefusal: false))
    }
  }
}

extension ZipArchive {
  /// What the archive is where it is no workbook.
  fileprivate var otherKind: String? {
    if self["xl/workbook.bin"] != nil { return "xlsb" }
    if self["word/document.xml"] != nil { return "docx" }
    if self["ppt/presentation.xml"] != nil { return "pptx" }
    if self["content.xml"] != nil, self["mimetype"] != nil { return "ods" }
    if self["Index/Document.iwa"] != nil { return "numbers" }
    return self["[Content_Types].xml"] != nil || self["xl/workbook.xml"] != nil ? nil : "zip"
  }
}
