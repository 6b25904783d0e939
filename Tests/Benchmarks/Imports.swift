import Foundation
import Sample
import TestWorkbooks

/// A year's roster of a province into an empty register, beside what only loads or only reads it.
///
/// Whole processes; ours ends when all is on the disk and the write-ahead log is moved into the file.
enum Imports {
  private static let rounds = 5

  static func run(_ ground: Ground) throws {
    let roster = try Roster(in: ground.folder)
    let store = ground.folder + "/import.sqlite"
    let queqiao = [ground.program, "--store", store]
    let bare = ground.folder + "/peer.sqlite"
    let python = "/usr/bin/env"
    let calamine = [python, "python3", "-c", reading, roster.workbook]
    let hasCalamine =
      try Child.run([python, "python3", "-c", "import python_calamine"]).status == 0
    var (csv, again, back, peer) = (Samples(), Samples(), Samples(), Samples())
    var (workbook, reader) = (Samples(), Samples())
    var memory = Samples()
    for _ in 0..<rounds {
      try empty(bare)
      peer.add(
        try Child.run([
          "/usr/bin/sqlite3", bare, "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL",
          ".import --csv \(roster.csv) roster",
        ]).needed())
      try empty(store)
      csv.add(try Child.run(queqiao + ["member", "import", roster.csv]).needed())
      again.add(try Child.run(queqiao + ["member", "import", roster.csv]).needed())
      back.add(try Child.run(queqiao + ["undo"]).needed())
      try empty(store)
      workbook.add(
        try Child.run(queqiao + ["member", "import", roster.workbook]).needed())
      if hasCalamine, reader.values.count < 2 { reader.add(try Child.run(calamine).needed()) }
    }
    for file in [roster.csv, roster.workbook] {
      try empty(store)
      memory.add(try Child.memory(of: queqiao + ["member", "import", file], in: ground.folder))
    }
    Report.figure(
      "CSV of \(Ground.members) rows, of .import's time", csv.median / peer.median, under: 2.5,
      "×", csv.text)
    Report.peer("sqlite3 .import into a bare table", peer.text)
    if hasCalamine {
      Report.figure(
        "the same as .xlsx, of calamine's time", workbook.median / reader.median, under: 1, "×",
        workbook.text)
      Report.peer("python-calamine, only reading", reader.text)
    } else {
      Report.note("the same as .xlsx", workbook.text)
      Report.peer("python-calamine: peer missing", "pip install python-calamine")
    }
    Report.figure("memory of an import", memory.worst, under: 250, "MB")
    Report.note("the same CSV again, which changes nothing", again.text)
    Report.note("undo of the import", back.text)
  }

  private static let reading = """
    import sys, python_calamine
    book = python_calamine.CalamineWorkbook.from_path(sys.argv[1])
    print(len(book.get_sheet_by_index(0).to_python()))
    """

  private static func empty(_ path: String) throws {
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }
}

/// The sample's workers in fourteen columns, as a text and as a workbook with shared texts.
private struct Roster {
  let csv: String
  let workbook: String

  init(in folder: String) throws {
    csv = folder + "/roster.csv"
    workbook = folder + "/roster.xlsx"
    let kept = SampleWorker.columns.indices.filter { ![5, 7, 11, 14, 15, 16, 19, 20].contains($0) }
    let rows =
      [kept.map { SampleWorker.columns[$0] }]
      + SampleRoster.workers(Ground.members).map { worker in
        let cells = worker.cells
        return kept.map { cells[$0] }
      }
    let text = rows.map { $0.joined(separator: ",") + "\r\n" }.joined()
    try text.write(toFile: csv, atomically: true, encoding: .utf8)
    try Data(Self.sheet(rows).bytes).write(to: URL(fileURLWithPath: workbook))
  }

  private static func sheet(_ rows: [[String]]) -> WorkbookMaker {
    var places: [String: Int] = [:]
    var strings = ""
    var data = ""
    for (row, cells) in rows.enumerated() {
      data += "<row r=\"\(row + 1)\">"
      for (column, cell) in cells.enumerated() {
        let place = places[cell] ?? places.count
        if places[cell] == nil {
          places[cell] = place
          strings += "<si><t>\(cell)</t></si>"
        }
        let letter = Unicode.Scalar(UInt8(ascii: "A") + UInt8(column))
        data += "<c r=\"\(letter)\(row + 1)\" t=\"s\"><v>\(place)</v></c>"
      }
      data += "</row>"
    }
    return WorkbookMaker(data, strings: strings)
  }
}
