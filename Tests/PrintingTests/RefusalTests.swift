import Matchmaking
import Testing
import Wording

@testable import Printing

@Suite struct `Printing that cannot be done` {
  @Test(arguments: PressLibrary.allCases)
  func `a library that is missing is named with its package`(library: PressLibrary) {
    #expect(throws: PrintRefusal.missing(library)) {
      _ = try Press(loading: [library: "libnowhere.so.9"])
    }
    let said = PrintRefusal.missing(library).phrase
    for text in [said.chinese, said.english] {
      #expect(text.contains(library.debianPackage))
      #expect(text.contains("apt install"))
      #expect(text.contains("brew install"))
    }
  }

  @Test(arguments: PressLibrary.allCases)
  func `a library that lacks a function is no library`(library: PressLibrary) {
    #expect(throws: PrintRefusal.missing(library)) {
      _ = try Press(loading: [library: "libc.so.6"])
    }
  }

  /// Private use: no font that comes with a system has anything there.
  @Test(arguments: ["王\u{10fff0}", "\u{ffff0}", "李\u{10fff0}明"])
  func `a character no font has is told with the name, and nothing is made`(name: String) throws {
    let guests = [
      PrintedGuest(badge: Badge(.men, 1), name: "张伟"),
      PrintedGuest(badge: Badge(.men, 2), name: name),
    ]
    let error = #expect(throws: PrintRefusal.self) {
      try PrintJob.badges(guests).pdf(of: .sample(), .on(.a7), by: Press())
    }
    guard case .noGlyph(let missing) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(missing.count == 1)
    #expect(missing.first?.text == name)
    #expect(error?.phrase.chinese.contains(name) == true)
  }

  @Test func `each character is told once, and only a few of many`() {
    let missing = (0..<9).map { MissingGlyph(character: "〇", text: "名\($0)") }
    let said = PrintRefusal.noGlyph(missing).phrase
    #expect(said.chinese.contains("名4"))
    #expect(!said.chinese.contains("名5"))
    #expect(said.english.contains("4 more"))
  }

  @Test func `who wants boxes gets them`() throws {
    let guest = PrintedGuest(badge: Badge(.men, 2), name: "王\u{10fff0}")
    let settings = PrintSettings(sheet: .a7, allowsBoxes: true, language: .chinese)
    let document = try PrintJob.badges([guest]).pdf(of: .sample(), settings, by: Press())
    #expect(document.pages == 1)
  }
}
