import ArgumentParser
import Foundation
import Matchmaking
import Store
import Wording

struct PINCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "pin",
    Phrase(
      "设组织者密码，用来给锁定的签到台（desk --lock）解锁。",
      "Set the organizer's PIN, which unlocks a desk locked to the door (desk --lock)."),
    discussion: Phrase(
      "4 到 12 位数字，只存散列值。从管道来的读第一行。忘了就再设一次。",
      """
      4 to 12 digits, kept as a slow hash alone. From a pipe the first line is read. \
      Whoever forgot it sets another.
      """))
  @Flag(help: .both("取消密码。", "Take it away.")) var remove = false

  func run() throws {
    let store = try Session.open().store
    if remove {
      try store.setPIN(nil)
      return Output.message(
        Phrase("已取消组织者密码", "the organizer's PIN is taken away")(Invocation.language))
    }
    guard let pin = PIN(try typed()) else { throw Refusal.pin(.bad) }
    try store.setPIN(pin)
    Output.message(Phrase("已设组织者密码", "the organizer's PIN is set")(Invocation.language))
  }

  /// Not shown while it is typed.
  private func typed() throws -> String {
    let isTyped = isatty(0) == 1
    if isTyped {
      Output.progress(Phrase("新的组织者密码：", "New organizer's PIN: ")(Invocation.language))
    }
    let text = isTyped ? HiddenLine.read() : readLine()
    return (text ?? "").trimmingCharacters(in: .whitespaces)
  }
}

/// A line from the terminal that it does not show.
private enum HiddenLine {
  static func read() -> String? {
    var before = termios()
    guard tcgetattr(0, &before) == 0 else { return readLine() }
    var hidden = before
    hidden.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(0, TCSAFLUSH, &hidden)
    defer {
      tcsetattr(0, TCSAFLUSH, &before)
      FileHandle.standardError.write(Data("\n".utf8))
    }
    return readLine()
  }
}
