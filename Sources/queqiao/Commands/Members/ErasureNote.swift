import Desk
import Foundation
import Matchmaking
import Store
import Wording

/// What an erasing took along and what it leaves, on standard error.
enum ErasureNote {
  static func say(_ erasure: Erasure, deletingCopies: Bool, in store: Store) throws {
    say(erasure.act.summary.phrase)
    if !erasure.isWiped {
      say(
        Phrase(
          "文件的旧页还没有清完；腾出磁盘空间后运行 queqiao store tidy",
          "old pages of the file are not cleared yet; make room on the disk, then queqiao store tidy"
        ))
    }
    if !erasure.rest.filters.isEmpty {
      let names = list(erasure.rest.filters)
      say(Phrase("找此人的筛选已一并删去：\(names)", "saved filters that asked for them went too: \(names)"))
    }
    sayTexts(erasure.rest, isDone: true)
    if deletingCopies {
      sayDeleted(try store.forget(erasure.rest.copies))
    } else {
      sayCopies(
        erasure.rest.copies,
        Phrase(
          "以下副本里仍有这些资料；queqiao store copies --forget 会先做新备份，再删掉它们：",
          "these copies of the file hold them still; queqiao store copies --forget makes a new backup, "
            + "then deletes them:"))
    }
    sayUnreadable(erasure.rest.copies)
    sayFiles(erasure.rest, in: store)
  }

  /// Before anything is erased.
  static func sayBeforehand(_ rest: ErasureRest, in store: Store) {
    if !rest.filters.isEmpty {
      let names = list(rest.filters)
      say(
        Phrase("找此人的筛选会一并删去：\(names)", "saved filters that ask for them would go too: \(names)"))
    }
    sayTexts(rest, isDone: false)
    sayCopies(
      rest.copies,
      Phrase(
        "以下副本里也有这些资料，加 --also-backups 一并删掉：",
        "these copies of the file hold them too; --also-backups deletes them as well:"))
    sayUnreadable(rest.copies)
    sayFiles(rest, in: store)
  }

  private static func sayFiles(_ rest: ErasureRest, in store: Store) {
    let files = NamingFiles(rest.texts, beside: store).all()
    guard !files.isEmpty else { return }
    say(
      Phrase(
        "同一文件夹里还有提到此人的文件，程序不动它们，请自行处理：",
        "files in the same folder name them, too; they are left alone, see to them yourself:"))
    for file in files { Output.message("  " + file) }
  }

  private static func sayTexts(_ rest: ErasureRest, isDone: Bool) {
    if let mentions = rest.mentions, !mentions.isEmpty {
      let places = Phrase.joined(mentions.prefix(most).map(\.phrase))
      let isAsked = mentions.contains(where: \.canBeReplaced)
      say(
        Phrase("别处的文字里还提到此人：", "texts of others still name them: ") + places
          + (mentions.count > most ? Phrase("……", " …") : .empty)
          + (isAsked ? hint(isDone) : .empty))
    }
    if rest.mentions == nil {
      say(
        Phrase(
          "人数太多，没有逐一查找别人的资料里是否提到他们",
          "so many that texts of others were not searched for their names"))
    }
    for act in rest.handedOut.suffix(most) {
      let when = String(ISO.time(act.at).prefix(10))
      say(
        Phrase(
          "\(when) 由 \(act.operatorName) 导出过全部资料；那份文件请自行删除",
          "everything was handed out as a file on \(when) by \(act.operatorName); delete that file too"
        ))
    }
  }

  private static func sayCopies(_ copies: [StoreCopyReport], _ head: Phrase) {
    let held = copies.filter { $0.holdsErased == true }
    guard !held.isEmpty else { return }
    say(head)
    for report in held { Output.message("  " + report.copy.path) }
  }

  private static func sayUnreadable(_ copies: [StoreCopyReport]) {
    for report in copies where report.holdsErased == nil {
      say(
        Phrase(
          "\(report.copy.path) 读不了，里面也可能有这些资料；请自行查看",
          "\(report.copy.path) cannot be read and may hold them too; look at it yourself"))
    }
  }

  static func sayDeleted(_ result: (gone: [StoreCopy], left: [StoreCopy])) {
    if !result.gone.isEmpty {
      say(Phrase("已做新备份，并删去旧副本：", "a new backup was made, and these copies are deleted:"))
      for copy in result.gone { Output.message("  " + copy.path) }
    }
    for copy in result.left {
      say(
        Phrase(
          "\(copy.path) 删不掉，请检查权限后自行删除",
          "\(copy.path) could not be deleted; check its rights and delete it"))
    }
  }

  private static func hint(_ isDone: Bool) -> Phrase {
    isDone
      ? Phrase(
        "；queqiao member erase 姓名 --also-texts --yes 把姓名换成〓",
        "; queqiao member erase NAME --also-texts --yes puts 〓 in the place of the name")
      : Phrase("；加 --also-texts 换成〓", "; --also-texts puts 〓 in the place of the name")
  }

  private static let most = 12

  private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  private static func say(_ phrase: Phrase) { Output.message(phrase(Invocation.language)) }
}

extension Mention {
  fileprivate var phrase: Phrase {
    switch place {
    case .member(let number, let column): .verbatim("\(number) \(column)")
    case .event(let code): Phrase("活动 \(code)", "event \(code)")
    case .filter(let name): Phrase("筛选“\(name)”", "the filter “\(name)”")
    case .log: Phrase("变更记录 \(count) 处", "the log (\(count))")
    case .clerk: Phrase("经办人姓名 \(count) 处", "as who did or decided something (\(count))")
    }
  }

  fileprivate var canBeReplaced: Bool {
    switch place {
    case .member, .event, .log: true
    case .clerk, .filter: false
    }
  }
}

extension Phrase {
  fileprivate static func joined(_ phrases: [Phrase]) -> Phrase {
    Phrase(
      phrases.map(\.chinese).joined(separator: "、"), phrases.map(\.english).joined(separator: ", "))
  }
}
