import Foundation
import TestSupport
import Testing

@Suite struct `The big screen as a command` {
  let home: Home

  init() throws { home = try Home() }

  @Test func `needs a terminal, and makes nothing`() throws {
    for words in [["screen", "QX"], ["screen", "QX", "--ambiguous", "wide"]] {
      let ran = try home.run(words)
      #expect(ran.status == 64 && ran.output.isEmpty)
      #expect(ran.errors.contains("terminal"), "\(ran.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: home.store))
  }

  @Test(arguments: [["screen"], ["screen", "QX", "YY"], ["screen", "QX", "--ambiguous", "broad"]])
  func `wants one event and no more`(words: [String]) throws {
    #expect(try home.run(words).status == 64)
  }

  @Test func `is explained in both languages`() throws {
    for (language, words) in [("zh", "投影给全场看"), ("en", "big screen for the hall")] {
      let ran = try home.begin(
        ["help", "screen"], changes: ["QUEQIAO_LANG": language]
      ).end()
      #expect(ran.status == 0 && ran.output.contains(words), "\(ran.output)")
      for key in ["F8", "--ambiguous"] { #expect(ran.output.contains(key)) }
    }
  }
}
