import ArgumentParser
import Exchange
import Foundation
import Matchmaking
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
enum Leaving {
  static func exit(with error: any Error) -> Never {
    Output.flush()
    let language = Invocation.language
    switch error {
    case let refusal as Matchmaking.Refusal:
      say("refused: \(refusal.code): \(refusal.phrase(Invocation.clock)(language))")
      Foundation.exit(65)
    case let refusal as PairingRefusal:
      say("refused: \(refusal.code): \(refusal.phrase(language))")
      Foundation.exit(65)
    case is DoneInPart: Foundation.exit(65)
    case let nothing as NothingFound: leave(1, nothing.phrase(language))
    case let stop as Stop: leave(stop.status, stop.phrase(language))
    case let fault as StoreFault: leave(fault, language)
    case let fault as FileFault: leave(fault.status, fault.phrase(language))
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
      say("refused: newer-version: \(fault.phrase(language))")
      Foundation.exit(65)
    }
    leave(fault.status, fault.phrase(language))
  }

  /// Help, the version, and what is wrong with the arguments; anything else is a bug of ours.
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
      Output.write(message.hasSuffix("\n") ? message : message + "\n")
      Output.flush()
    } else {
      say(message)
    }
    Foundation.exit(status)
  }
}

extension StoreFault {
  var status: Int32 {
    switch self {
    case .newerVersion, .notAStore: 65
    case .damaged, .diskFull, .gone, .other: 74
    case .readOnly: 77
    case .cannotCreate: 73
    case .busy: 75
    case .noBackup: 66
    }
  }

  var phrase: Phrase {
    switch self {
    case .newerVersion(let path):
      Phrase(
        "\(path) 是较新版本写的，未作任何改动；请升级 queqiao 后再打开",
        "\(path) was written by a newer version and was not touched; update queqiao to open it")
    case .notAStore(let path):
      Phrase("\(path) 不是鹊桥的数据文件，未作任何改动", "\(path) is no file of Queqiao; it was not touched")
    case .damaged(let path, let backup?):
      Phrase(
        "\(path) 已损坏，保持原样；最近的完好备份是 \(backup)，用 queqiao store restore 恢复",
        "\(path) is damaged and left as it is; the newest good backup is \(backup): "
          + "queqiao store restore brings it back")
    case .damaged(let path, nil):
      Phrase(
        "\(path) 已损坏或不是鹊桥的数据文件，保持原样；没有可用的备份",
        "\(path) is damaged or no file of Queqiao, and left as it is; there is no good backup")
    case .readOnly(let path):
      Phrase(
        "\(path) 只读，没有保存；用 chmod u+w 放开，或用 --store 换一个文件",
        "\(path) is read-only, nothing was saved; chmod u+w it, or choose another with --store")
    case .diskFull(let path):
      Phrase(
        "磁盘已满，这一步没有保存，已保存的都在；请在 \(path) 所在的盘上腾出空间",
        "the disk is full: this was not saved, all before it was; make room where \(path) is")
    case .cannotCreate(let path, let reason):
      Phrase("建不了 \(path)：\(reason)", "cannot create \(path): \(reason)")
    case .busy(let path):
      Phrase(
        "另一个程序正占用 \(path)；请关掉它或稍后再试",
        "another program holds \(path); close it, or try again in a moment")
    case .gone(let path):
      Phrase(
        "\(path) 不见了，这一步没有保存；请放回原处再试",
        "\(path) is gone, this was not saved; put it back and try again")
    case .noBackup(let path):
      Phrase("\(path) 还没有备份", "there is no backup of \(path) yet")
    case .other(let path, let reason):
      Phrase("读写 \(path) 出错：\(reason)", "cannot read or write \(path): \(reason)")
    }
  }
}

extension FileFault {
  var status: Int32 {
    switch self {
    case .cannotOpen(_, let code) where code == ENOENT: 66
    case .cannotOpen(_, let code) where code == EACCES || code == EPERM: 77
    case .cannotOpen, .cannotRead: 74
    }
  }

  var phrase: Phrase {
    switch self {
    case .cannotOpen(let path, let code) where code == ENOENT:
      Phrase("没有文件 \(path)；请检查路径", "there is no file \(path); check the path")
    case .cannotOpen(let path, let code):
      Phrase(
        "打不开 \(path)：\(String(cString: strerror(code)))",
        "cannot open \(path): \(String(cString: strerror(code)))")
    case .cannotRead(let path, let code):
      Phrase(
        "读不了 \(path)：\(String(cString: strerror(code)))",
        "cannot read \(path): \(String(cString: strerror(code)))")
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
        "这种终端不能移动光标；请换一个终端，或用子命令",
        "this terminal cannot move its cursor; use another, or the commands")
    case .outOfMemory: Phrase("系统内存不足", "the system is out of memory")
    }
  }
}
