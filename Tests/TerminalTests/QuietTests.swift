import TestSupport
import Testing

@Suite(.serialized) struct `Showing a frame` {
  @Test func `the same frame again writes nothing`() throws {
    let player = try Pseudoterminal(["quiet"])
    _ = try player.output(until: "first")
    let between = try player.output(until: "second")
    #expect(between.isEmpty)
  }

  @Test func `waiting ends for a descriptor of the caller's, and with the time`() throws {
    let player = try Pseudoterminal(["quiet"])
    _ = try player.output(until: "[Terminal.TerminalEvent.woken]")
    _ = try player.output(until: "[]")
    _ = player.rest()
    #expect(player.outcome() == 0)
  }

  @Test(arguments: [
    ("xterm-256color", "\u{1B}[94m"), ("xterm-256color", "\u{1B}[41m"),
    ("xterm", "\u{1B}[34m"), ("linux", "\u{1B}[34m"),
  ])
  func `colours are the terminal's own, bright ones bold where it has eight`(
    term: String, colour: String
  ) throws {
    let player = try Pseudoterminal(["quiet"], environment: ["TERM": term])
    let bytes = String(decoding: player.rest(), as: UTF8.self)
    #expect(bytes.contains(colour))
    #expect(bytes.contains("鹊桥"))
  }

  @Test(arguments: [("xterm-256color", "1"), ("vt100", "")])
  func `without colours the attributes remain`(term: String, noColour: String) throws {
    let player = try Pseudoterminal(
      ["quiet"], environment: ["TERM": term, "NO_COLOR": noColour])
    let bytes = String(decoding: player.rest(), as: UTF8.self)
    for colour in ["\u{1B}[94m", "\u{1B}[34m", "\u{1B}[41m"] { #expect(!bytes.contains(colour)) }
    #expect(bytes.contains("鹊桥"))
    #expect(bytes.contains("\u{1B}[0;1m") || bytes.contains("\u{1B}[1m"))
  }

  @Test func `an empty NO_COLOR refuses nothing`() throws {
    let player = try Pseudoterminal(["quiet"], environment: ["NO_COLOR": ""])
    #expect(String(decoding: player.rest(), as: UTF8.self).contains("\u{1B}[94m"))
  }

  @Test func `the cursor is shown where the frame has it`() throws {
    let player = try Pseudoterminal(["quiet"])
    let bytes = String(decoding: try player.output(until: "first"), as: UTF8.self)
    #expect(!bytes.contains("\u{1B}[?25l"))
  }
}
