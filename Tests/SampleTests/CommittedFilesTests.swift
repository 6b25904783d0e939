import Foundation
import Sample
import Testing

/// The files in data/sample. With `QUEQIAO_RECORD=1` they are written anew instead of compared.
@Suite struct `The committed sample` {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../data/sample").standardizedFileURL

  static func text(of file: String) -> String {
    let roster = SampleRoster.workers()
    switch file {
    case "roster.csv": return SampleRoster.csv(roster)
    case "unions.csv": return SampleRoster.unionsCSV()
    case "evening.csv": return SampleEvening(roster: roster).registrationsCSV
    default: return SampleEvening(roster: roster).slipsCSV
    }
  }

  @Test(arguments: ["roster.csv", "unions.csv", "evening.csv", "slips.csv"])
  func `is what the generator makes`(file: String) throws {
    let place = Self.folder.appending(path: file)
    let made = Data(Self.text(of: file).utf8)
    if ProcessInfo.processInfo.environment["QUEQIAO_RECORD"] == "1" { try made.write(to: place) }
    #expect(try Data(contentsOf: place) == made)
  }
}
