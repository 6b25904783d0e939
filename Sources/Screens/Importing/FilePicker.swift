import Canvas
import Matchmaking
import Wording

/// Choosing a file: a path that can be typed and completed, and what lies in its folder.
struct FilePicker: Sendable {
  private(set) var field: TextField
  private(set) var listing: FolderListing?
  private(set) var marked = 0
  /// The folder that was looked into last, or is just now.
  private var asked: String

  /// What is looked for, and how it would be typed.
  private let wanted: Wanted

  enum Wanted: Sendable { case table, bundle }

  init(folder: String, for wanted: Wanted = .table) {
    field = TextField(folder)
    self.wanted = wanted
    asked = ""
    asked = self.folder
  }

  /// What was typed up to the last slash.
  var folder: String {
    field.text.lastIndex(of: "/").map { String(field.text[...$0]) } ?? ""
  }

  private var beginning: String {
    field.text.lastIndex(of: "/").map { String(field.text[field.text.index(after: $0)...]) }
      ?? field.text
  }

  /// What is in the folder and begins as typed.
  var entries: [FolderListing.Entry] {
    guard let listing, listing.folder == folder else { return [] }
    let typed = beginning.lowercased()
    return listing.entries.filter { typed.isEmpty || $0.name.lowercased().hasPrefix(typed) }
  }

  var markedEntry: FolderListing.Entry? {
    let entries = entries
    return entries.indices.contains(marked) ? entries[marked] : nil
  }

  /// What Enter is about.
  enum Choice: Sendable {
    /// The marked one is a folder, which `complete` goes into.
    case folder
    /// - Parameter isListed: it was marked, and not typed.
    case file(path: String, isListed: Bool)
    case nothing

    static let pathIsMissing = Phrase("请写文件的路径", "type the path of the file")
  }

  var choice: Choice {
    if let entry = markedEntry {
      return entry.isFolder ? .folder : .file(path: folder + entry.name, isListed: true)
    }
    let path = field.text.unquotedPath
    return path.isEmpty ? .nothing : .file(path: path, isListed: false)
  }

  /// - Returns: the folder to look into, where that is another one now.
  mutating func type(_ key: Key) -> String? {
    let before = field.text
    // A file dropped into the window comes as a whole path.
    if case .paste(let text) = key, let first = text.trimmed.first, "/'\"~".contains(first) {
      field.clear()
    }
    // Whoever begins a path of their own need not take out the folder that stands there.
    if key == .character("/") || key == .character("~"), before.hasSuffix("/") { field.clear() }
    field.type(key)
    return field.text == before ? nil : retyped()
  }

  /// Each folder is asked for once, however many keys come before its answer.
  private mutating func retyped() -> String? {
    marked = 0
    guard folder != asked else { return nil }
    asked = folder
    return folder
  }

  mutating func take(_ listing: FolderListing) {
    guard listing.folder == folder else { return }
    self.listing = listing
  }

  mutating func move(_ move: Move, page: Int) {
    marked = move.place(from: marked, count: entries.count, page: page) ?? 0
  }

  mutating func mark(row: Int) { if entries.indices.contains(row) { marked = row } }

  /// Writes the marked entry into the field.
  ///
  /// - Returns: the folder to look into, where that is another one now.
  mutating func complete() -> String? {
    guard let entry = markedEntry else { return nil }
    field = TextField(folder + entry.name + (entry.isFolder ? "/" : ""))
    return retyped()
  }

  /// One folder up.
  mutating func leaveFolder() -> String? {
    let parts = folder.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
    let last = folder.split(separator: "/").last.map(String.init)
    if folder.isEmpty || last == "~" || last == ".." {
      field = TextField(last == "~" ? "~/../" : folder + "../")
    } else {
      field = TextField(parts.isEmpty ? "" : parts.joined(separator: "/") + "/")
    }
    return retyped()
  }

  func draw(_ fault: Phrase?, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let label = look(Phrase("文件", "File"))
    let start = look.width.columns(label) + 2
    sheet.draw(Line(label, Theme.title), row: 0, in: area)
    sheet.frame.cursor = field.draw(
      on: &sheet.frame, at: Point(column: area.column + start, row: area.row),
      columns: max(1, area.columns - start), Theme.field,
      hint: look(wanted.hint))
    if let fault {
      sheet.paragraph(
        look.refused(fault), Theme.warning, row: 1, in: area, rows: 2)
    }
    drawEntries(on: &sheet, in: area.inset(top: fault == nil ? 2 : 3))
  }

  private func drawEntries(on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let entries = entries
    guard !entries.isEmpty else {
      let said =
        listing?.folder != folder
        ? Phrase("正在看…", "Looking…")
        : listing?.isUnreadable == true
          ? Phrase("没有这个文件夹，或没有权限；请检查路径", "no such folder, or no permission; check the path")
          : wanted.nothing
      sheet.draw(Line(look(said), Theme.dim), row: 0, in: area)
      return
    }
    let isNarrow = area.columns < 60
    let columns = Columns(
      [.fixed(1), .rest, .fixed(isNarrow ? 0 : 8, .right), .fixed(isNarrow ? 0 : 10)],
      across: area.columns, gap: isNarrow ? 1 : 2)
    let window = Window(count: entries.count, marked: marked, height: area.rows)
    for (row, place) in window.rows.enumerated() {
      let entry = entries[place]
      columns.draw(
        [
          Span(place == marked ? look.marks.pointer : "", Theme.accent),
          Span(
            entry.name + (entry.isFolder ? "/" : ""), entry.isFolder ? Theme.accent : Theme.strong),
          Span(entry.isFolder ? "" : entry.size.inBytes, Theme.dim), Span(entry.changed, Theme.dim),
        ], row: row, in: area, on: &sheet)
      sheet.finishRow(row, in: area, place: place, isMarked: place == marked)
    }
    sheet.tellPlace(window.rows, of: entries.count, marked: marked, in: area)
  }
}

extension Int {
  /// `74 KB`, `1.2 MB`.
  fileprivate var inBytes: String {
    if self < 1_000 { return "\(self) B" }
    if self < 1_000_000 { return "\(self / 1_000) KB" }
    return "\(self / 1_000_000).\(self / 100_000 % 10) MB"
  }
}

extension FilePicker.Wanted {
  fileprivate var hint: Phrase {
    switch self {
    case .table: Phrase("路径，如 ~/报名表.xlsx；可把文件拖进窗口", "a path, as in ~/roster.xlsx")
    case .bundle: Phrase("路径，如 /media/usb/2号机.qqb", "a path, as in /media/usb/door2.qqb")
    }
  }

  fileprivate var nothing: Phrase {
    switch self {
    case .table: Phrase("这里没有 .xlsx 或 .csv 文件", "no .xlsx or .csv file here")
    case .bundle: Phrase("这里没有 .qqb 数据包", "no .qqb bundle here")
    }
  }
}
