import ArgumentParser
import Desk
import Exchange
import Files
import Foundation
import Matchmaking
import Printing
import Store
import Terminal
import Wording

/// Nothing fits what was asked for: exit status 1.
struct NothingFound: Error {
  let phrase: Phrase
  init(_ phrase: Phrase) { self.phrase = phrase }
}

/// The work is done as far as it could be; what was wrong has been said: exit status 65.
struct DoneInPart: Error {}

/// An exit status of sysexits(3) with its sentence.
struct Stop: Error {
  let status: Int32
  let phrase: Phrase
}

/// The one place where errors become a sentence and an exit status.
enum ProcessExit {
  static func exit(with error: any Error) -> Never {
    Output.flush()
    let language = Invocation.language
    switch error {
    case let refusal as Matchmaking.Refusal:
      Output.refuse(refusal)
      Foundation.exit(65)
    case let refusal as PairingRefusal:
      Output.refuse(refusal.code, refusal.phrase)
      Foundation.exit(65)
    case is DoneInPart: Foundation.exit(65)
    case let nothing as NothingFound: leave(1, nothing.phrase(language))
    case let stop as Stop: leave(stop.status, stop.phrase(language))
    case let fault as StoreFault: leave(fault, language)
    case let refusal as OutputRefusal: leave(refusal.status, refusal.phrase(language))
    case let refusal as PrintRefusal: leave(refusal, language)
    case let fault as FileFault: leave(fault.status, Fault(fault).inFull(language))
    case let refusal as TerminalRefusal: leave(refusal.status, refusal.phrase(language))
    default: leaveAsParsed(error, language)
    }
  }

  static func say(_ sentence: String) { Output.message(sentence) }

  private static func leave(_ status: Int32, _ sentence: String) -> Never {
    say("queqiao: \(sentence)")
    Foundation.exit(status)
  }

  private static func leave(_ fault: StoreFault, _ language: Language) -> Never {
    if case .newerVersion = fault {
      Output.refuse("newer-version", fault.inFull)
      Foundation.exit(65)
    }
    leave(fault.status, fault.inFull(language))
  }

  private static func leave(_ refusal: PrintRefusal, _ language: Language) -> Never {
    switch refusal {
    case .noGlyph, .noHanFont:
      say("refused: \(refusal.code): \(refusal.phrase(language))")
      Foundation.exit(65)
    // No status of the contract says that something is not installed.
    case .missing, .failed: leave(73, refusal.phrase(language))
    }
  }

  /// As the help and the manual list them.
  static let statuses = Phrase(
    "退出状态：0 完成，1 没有找到，64 用法不对，65 数据有误或被拒绝，66 没有要读的文件，70 程序出错，"
      + "73 建不了文件，74 读写出错，75 请稍后再试，77 没有权限，130 被中断。",
    "Exit status: 0 done, 1 nothing found, 64 usage, 65 wrong data or refused, 66 no such input, "
      + "70 a bug, 73 cannot create, 74 input/output, 75 try again, 77 not permitted, 130 interrupted."
  )

  /// Help, the version, and what is wrong with the arguments; anything else is a bug of ours.
  ///
  /// The parser's own words are those of ``HelpPage`` and ``ParserSentence``.
  private static func leaveAsParsed(_ error: any Error, _ language: Language) -> Never {
    let status = Queqiao.exitCode(for: error).rawValue
    let isOurs = status == 1 && !(error is ExitCode)
    if isOurs {
      leave(
        70,
        Phrase(
          "程序出错，请把这一行报告给维护者：\(error)",
          "a bug of ours; please report this line: \(error)")(language))
    }
    let message = Queqiao.fullMessage(for: error)
    if status == 0 {
      let isHelp = message.hasPrefix(HelpPage.overview.english)
      let text = (isHelp ? helpPage(language)?.text : nil) ?? message
      Output.write(text.hasSuffix("\n") ? text : text + "\n")
      Output.flush()
    } else if !message.isEmpty {
      say(language == .english ? message : complaint(error, message, language))
    }
    Foundation.exit(status)
  }
}

extension ProcessExit {
  /// Of the command that was asked for; nil where the parser says nothing of it.
  private static func helpPage(_ language: Language) -> HelpPage? {
    let path = CommandNames.path(of: Invocation.arguments)
    return Outline.whole().map { HelpPage($0.way(to: path), language) }
  }

  /// What is wrong, about which argument, and how it is written.
  private static func complaint(
    _ error: any Error, _ message: String, _ language: Language
  ) -> String {
    let mark = "Help:  "
    let about = message.split(separator: "\n").first { $0.hasPrefix(mark) }.map {
      Phrase("说明：", mark)(language)
        + Placeholder.translated(in: String($0.dropFirst(mark.count)), language)
    }
    let sentence = ParserSentence.translated(Queqiao.message(for: error), language)
    return [Phrase("错误：", "Error: ")(language) + sentence, about, helpPage(language)?.usage]
      .compactMap(\.self).joined(separator: "\n")
  }
}

extension StoreFault {
  var status: Int32 {
    switch self {
    case .newerVersion, .notAStore: 65
    case .damaged, .diskFull, .missing, .lost, .other: 74
    case .readOnly, .foreign: 77
    case .cannotCreate, .exists: 73
    case .busy: 75
    case .noBackup: 66
    }
  }
}

extension OutputRefusal {
  var status: Int32 { isOfDisk ? 74 : 73 }
}

extension FileFault {
  var status: Int32 {
    switch self {
    case .isStore: 66
    case .cannotOpen(_, let code) where code == ENOENT: 66
    case .cannotOpen(_, let code) where code == EACCES || code == EPERM: 77
    case .cannotOpen, .cannotRead: 74
    }
  }
}

extension TerminalRefusal {
  var status: Int32 { self == .outOfMemory ? 74 : 64 }

  var phrase: Phrase {
    switch self {
    case .notATerminal:
      Phrase(
        "操作台需要终端；没有终端时请用子命令，见 queqiao --help",
        "the desk needs a terminal; without one use the commands, see queqiao --help")
    case .noUnicodeLocale:
      Phrase(
        "当前语言环境不是 UTF-8，中文无法显示；请设 LANG=C.UTF-8 后再试",
        "the locale is not UTF-8, so no Chinese can be shown; set LANG=C.UTF-8")
    case .unknownTerminal:
      Phrase(
        "不认得这种终端；请设 TERM，例如 TERM=xterm-256color",
        "this terminal is not known; set TERM, for example TERM=xterm-256color")
    case .noCursorAddressing:
      Phrase(
        "这种终端不能移动光标；请换一个终端，或改用子命令",
        "this terminal cannot move its cursor; use another, or the commands")
    case .outOfMemory: Phrase("系统内存不足", "the system is out of memory")
    }
  }
}
