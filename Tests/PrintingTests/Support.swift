import Foundation
import Matchmaking
import TestSupport
import Wording

@testable import Printing

/// A PDF in a folder of its own, to be read back by other programs.
struct Paper {
  private let folder: TemporaryFolder
  var path: String { folder.path + "/paper.pdf" }

  init(_ document: PrintedDocument) throws {
    folder = try TemporaryFolder()
    try Data(document.bytes).write(to: URL(fileURLWithPath: path))
  }

  private static func run(_ words: [String], package: String) throws -> String {
    try Missing.check(program: words[0], package: package)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return try Tool.run(words, environment: ["PATH": path, "LANG": "C.UTF-8"]).output
  }

  /// As somebody would copy it.
  func text(page: Int? = nil) throws -> String {
    let pages = page.map { ["-f", "\($0)", "-l", "\($0)"] } ?? []
    return try Self.run(
      ["pdftotext", "-enc", "UTF-8"] + pages + [path, "-"], package: "poppler-utils")
  }

  /// Each word with its box, in points.
  func boxes() throws -> String {
    try Self.run(["pdftotext", "-bbox", "-enc", "UTF-8", path, "-"], package: "poppler-utils")
  }

  /// The same without spaces and line ends, which stand where a name was broken.
  func letters() throws -> String { try text().filter { !$0.isWhitespace } }

  /// For each font: whether it is embedded and whether only what is used of it is.
  func fonts() throws -> [(isEmbedded: Bool, isSubset: Bool)] {
    try Self.run(["pdffonts", path], package: "poppler-utils").split(separator: "\n").dropFirst(2)
      .map { line in
        let words = line.split(separator: " ").suffix(5)
        return (words.first == "yes", words.dropFirst().first == "yes")
      }
  }

  /// What a scanner reads that is held before one piece of the first page.
  func code(on piece: Box) throws -> String {
    let dots = { (length: Double) in "\(Int(length * 200 / 25.4))" }
    let area = [
      "-x", dots(piece.x), "-y", dots(piece.y), "-W", dots(piece.width), "-H", dots(piece.height),
    ]
    let picture = folder.path + "/piece"
    _ = try Self.run(
      ["pdftoppm", "-r", "200", "-png", "-singlefile"] + area + [path, picture],
      package: "poppler-utils")
    return try Self.run(["zbarimg", "-q", "--raw", picture + ".png"], package: "zbar-tools")
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

extension PrintedEvening {
  static func sample(maxPicks: Int? = 5, rule: PairingRule = .stable) throws -> PrintedEvening {
    guard let day = Day("2026-08-19") else { throw Missing("a day", "write it as 2026-08-19") }
    return PrintedEvening(
      title: "七夕联谊会", date: day, place: "工人文化宫", rule: rule, maxPicks: maxPicks)
  }
}

extension PrintSettings {
  static func on(_ sheet: Sheet, _ language: Language = .chinese) -> PrintSettings {
    PrintSettings(sheet: sheet, language: language)
  }
}

extension PrintJob {
  /// On its usual sheet.
  func paper(
    _ settings: PrintSettings? = nil, evening: PrintedEvening? = nil
  ) throws -> Paper {
    let settings = settings ?? .on(kind.sheets[0])
    return try Paper(pdf(of: evening ?? .sample(), settings, by: Press()))
  }
}
