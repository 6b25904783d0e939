import Exchange
import Files
import Foundation
import Matchmaking
import Store
import Wording

/// What is wrong with the file and where it lies; looked at before it is opened, for opening puts
/// some of it right and fails at the rest.
struct FileCheckup {
  private let path: String
  private let status: stat?
  private let reason: Int32

  init(_ path: String) {
    self.path = path
    var status = stat()
    let isThere = stat(path, &status) == 0
    self.status = isThere ? status : nil
    reason = isThere ? 0 : errno
  }

  var findings: [Finding] {
    let before = [kind, owner, rights, folder]
    return before + [store(isOpenable: kind.isGood), backups, room]
  }

  private func good(_ check: Finding.Check, _ found: String) -> Finding {
    Finding(check: check, isGood: true, found: .text(found), mend: .verbatim(""))
  }

  private func wrong(_ path: String, _ code: Int32) -> TableCell {
    let fault = SystemFault(code: code)
    return .word("\(path): \(fault.reason)", .verbatim("\(path): ") + fault.why)
  }

  /// Nothing there, and no link that leads nowhere.
  private var isNew: Bool {
    var link = stat()
    return status == nil && reason == ENOENT && lstat(path, &link) != 0
  }

  private var kind: Finding {
    guard let status else {
      if isNew {
        guard let backup = Backups(of: path).best() else { return good(.file, "\(path) (–)") }
        let fault = StoreFault.missing(path: path, isEmptied: false, backup: backup)
        return Finding(check: .file, isGood: false, found: .text("\(path) (–)"), mend: fault.inFull)
      }
      return Finding(
        check: .file, isGood: false, found: wrong(path, reason),
        mend: Phrase(
          "这个路径走不通；换一个：--store 文件名", "this path leads nowhere; choose another with --store"))
    }
    let word: (code: String, phrase: Phrase)? =
      switch status.st_mode & S_IFMT {
      case S_IFREG: nil
      case S_IFDIR: ("directory", Phrase("文件夹", "directory"))
      case S_IFIFO: ("pipe", Phrase("管道", "pipe"))
      case S_IFSOCK: ("socket", Phrase("套接字", "socket"))
      default: ("device", Phrase("设备", "device"))
      }
    guard let word else { return good(.file, path) }
    return Finding(
      check: .file, isGood: false,
      found: .word("\(path): \(word.code)", .verbatim("\(path): ") + word.phrase),
      mend: Phrase("这不是普通文件；换一个：--store 文件名", "no ordinary file; choose another with --store"))
  }

  private var owner: Finding {
    guard let status else { return good(.owner, "–") }
    let name = User.name(status.st_uid)
    return Finding(
      check: .owner, isGood: status.st_uid == getuid(), found: .text(name),
      mend: Phrase(
        "文件属于 \(name)：以 \(name) 的身份运行，或请其 chown \(User.name(getuid()))",
        "it belongs to \(name): run as \(name), or have it chowned to "
          + User.name(getuid())))
  }

  private var rights: Finding {
    guard let status, kind.isGood else { return good(.rights, "–") }
    let mode = status.st_mode & 0o777
    return Finding(
      check: .rights, isGood: mode == 0o600, found: .text(String(mode, radix: 8)),
      mend: Phrase("chmod 600 \(path)", "chmod 600 \(path)"))
  }

  /// Whether SQLite can put its companions beside the file.
  private var folder: Finding {
    let folder = PathParts(path).folder
    var status = stat()
    guard stat(folder, &status) == 0 else {
      if errno == ENOENT { return good(.folder, "\(folder) (–)") }
      return Finding(
        check: .folder, isGood: false,
        found: wrong(folder, errno),
        mend: Phrase("检查路径", "check the path"))
    }
    let isWritable = status.st_mode & 0o222 != 0 && access(folder, W_OK | X_OK) == 0
    return Finding(
      check: .folder, isGood: isWritable,
      found: .text("\(folder) \(String(status.st_mode & 0o777, radix: 8))"),
      mend: Phrase(
        "这个文件夹不可写，只能看不能改；chmod u+wx \(folder)",
        "this folder takes no files, so nothing can be changed; chmod u+wx \(folder)"))
  }

  private func store(isOpenable: Bool) -> Finding {
    guard isOpenable, status != nil else {
      return Finding(
        check: .store, isGood: isNew, found: .text("–"),
        mend: Phrase("没有打开：先改好上面的", "not opened: mend what stands above first"))
    }
    do {
      let flaws = try Store.open(
        path, context: Invocation.context(station: "cli")
      ).verify()
      let language = Invocation.language
      return Finding(
        check: .store, isGood: flaws.isEmpty, found: .text(flaws.first?.phrase(language) ?? path),
        mend: flaws.allSatisfy(\.isMiscount)
          ? .verbatim("queqiao store verify --mend") : .verbatim("queqiao store restore"))
    } catch {
      let fault = error as? StoreFault
      return Finding(
        check: .store, isGood: false, found: .text(path),
        mend: fault?.inFull ?? .verbatim("\(error)"))
    }
  }

  private var backups: Finding {
    let all = Backups(of: path).all()
    return good(.backups, "\(all.count)\(all.first.map { ", " + $0 } ?? "")")
  }

  /// Megabytes left where the file is.
  private var room: Finding {
    var facts = statvfs()
    guard statvfs(PathParts(path).folder, &facts) == 0 else { return good(.room, "–") }
    let megabytes = (facts.f_bavail * facts.f_frsize) >> 20
    return Finding(
      check: .room, isGood: megabytes >= 200, found: .text("\(megabytes) MB"),
      mend: Phrase("腾出磁盘空间", "make room on the disk"))
  }
}
