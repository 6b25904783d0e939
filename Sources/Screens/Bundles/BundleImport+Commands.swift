import Canvas
import Wording

extension Command.ID {
  public static let mergeBundle = Self("mergeBundle")
}

extension Context {
  public static let bundleFile = Self(
    "bundleFile", Phrase("并入数据", "Merging"), typing: .caret, home: .within(.mergeBundle))
}

extension BundleImport {
  static let commands: [Command] = [
    Command(
      .mergeBundle, in: .desk, [.alt("b")], Phrase("并入数据", "merge"),
      help: Phrase("把另一台电脑导出的数据包并入本机", "Takes in a bundle that another laptop wrote"),
      does: { [.open(BundleImport(folder: $0.folder))] }),

    Command(
      .choose, in: .bundleFile, [.named(.enter)], Phrase("选定；再按并入", "choose, then take in"),
      help: Phrase(
        "先看会改动多少，再按一次并入；是文件夹就进去", "First tells what would change, then takes it in; opens folders"),
      at: 1),
    Command(
      .completeNext, in: .bundleFile, [.named(.tab)], Phrase("补全", "complete"),
      help: Phrase("把选中的名字写进路径", "Writes the marked name into the path"), at: 2),
    Command(
      .leaveFolder, in: .bundleFile, [.named(.f2)], Phrase("上一层", "folder above"),
      help: Phrase("到上一层文件夹", "To the folder above"), at: 3),
    .close(.bundleFile, Phrase("返回", "back")),
  ]
}
