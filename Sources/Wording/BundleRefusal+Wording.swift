import Matchmaking

extension BundleRefusal {
  var phrase: Phrase {
    switch self {
    case .missing(let path): Phrase("找不到文件 \(path)", "there is no file \(path)")
    case .unreadable(let path):
      Phrase("读不了 \(path)，请检查权限", "\(path) cannot be read; check its permissions")
    case .notABundle:
      Phrase(
        "这不是鹊桥导出的数据包；请在另一台电脑上用 queqiao bundle export 导出",
        "this is no bundle of ours; write one on the other laptop with queqiao bundle export")
    case .newerVersion:
      Phrase(
        "数据包是新版本的鹊桥写的，请先升级本机程序",
        "the bundle was written by a newer version; update this program first")
    case .cutShort:
      Phrase("数据包不完整，请重新复制或重新导出", "the bundle is cut short; copy or export it again")
    case .altered:
      Phrase("数据包内容已被改动，请重新复制或重新导出", "the bundle was altered; copy or export it again")
    case .hostile:
      Phrase(
        "数据包里有不应出现的控制字符，没有并入；请核实它的来源",
        "the bundle holds control characters that no file of ours has; find out where it comes from"
      )
    case .clockAhead(let day):
      Phrase(
        "数据包里有 \(day) 的操作，那台电脑或本机的时钟不对；请校准时钟",
        "the bundle has acts of \(day): that laptop's clock or this one's is wrong; set it right")
    case .forked:
      Phrase(
        "两份数据曾以同一身份写入，分不清先后，没有并入；请把其中一份的名单按名册重新导入",
        "two copies wrote under one identity and cannot be told apart; bring one in as a roster instead"
      )
    case .contradictory:
      Phrase("数据包自相矛盾，没有并入；请重新导出", "the bundle contradicts itself; export it again")
    case .noConflict(let id):
      Phrase(
        "没有编号为 \(id) 的待确认内容；请看 queqiao bundle conflicts",
        "no open conflict \(id); see queqiao bundle conflicts")
    }
  }
}
