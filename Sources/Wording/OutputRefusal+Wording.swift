public import Files

extension OutputRefusal {
  /// What stands in the way and what to do; nothing was written.
  public var phrase: Phrase {
    switch reason {
    case .store:
      Phrase(
        "\(path) 是数据文件或它的附属文件，没有写；请换一个文件名",
        "\(path) is the data file or belongs to it, nothing was written; choose another name")
    case .input:
      Phrase(
        "\(path) 就是要读的那个文件，没有写；请换一个文件名",
        "\(path) is the file that is read, nothing was written; choose another name")
    case .database:
      Phrase(
        "\(path) 是一个数据库或它的附属文件，没有写；请换一个文件名",
        "\(path) is a database or belongs to one, nothing was written; choose another name")
    case .link:
      Phrase(
        "\(path) 是一个链接，没有写；请写它指向的文件，或换一个文件名",
        "\(path) is a link, nothing was written; name the file it leads to, or another")
    case .folder:
      Phrase(
        "\(path) 是文件夹，没有写；请写出其中的文件名",
        "\(path) is a folder, nothing was written; name a file in it")
    case .noFile:
      Phrase(
        "\(path) 不是普通文件，没有写；请换一个文件名",
        "\(path) is no ordinary file, nothing was written; choose another name")
    case .foreign(let owner):
      Phrase(
        "\(path) 属于 \(owner)，没有写；请换一个文件名",
        "\(path) belongs to \(owner), nothing was written; choose another name")
    case .exists:
      Phrase(
        "\(path) 已经有了，没有写；请换一个文件名",
        "\(path) is there already, nothing was written; choose another name")
    case .system(let code):
      Phrase("建不了 \(path)：", "cannot create \(path): ") + SystemFault(code: code).phrase
    }
  }

  /// The disk's fault rather than the place's.
  public var isOfDisk: Bool {
    if case .system(let code) = reason { SystemFault(code: code).isOfDisk } else { false }
  }
}

extension SystemFault {
  /// The usual ones with the next step.
  public var phrase: Phrase {
    switch kind {
    case .noRoom: Phrase("磁盘已满，请腾出空间", "the disk is full, make room")
    case .noRights: Phrase("没有权限，请换一个文件夹", "no rights there, choose another folder")
    case .noFolder: Phrase("没有这个文件夹，请检查路径", "there is no such folder, check the path")
    case .other: Phrase.verbatim(reason)
    }
  }
}
