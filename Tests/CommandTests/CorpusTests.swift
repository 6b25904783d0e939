import Foundation
import TestWorkbooks
import Testing

/// Every kind of file under Tests, through the program itself.
@Suite struct `A dry run` {
  let home: Home

  init() throws { home = try Home() }

  @Test(arguments: WorkbookKind.all)
  func `takes every kind of workbook for three people`(_ kind: WorkbookKind) throws {
    try Data(kind.bytes).write(to: URL(filePath: home.folder).appending(path: "x.xlsx"))
    let ran = try home.run("member", "import", "--dry-run", "x.xlsx")
    #expect(ran.status == 0 && ran.errors.isEmpty, "\(kind): \(ran.status) \(ran.errors)")
    #expect(ran.output.contains("3 rows: 3 new, 0 updated, 0 unchanged, 0 refused"), "\(kind)")
  }

  /// What lies in the folder of files that programs really wrote.
  static let files: [String] =
    (try? FileManager.default.contentsOfDirectory(atPath: corpus.path))?.filter {
      $0.hasSuffix(".xlsx") || $0.hasSuffix(".csv")
    }.sorted() ?? []
  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../ExchangeTests/Corpus").standardizedFileURL

  @Test func `finds the files that programs wrote`() { #expect(Self.files.count >= 8) }

  @Test(arguments: files)
  func `takes every file that a program wrote for three people`(_ file: String) throws {
    let path = Self.corpus.appending(path: file).path
    let ran = try home.run("member", "import", "--dry-run", path)
    #expect(ran.status == 0 && ran.errors.isEmpty, "\(file): \(ran.status) \(ran.errors)")
    #expect(ran.output.contains("3 rows: 3 new, 0 updated, 0 unchanged, 0 refused"), "\(file)")
  }
}
