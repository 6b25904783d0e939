import Files
public import Matchmaking

// What is told of the file at every desk and command: one sentence for each fault. A line of a screen names the
// file as "the file" and leaves out where things lie; where there is room the paths are in it.

extension StoreFault {
  /// For a line of a screen.
  public var phrase: Phrase { told(.line) }

  /// Where there is room for whole paths.
  public var inFull: Phrase { told(.whole) }

  private func told(_ room: Room) -> Phrase {
    switch self {
    case .newerVersion(let path):
      room.file(path)
        + Phrase(
          "是较新版本写的，未作任何改动；请升级 queqiao", " is of a newer version and was not touched; update queqiao"
        )
    case .notAStore(let path):
      room.file(path) + Phrase("不是鹊桥的数据文件，未作任何改动", " is not a file of Queqiao; it was not touched")
    case .damaged(let path, let backup?):
      room.file(path)
        + Phrase(
          "已损坏，保持原样；请运行 queqiao store restore 恢复",
          " is damaged and left as it is; run: queqiao store restore")
        + room.aside(Phrase("（备份 \(backup)）", " (backup \(backup))"))
    case .damaged(let path, nil):
      room.file(path)
        + Phrase(
          "已损坏或不是鹊桥的数据文件，保持原样；没有可用的备份",
          " is damaged or not of Queqiao, and left as it is; there is no backup")
    case .readOnly(let path):
      room.file(path)
        + Phrase(
          "只读，没有保存；用 chmod u+w 放开，或用 --store 换一个",
          " is read-only, nothing was saved; chmod u+w, or use --store")
    case .diskFull(let path):
      Phrase(
        "磁盘已满，这一步没有保存；请腾出空间再试", "the disk is full, this was not saved; make room and try again")
        + room.aside(Phrase("（\(path)）", " (\(path))"))
    case .cannotCreate(let path, let code):
      Phrase("建不了 ", "cannot create ") + room.name(path)
        + (code.map { Phrase("：", ": ") + SystemFault(code: $0).phrase }
          ?? Phrase("；请检查路径和权限", "; check the path and its permissions"))
    case .busy(let path, let holder):
      Holder.phrase(of: holder) + Phrase("正占用", " is using ") + room.used(path)
        + Phrase("，没有保存；请稍后再试", ", not saved; try again")
        + room.aside(Phrase("，或先关掉它", ", or close it"))
    case .foreign(let path, let owner):
      room.name(path)
        + Phrase(
          " 属于 \(owner)，您没有权限；请以其身份运行，或请其放开",
          " belongs to \(owner); run as that user, or ask them")
    case .missing(let path, let isEmptied, let backup): missing(room, path, isEmptied, backup)
    case .exists(let path):
      room.file(path)
        + Phrase(
          "里有数据，没有动；要从空白开始请用 --store 换一个",
          " holds data and was not touched; name another with --store")
    case .lost(let path, let mishap, let rescued): lost(room, path, mishap, rescued)
    case .noBackup(let path): room.file(path) + Phrase("还没有备份", " has no backup yet")
    case .other(let path, let reason):
      Phrase(
        "\(room.file(path).chinese)读写出错：\(reason)",
        "cannot read or write \(room.file(path).english): \(reason)")
    }
  }

  private func missing(
    _ room: Room, _ path: String, _ isEmptied: Bool, _ backup: String?
  ) -> Phrase {
    let what =
      room.file(path) + (isEmptied ? Phrase("被清空了", " is empty") : Phrase("不见了", " is gone"))
    let afresh = room.aside(
      Phrase("；真要从头开始，用 queqiao store new", "; queqiao store new starts afresh"))
    let how = room == .line ? "run" : "restore it with"
    guard let backup else {
      return what
        + Phrase(
          "，没有备份，旁边还有它的日志：请把文件放回原处",
          ", no backup, but its log is there: put the file back") + afresh
    }
    return what
      + Phrase(
        "，但有备份：用 queqiao store restore 恢复", ", but there is a backup: \(how) queqiao store restore")
      + room.aside(Phrase("（\(backup)）", " (\(backup))")) + afresh
  }

  private func lost(
    _ room: Room, _ path: String, _ mishap: Mishap, _ rescued: String?
  ) -> Phrase {
    // A line has room for what is to be done, not for both.
    if room == .line, mishap == .moved {
      return room.file(path)
        + Phrase("不见了，没有保存；放回原处再试", " is gone, this was not saved; put it back and try again")
    }
    let what = room == .line ? Phrase("文件被动过", "the file changed") : mishap.phrase(path)
    guard let rescued else {
      return what
        + Phrase("，没有保存；请运行 queqiao store restore", ", not saved; run: queqiao store restore")
    }
    let name = room == .line ? PathParts(rescued).name : rescued
    return what + Phrase("，没有保存；已存的在 \(name)", ", not saved; all is in \(name)")
      + room.aside(
        Phrase(
          "，用 queqiao store restore \(rescued) 放回", ": queqiao store restore \(rescued)"))
  }

  /// How much a sentence may say.
  private enum Room {
    case line, whole

    /// The file that is open, as the beginning of a sentence.
    func file(_ path: String) -> Phrase {
      switch self {
      case .line: Phrase("数据文件", "the file")
      case .whole: Phrase("\(path) ", path)
      }
    }

    /// The same after a verb.
    func used(_ path: String) -> Phrase {
      self == .line ? file(path) : Phrase(" \(path)", path)
    }

    /// Whatever stands at a path.
    func name(_ path: String) -> Phrase {
      .verbatim(self == .line ? PathParts(path).name : path)
    }

    func aside(_ phrase: Phrase) -> Phrase { self == .line ? .verbatim("") : phrase }
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
}
