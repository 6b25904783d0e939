import Foundation
import Sample
import Testing

/// The files in data/sample. With `QUEQIAO_RECORD=1` those that differ are written anew; the
/// test fails all the same, so that somebody reads the difference.
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
    if try Data(contentsOf: place) == made { return }
    if ProcessInfo.processInfo.environment["QUEQIAO_RECORD"] == "1" { try made.write(to: place) }
    Issue.record("\(file) is not what the generator makes; with QUEQIAO_RECORD=1 it is now")
  }
}
