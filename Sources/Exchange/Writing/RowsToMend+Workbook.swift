internal import CXlsxWriter
public import Files

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A workbook that could not be written.
public struct WorkbookNotWritten: Error, Hashable, Sendable {
  public let path: String
  public let reason: String
}

/// Nothing writes workbooks on this computer; CSV can be written.
public struct NoWorkbooks: Error, Hashable, Sendable {
  /// The file of the library that is missing.
  public let library: String
}

extension RowsToMend {
  /// Whether the library that writes workbooks is installed.
  public static var canWriteWorkbooks: Bool { queqiao_workbooks_load(nil) != nil }

  /// Writes a workbook where the name ends like one's, else CSV.
  ///
  /// - Throws: `OutputRefusal`, `WorkbookNotWritten` or `NoWorkbooks`.
  public func write(to place: OutputPlace, title: String) throws {
    guard !place.path.lowercased().hasSuffix(".xlsx") else {
      return try writeWorkbook(at: place, title: title)
    }
    let file = try OutputFile(at: place)
    try writeCSV(title: title) { try file.write($0) }
    try file.finish()
  }

  /// Writes a workbook: all cells as text, so that no phone and no number is spoilt by being opened;
  /// the cells that are meant have a coloured ground.
  ///
  /// - Parameter title: the head of the column that says why.
  /// - Throws: `OutputRefusal`, `WorkbookNotWritten` or `NoWorkbooks`.
  func writeWorkbook(at place: OutputPlace, title: String) throws {
    try writeWorkbook(
      at: place, title: title, by: String(cString: queqiao_workbooks_library()))
  }

  /// - Parameter name: the library's file.
  func writeWorkbook(at place: OutputPlace, title: String, by name: String) throws {
    guard let library = queqiao_workbooks_load(name)?.pointee else {
      throw NoWorkbooks(library: name)
    }
    // The library writes over a file that is there and keeps its mode, which is the owner's alone.
    let file = try OutputFile(at: place)
    do {
      try fillWorkbook(file.path, title: title, library)
    } catch {
      throw WorkbookNotWritten(path: place.path, reason: error.reason)
    }
    try file.finish()
  }

  private func fillWorkbook(
    _ path: String, title: String, _ library: queqiao_workbooks
  ) throws(WorkbookNotWritten) {
    // Row by row to the disk: with all cells at hand it takes three times the memory of the rows.
    var options = lxw_workbook_options()
    options.constant_memory = 1
    guard let book = library.workbook_new_opt(path, &options) else {
      throw WorkbookNotWritten(path: path, reason: "workbook_new")
    }
    guard let sheet = library.workbook_add_worksheet(book, nil) else {
      throw WorkbookNotWritten(path: path, reason: "workbook_add_worksheet")
    }
    let styles = Styles(book, library)
    write(heads + [title], marked: [], style: styles.head, to: sheet, at: 0, styles)
    for (index, row) in rows.enumerated() {
      let line = UInt32(index + 1)
      write(row.cells, marked: row.marked, style: styles.text, to: sheet, at: line, styles)
      _ = library.worksheet_write_string(
        sheet, line, UInt16(heads.count), fitting(row.reason), styles.reason)
    }
    _ = library.worksheet_freeze_panes(sheet, 1, 0)
    _ = library.worksheet_set_column(sheet, 0, UInt16(heads.count), 14, nil)
    _ = library.worksheet_set_column(sheet, UInt16(heads.count), UInt16(heads.count), 48, nil)
    let answer = library.workbook_close(book)
    guard answer == LXW_NO_ERROR else {
      throw WorkbookNotWritten(
        path: path, reason: library.lxw_strerror(answer).map { String(cString: $0) } ?? "")
    }
  }

  /// Formats belong to the workbook, which frees them.
  private struct Styles {
    let library: queqiao_workbooks
    let head: UnsafeMutablePointer<lxw_format>?
    let text: UnsafeMutablePointer<lxw_format>?
    let marked: UnsafeMutablePointer<lxw_format>?
    let reason: UnsafeMutablePointer<lxw_format>?

    init(_ book: UnsafeMutablePointer<lxw_workbook>, _ library: queqiao_workbooks) {
      self.library = library
      head = library.workbook_add_format(book)
      text = library.workbook_add_format(book)
      marked = library.workbook_add_format(book)
      reason = library.workbook_add_format(book)
      library.format_set_bold(head)
      for format in [head, text, marked] { library.format_set_num_format_index(format, 49) }
      library.format_set_bg_color(marked, 0xffd9b3)
      library.format_set_border(marked, UInt8(LXW_BORDER_THIN.rawValue))
      library.format_set_font_color(reason, 0x9c2f00)
    }
  }

  private func write(
    _ cells: [String], marked: Set<Int>, style: UnsafeMutablePointer<lxw_format>?,
    to sheet: UnsafeMutablePointer<lxw_worksheet>, at line: UInt32, _ styles: Styles
  ) {
    for (column, cell) in cells.enumerated() {
      let format = marked.contains(column) ? styles.marked : style
      if cell.isEmpty {
        if marked.contains(column) {
          _ = styles.library.worksheet_write_blank(sheet, line, UInt16(column), format)
        }
      } else {
        _ = styles.library.worksheet_write_string(
          sheet, line, UInt16(column), fitting(cell), format)
      }
    }
  }

  /// A cell has room for 32,767 characters; the library leaves out a longer one whole.
  private func fitting(_ text: String) -> String {
    text.utf16.count <= 32_767 ? text : String(text.prefix(16_000)) + "…"
  }
}
