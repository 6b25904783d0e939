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
      """
      4 到 12 位数字，只存散列值。已经有密码的，先要输入原来的，输错一次比一次等得久。从管道来的一行一个：先原来的，再新的。\
      忘了的话，用 bundle export 和 bundle merge 把数据并到一个新文件，新文件里没有密码。
      """,
      """
      4 to 12 digits, kept as a slow hash alone. Where there is one it is asked for first, and each \
      wrong one makes the next wait longer. From a pipe one is read from each line: the old one, \
      where there is one, then the new. Who forgot it takes everything into a new file by bundle \
      export and bundle merge; a PIN is not part of that.
      """))
  @Flag(help: .both("取消密码。", "Take it away.")) var remove = false

  func run() throws {
    let store = try Session.open().store
    let hasOne = try store.hasPIN
    if remove, !hasOne {
      return Output.message(
        Phrase("没有组织者密码", "there is no organizer's PIN")(Invocation.language))
    }
    let old = hasOne ? typed(Phrase("现在的组织者密码：", "The organizer's PIN now: ")) : ""
    // Told before the new one is asked for; changed only when both are right.
    let wrong = try hasOne ? store.tryPIN(old) : 0
    if wrong > 0 { Output.message(PINRefusal.wrongBefore(wrong)(Invocation.language)) }
    if remove {
      try store.setPIN(nil, knowing: old)
      return Output.message(
        Phrase("已取消组织者密码", "the organizer's PIN is taken away")(Invocation.language))
    }
    guard let pin = PIN(typed(Phrase("新的组织者密码：", "New organizer's PIN: "))) else {
      throw Refusal.pin(.bad)
    }
    try store.setPIN(pin, knowing: old)
    Output.message(Phrase("已设组织者密码", "the organizer's PIN is set")(Invocation.language))
  }

  /// Not shown while it is typed.
  private func typed(_ prompt: Phrase) -> String {
    let isTyped = isatty(0) == 1
    if isTyped { Output.progress(prompt(Invocation.language)) }
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
