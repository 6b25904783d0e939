public import Matchmaking

extension Fault {
  /// What happened, whether anything was lost, and what to do.
  public var phrase: Phrase {
    switch self {
    case .diskFull:
      Phrase("磁盘已满，这一步没有保存；请腾出空间再试", "the disk is full, this was not saved; make room, try again")
    case .readOnly:
      Phrase("文件只读，这一步没有保存；请检查权限", "the file is read-only, this was not saved; check permissions")
    case .damaged(.some):
      Phrase(
        "数据文件已损坏，保持原样；请退出后运行 queqiao store restore",
        "the file is damaged and left as it is; leave and run: queqiao store restore")
    case .damaged(nil):
      Phrase("数据文件已损坏，保持原样；没有可用的备份", "the file is damaged and left as it is; there is no backup")
    case .busy:
      Phrase("另一个程序正占用文件，没有保存；请再按一次", "another program holds the file, not saved; press again")
    case .gone:
      Phrase(
        "数据文件不见了，这一步没有保存；请把文件放回原处再打开",
        "the file is gone, this was not saved; put it back and open it again")
    case .noSuchFile(let path):
      Phrase("找不到 \(path)；请检查路径", "there is no file \(path); check the path")
    case .unreadable(let path, let reason):
      Phrase("读不了 \(path)：\(reason)", "cannot read \(path): \(reason)")
    case .other(let text): Phrase("出错，没有保存：\(text)", "failed, not saved: \(text)")
    }
  }
}
