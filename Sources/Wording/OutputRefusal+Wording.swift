public import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension OutputRefusal {
  /// What stands in the way and what to do; nothing was written.
  public var phrase: Phrase {
    switch reason {
    case .store:
      Phrase(
        "\(path) 是数据文件或它的附属文件，没有写入；请换一个文件名",
        "\(path) is the data file or belongs to it, nothing was written; choose another name")
    case .input:
      Phrase(
        "\(path) 就是要读的那个文件，没有写入；请换一个文件名",
        "\(path) is the file that is read, nothing was written; choose another name")
    case .database:
      Phrase(
        "\(path) 是一个数据库或它的附属文件，没有写入；请换一个文件名",
        "\(path) is a database or belongs to one, nothing was written; choose another name")
    case .link:
      Phrase(
        "\(path) 是一个链接，没有写入；请写它指向的文件，或换一个文件名",
        "\(path) is a link, nothing was written; name the file it leads to, or another")
    case .folder:
      Phrase(
        "\(path) 是文件夹，没有写入；请写出其中的文件名",
        "\(path) is a folder, nothing was written; name a file in it")
    case .noFile:
      Phrase(
        "\(path) 不是普通文件，没有写入；请换一个文件名",
        "\(path) is no ordinary file, nothing was written; choose another name")
    case .foreign(let owner):
      Phrase(
        "\(path) 属于 \(owner)，没有写入；请换一个文件名",
        "\(path) belongs to \(owner), nothing was written; choose another name")
    case .exists:
      Phrase(
        "\(path) 已存在，没有写入；请换一个文件名",
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
    case .noRights: Phrase("没有权限，请换一个文件夹", "no permission there, choose another folder")
    case .noFolder: Phrase("没有这个文件夹，请检查路径", "there is no such folder, check the path")
    case .other: why
    }
  }

  /// What the system says, without a next step: that depends on what was to be done.
  public var why: Phrase {
    switch kind {
    case .noRoom: Phrase("磁盘已满", "the disk is full")
    case .noRights: Phrase("没有权限", "no permission")
    case .noFolder: Phrase("没有这个文件或文件夹", "no such file or folder")
    case .other: Phrase(Self.chinese[code] ?? reason, reason)
    }
  }

  private static let chinese: [Int32: String] = [
    EISDIR: "是文件夹", EIO: "磁盘读写出错", EMFILE: "打开的文件太多", ENFILE: "打开的文件太多",
    ENAMETOOLONG: "名称太长", ELOOP: "链接首尾相接，打不开", EBUSY: "正被占用", ENXIO: "设备不存在",
    ENODEV: "设备不存在", EINVAL: "参数不对", EPIPE: "接收的程序已退出", ENOMEM: "内存不足", EEXIST: "已存在",
    EBADF: "文件没有打开", ETXTBSY: "正在运行", ESTALE: "网络文件已失效",
  ]
}
