import Exchange
import Files
import Foundation
import Matchmaking
import Screens
import Store
import Wording

/// Looks at rosters before anything of them is stored, and writes the rows that have to be mended.
struct RosterDesk {
  let store: Store

  private static let sampledRows = 60
  private static let samples = 3

  // MARK: - Columns

  /// How a file would be read, with what was remembered of files with the same head.
  func sketch(_ asked: RosterChoice) throws -> RosterSketch {
    var choice = asked
    var sketch = try look(choice)
    guard choice.corrections.isEmpty,
      let known = try ColumnMemory(store).words(for: sketch.columns.map(\.head)), !known.isEmpty
    else { return sketch }
    choice.corrections = known
    sketch = try look(choice)
    return sketch
  }

  private func look(_ choice: RosterChoice) throws -> RosterSketch {
    let path = Self.expanded(choice.path)
    let reader = try RosterReader(ByteSource(path: path), choosing: choice.reading)
    let (rows, sheets) = try firstRows(path, choice)
    let below = rows.filter { $0.number > reader.headRow }
    let reports = reader.columns
    let columns = reader.heads.enumerated().map { index, head in
      let samples = Self.samples(below.lazy.map { index < $0.cells.count ? $0.cells[index] : "" })
      var report =
        reports.indices.contains(index)
        ? reports[index] : ColumnReport(place: index + 1, head: head, fate: .kept)
      report.isDecided = choice.corrections[head] != nil
      report.filled = samples.count
      return RosterSketch.Column(report, samples: samples)
    }
    return RosterSketch(
      choice: choice, sheet: reader.sheet, sheets: sheets, columns: columns,
      problems: reader.problems)
  }

  private func firstRows(
    _ path: String, _ choice: RosterChoice
  ) throws -> (rows: [TextRow], sheets: [String]) {
    let columns = RosterColumns.standard.deciding(choice.reading.columns)
    var reader = try RowReader(ByteSource(path: path), choosing: choice.reading) {
      columns.fields(of: $0.cells).contains(.name)
    }
    var rows: [TextRow] = []
    while rows.count < Self.sampledRows, let row = try reader.next() {
      if !row.isBlank { rows.append(row) }
    }
    return (rows, reader.sheets)
  }

  /// Some that differ; numbers are masked, for others may see the screen.
  private static func samples(_ cells: some Sequence<String>) -> [String] {
    var samples: [String] = []
    for cell in cells {
      let text = Masking.numbers(in: ResidentNumber.masked(String(cell.trimmedLine.prefix(80))))
      if !text.isEmpty, !samples.contains(text) { samples.append(text) }
      if samples.count == Self.samples { break }
    }
    return samples
  }

  // MARK: - What was corrected once

  /// Before the import, so that undo takes back the import first.
  func remember(_ choice: RosterChoice) throws {
    guard !choice.corrections.isEmpty, !store.isReadOnly else { return }
    let heads = try look(choice).columns.map(\.head)
    try ColumnMemory(store).keep(choice.corrections, for: heads)
  }

  // MARK: - Folders

  /// `~` is the home of whoever sits here, as shells understand it.
  static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"),
      let home = ProcessInfo.processInfo.environment["HOME"], !home.isEmpty
    else { return path }
    return home + path.dropFirst()
  }

  /// What a roster may be in; `.xls` too, for the report says what to do with it.
  private static let kinds: Set<String> = ["xlsx", "csv", "txt", "xls", "tsv"]

  static func listing(of folder: String, endings: Set<String> = Set(kinds)) -> FolderListing {
    let url = URL(filePath: expanded(folder.isEmpty ? "." : folder), directoryHint: .isDirectory)
    let keys: [URLResourceKey] = [.isDirectoryKey, .fileSizeKey, .contentModificationDateKey]
    guard
      let found = try? FileManager.default.contentsOfDirectory(
        at: url, includingPropertiesForKeys: keys, options: .skipsHiddenFiles)
    else { return FolderListing(folder: folder, entries: [], isUnreadable: true) }
    let entries = found.compactMap { entry($0, Set(keys), endings) }
      .sorted { ($0.isFolder ? 0 : 1, $0.name) < ($1.isFolder ? 0 : 1, $1.name) }
    return FolderListing(folder: folder, entries: entries)
  }

  private static func entry(
    _ url: URL, _ keys: Set<URLResourceKey>, _ endings: Set<String>
  ) -> FolderListing.Entry? {
    let values = try? url.resourceValues(forKeys: keys)
    let isFolder = values?.isDirectory ?? false
    guard isFolder || endings.contains(url.pathExtension.lowercased()) else { return nil }
    return FolderListing.Entry(
      name: url.lastPathComponent, isFolder: isFolder, size: values?.fileSize ?? 0,
      changed: isFolder ? "" : values?.contentModificationDate.map(day) ?? "")
  }

  private static func day(_ date: Date) -> String {
    let parts = Calendar.current.dateComponents([.year, .month, .day], from: date)
    return Day(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)?.description
      ?? ""
  }
}

// MARK: - The rows to mend

extension RosterDesk {
  /// Writes them beside the roster, under a name that is free.
  ///
  /// - Returns: where they are.
  /// - Throws: `OutputRefusal` where nothing can be written there.
  func write(
    _ problems: [ImportProblem], of choice: RosterChoice, in language: Language
  ) throws -> String {
    let roster = Self.expanded(choice.path)
    let rows = try RowsToMend(
      ByteSource(path: roster), choosing: choice.reading,
      complaints: Self.complaints(problems, language))
    guard let rows else { throw FileFault.cannotRead(path: roster, code: EINVAL) }
    let base = roster.hasSuffix("/") ? roster : (roster as NSString).deletingPathExtension
    let title = RosterHead.complaintTitles[language == .chinese ? 0 : 1]
    let spared = SparedFiles(store: store.path, input: roster)
    let ending = RowsToMend.canWriteWorkbooks ? ".xlsx" : ".csv"
    var count = 1
    while true {
      let path =
        Self.name(base + (language == .chinese ? "-待改" : "-to-mend"), count)
        + ending
      do {
        try rows.write(
          to: OutputPlace(path, over: .refused, sparing: spared), title: title)
        return path
      } catch let refusal as OutputRefusal where refusal.isTaken && count < 10_000 {
        count += 1
      }
    }
  }

  private static func name(_ base: String, _ count: Int) -> String {
    count == 1 ? base : "\(base)-\(count)"
  }

  private static func complaints(
    _ problems: [ImportProblem], _ language: Language
  ) -> [Int: RowsToMend.Complaint] {
    var complaints: [Int: RowsToMend.Complaint] = [:]
    for problem in problems where problem.row > 0 && problem.wantsMending {
      let place = problem.column.isEmpty ? "" : problem.column + ": "
      var complaint = complaints[problem.row] ?? RowsToMend.Complaint()
      complaint.columns.insert(problem.column)
      if !complaint.reason.isEmpty { complaint.reason += "; " }
      complaint.reason += place + problem.phrase(language)
      complaints[problem.row] = complaint
    }
    return complaints
  }
}

extension RosterChoice {
  var reading: ReadingChoice {
    ReadingChoice(sheet: sheet, columns: corrections.mapValues { ColumnDecision(word: $0) })
  }
}

extension String {
  fileprivate var trimmedLine: String {
    trimmingCharacters(in: .whitespacesAndNewlines).replacing("\n", with: " ")
  }
}
