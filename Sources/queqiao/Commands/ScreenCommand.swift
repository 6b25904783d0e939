import ArgumentParser
import Canvas
import Desk
import Foundation
import Store
import Terminal
import Wording

struct ScreenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "screen", Phrase("打开大屏，投影给全场看（需要终端）。", "Open the big screen for the hall (needs a terminal)."),
    discussion: Phrase(
      """
      在单独的终端窗口里运行，放大到整个投影屏。它只读数据，跟着操作台走：欢迎与到场人数、环节倒计时、各轮桌次、\
      收票进度。只显示号牌；姓名只在活动允许、本人也同意上大屏时才显示。

      按键：空格定格，b 黑屏，? 帮助；q 或 Ctrl-C 会先问，再按 F8 才结束。
      """,
      """
      Runs in a terminal window of its own, made as large as the projector. It only reads, and follows the desk: \
      the welcome with arrivals, the countdown, the tables of each round, slips as they come in. Badge numbers \
      only; a name only where the event shows names and the person consented to the big screen.

      Keys: space freezes, b blanks, ? helps; q and Ctrl-C ask first, and F8 then ends it.
      """))

  @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
  @Option(
    help: .both(
      "终端把宽度不定的字符画成一格（narrow）还是两格（wide）。",
      "Whether the terminal draws ambiguous characters narrow or wide.", value: .width))
  var ambiguous: Width.Ambiguous?

  func run() throws {
    // Arguments are parsed and commands run on the main thread only.
    try MainActor.assumeIsolated { try sit() }
  }

  @MainActor private func sit() throws {
    guard isatty(0) == 1, isatty(1) == 1 else {
      throw Stop(
        status: 64,
        phrase: Phrase(
          "大屏需要终端；请在一个终端窗口里打开，再放大到投影屏",
          "the big screen needs a terminal; open it in a window of one, as large as the projector"))
    }
    Waiting.whenever { Output.message($0.phrase(Invocation.language)) }
    let evening = try ShownEvening(
      code, in: Invocation.storePath, context: Invocation.context(station: "–"))
    guard try evening.showing() != nil else {
      throw NothingFound(
        Phrase(
          "没有代号为 \(code) 的活动；用 queqiao event list 查看",
          "there is no event \(code); see queqiao event list"))
    }
    let terminal = try Terminal(Terminal.Options(ambiguous: ambiguous, mouse: false))
    defer { terminal.end() }
    guard terminal.showsHan else {
      terminal.end()
      throw Stop(
        status: 64,
        phrase: Phrase(
          "这个控制台没有汉字字形；请在图形终端里打开大屏",
          "this console has no Chinese characters; open the big screen in a graphical terminal"))
    }
    terminal.setTitle("鹊桥 Queqiao")
    // Read while the terminal makes up its mind about its width.
    guard let showing = try evening.showing() else { return }
    terminal.awaitWidth()
    let loop = BigScreenLoop(
      terminal: terminal, evening: evening, language: Invocation.language, width: terminal.width,
      idle: Invocation.environment("QUEQIAO_IDLE_FILE").flatMap { IdleCounter(path: $0) })
    switch loop.run(first: showing) {
    case .quit: return
    case .hangUp:
      terminal.end()
      // As the shell counts who was ended by a signal.
      Foundation.exit(128 + terminal.leavingSignal)
    }
  }
}
