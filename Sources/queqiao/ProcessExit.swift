import ArgumentParser
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
      Output.refuse("newer-version", fault.phrase)
      Foundation.exit(65)
    }
    leave(fault.status, fault.phrase(language))
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

  var phrase: Phrase {
    switch self {
    case .newerVersion(let path):
      Phrase(
        "\(path) 是较新版本写的，未作任何改动；请升级 queqiao 后再打开",
        "\(path) was written by a newer version and was not touched; update queqiao to open it")
    case .notAStore(let path):
      Phrase("\(path) 不是鹊桥的数据文件，未作任何改动", "\(path) is not a file of Queqiao; it was not touched")
    case .damaged(let path, let backup?):
      Phrase(
        "\(path) 已损坏，保持原样；最近的完好备份是 \(backup)，用 queqiao store restore 恢复",
        "\(path) is damaged and left as it is; the newest good backup is \(backup): "
          + "restore it with queqiao store restore")
    case .damaged(let path, nil):
      Phrase(
        "\(path) 已损坏或不是鹊桥的数据文件，保持原样；没有可用的备份",
        "\(path) is damaged or not a file of Queqiao, and left as it is; there is no good backup")
    case .readOnly(let path):
      Phrase(
        "\(path) 只读，没有保存；用 chmod u+w 放开，或用 --store 换一个文件",
        "\(path) is read-only, nothing was saved; make it writable (chmod u+w), or choose another with --store"
      )
    case .diskFull(let path):
      Phrase(
        "磁盘已满，这一步没有保存，已保存的都在；请在 \(path) 所在的盘上腾出空间",
        "the disk is full: this was not saved, everything before it was; make room where \(path) is"
      )
    case .cannotCreate(let path, let reason):
      Phrase("建不了 \(path)", "cannot create \(path)")
        + (reason.map { Phrase("：", ": ") + $0.phrase }
          ?? Phrase("；请检查路径和权限", "; check the path and its permissions"))
    case .busy(let path, let holder):
      Holder.phrase(of: holder)
        + Phrase("正占用 \(path)；请关掉它或稍后再试", " is using \(path); close it, or try again in a moment")
    case .foreign(let path, let owner):
      Phrase(
        "\(path) 属于 \(owner)，您没有权限；请以 \(owner) 的身份运行，或请其放开权限",
        "\(path) belongs to \(owner) and you have no permission: run as \(owner), or ask for permission"
      )
    case .missing(let path, let isEmptied, let backup?):
      (isEmptied
        ? Phrase("\(path) 被清空了", "\(path) is empty") : Phrase("\(path) 不见了", "\(path) is gone"))
        + Phrase(
          "，但有备份 \(backup)：用 queqiao store restore 恢复；真要从头开始，用 queqiao store new",
          ", but there is a backup, \(backup): restore it with queqiao store restore; "
            + "queqiao store new starts afresh")
    case .missing(let path, let isEmptied, nil):
      (isEmptied
        ? Phrase("\(path) 被清空了", "\(path) is empty") : Phrase("\(path) 不见了", "\(path) is gone"))
        + Phrase(
          "，旁边还有它的日志，没有备份：请把文件放回原处；真要从头开始，用 queqiao store new",
          ", what belongs to it is there still, and no backup: put the file back; "
            + "queqiao store new starts afresh")
    case .exists(let path):
      Phrase(
        "\(path) 里有数据，没有动；要从空白开始请用 --store 换一个文件名",
        "\(path) holds data and was not touched; to start afresh name another file with --store")
    case .lost(let path, let mishap, let rescued):
      mishap.phrase(path)
        + (rescued.map { Mishap.rescued($0) }
          ?? Phrase(
            "，这一步没有保存；用 queqiao store restore 恢复备份",
            ", this was not saved; restore a backup with queqiao store restore"))
    case .noBackup(let path):
      Phrase("\(path) 还没有备份", "there is no backup of \(path) yet")
    case .other(let path, let reason):
      Phrase("读写 \(path) 出错：\(reason)", "cannot read or write \(path): \(reason)")
    }
  }
}

extension Mishap {
  /// What happened to the file, as the beginning of a sentence.
  fileprivate func phrase(_ path: String) -> Phrase {
    switch self {
    case .moved: Phrase("\(path) 不见了", "\(path) is gone")
    case .replaced: Phrase("\(path) 被换成了另一个文件", "another file stands in the place of \(path)")
    case .overwritten: Phrase("\(path) 被截断或改写了", "\(path) was cut off or written over")
    case .companion(let end):
      Phrase("\(path)\(end) 被移走或换掉了", "\(path)\(end) was taken away or replaced")
    case .log: Phrase("\(path)-wal 被截断或改写了", "\(path)-wal was cut or written over")
    }
  }

  fileprivate static func rescued(_ path: String) -> Phrase {
    Phrase(
      "，这一步不算已保存；已保存的都在 \(path)，用 queqiao store restore \(path) 放回",
      ", so this was not saved; all that was is in \(path): queqiao store restore \(path)")
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

  var phrase: Phrase {
    switch self {
    case .isStore(let path):
      Phrase("\(path) 是数据文件本身；请写名册或名单文件", "\(path) is the data file itself; name a roster or list")
    case .cannotOpen(let path, let code) where code == ENOENT:
      Phrase("没有文件 \(path)；请检查路径", "there is no file \(path); check the path")
    case .cannotOpen(let path, let code):
      Phrase(
        "打不开 \(path)：", "cannot open \(path): ") + SystemFault(code: code).why
    case .cannotRead(let path, let code):
      Phrase(
        "读不了 \(path)：", "cannot read \(path): ") + SystemFault(code: code).why
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
