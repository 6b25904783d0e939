import Files
public import Matchmaking

extension Fault {
  /// What happened, whether anything was lost, and what to do: for a line of a screen.
  public var phrase: Phrase {
    switch self {
    case .store(let fault): fault.phrase
    case .strangeLog(let path):
      Phrase(
        "另一个文件的日志已改名为 \(path)",
        "a log of another file is now \(path)")
    case .lostLog(let path):
      Phrase(
        "\(path) 不见了或被截断，关机前最后几步不在了；请核对",
        "\(path) is gone or cut: what was saved last is missing; check")
    case .noRoom:
      Phrase(
        "磁盘已满，只能查看；请腾出空间后重新打开",
        "the disk is full, so nothing can be changed; make room and open it again")
    case .noSuchFile(let path):
      Phrase("找不到 \(path)；请检查路径", "there is no file \(path); check the path")
    case .unreadable(let path, let code):
      Phrase("读不了 \(path)：", "cannot read \(path): ") + SystemFault(code: code).why
    case .isStore(let path):
      Phrase(
        "\(path) 是数据文件本身；请选名册或名单文件", "\(path) is the data file itself; choose a roster or list")
    case .stopped: Phrase("已停下，什么也没有改", "stopped; nothing was changed")
    case .fileExists(let path):
      Phrase(
        "\(path) 已存在，没有写入；请换一个文件名",
        "\(path) is there already, nothing was written; choose another name")
    case .said(let sentence): .verbatim(sentence)
    case .other(let text):
      Phrase("出错，没有保存：\(text)", "something failed, this was not saved: \(text)")
    }
  }

  /// The same where there is room for whole paths.
  public var inFull: Phrase { if case .store(let fault) = self { fault.inFull } else { phrase } }

  /// What is to be told at length where the file is not what it was, a line each; empty for any other
  /// fault.
  public var story: [Phrase] {
    switch self {
    case .store(.lost(_, .moved, let rescued)):
      [
        Phrase(
          "数据文件在使用中被移走或改名了。放回原处就能接着用；放不回去，就按下面做。",
          "The file was moved or renamed while it was open. Put it back and go on, or else:")
      ] + Self.whatToDo(rescued)
    case .store(.lost(_, _, let rescued)):
      [
        Phrase(
          "数据文件或它的附属文件在使用中被移走、替换或改写了，从现在起这里不能再保存。",
          "The file, or one that belongs to it, was replaced, cut or taken away. Nothing more is saved."
        )
      ] + Self.whatToDo(rescued)
    case .store, .strangeLog, .lostLog, .noRoom, .noSuchFile, .unreadable, .isStore, .stopped,
      .fileExists, .said, .other:
      []
    }
  }

  private static func whatToDo(_ rescued: String?) -> [Phrase] {
    guard let rescued else {
      return [
        Phrase(
          "请退出，先把现在的文件备份一份，再运行 queqiao store restore 恢复备份。",
          "Leave, keep a copy of what is there, then bring a backup back: queqiao store restore.")
      ]
    }
    let parts = PathParts(rescued)
    return [
      Phrase("所有已保存的内容另存在：", "All that was saved is in:"), .verbatim(parts.folder + "/"),
      .verbatim(parts.name),
      Phrase(
        "请退出，运行 queqiao store restore 加上这个文件，就能接着用。",
        "Leave, run queqiao store restore with this file, and go on."),
    ]
  }
}

extension Holder {
  /// What a screen says while the file is waited for.
  public static func waiting(for holder: Holder?) -> Phrase {
    phrase(of: holder)
      + Phrase("正占用文件，请稍候，按键会依次处理", " is using the file; please wait, your keys are kept")
  }

  /// Who it is; somebody where the system does not tell.
  public static func phrase(of holder: Holder?) -> Phrase {
    guard let holder else { return Phrase("另一个程序", "another program") }
    let who = "\(holder.name) \(holder.process)"
    return holder.isStopped
      ? Phrase("程序 \(who)（已暂停）", "\(who) (stopped)") : Phrase("程序 \(who) ", who)
  }
}
