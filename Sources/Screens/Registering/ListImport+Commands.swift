import Canvas
import Matchmaking
import Wording

extension Command.ID {
  public static let listFile = Self("listFile")
}

extension Context {
  public static let importing = Self(
    "importing", Phrase("导入", "Import"), typing: .caret, home: .nowhere)
}

extension ListImport {
  static let commands: [Command] = [
    Command(
      .listFile, in: .registering, [.named(.f2)], Phrase("用名单", "from a list"),
      help: Phrase("按一份 CSV 名单登记", "Registers everybody in a CSV list"), at: 2,
      does: { environment in
        environment.atEvening { ListImport($0.event.id, folder: environment.folder) }
      }),
    Command(
      .choose, in: .importing, [.named(.enter)], Phrase("登记", "register"),
      help: Phrase("按这个文件登记；是文件夹就进去", "Registers whom the file names, or opens the folder"), at: 1),
    Command(
      .completeNext, in: .importing, [.named(.tab)], Phrase("补全", "complete"),
      help: Phrase("把选中的名字写进路径", "Writes the marked name into the path"), at: 2),
    Command(
      .leaveFolder, in: .importing, [.named(.f2)], Phrase("上一层", "folder above"),
      help: Phrase("到上一层文件夹", "To the folder above"), at: 3),
    .close(.importing, Phrase("返回", "back")),
  ]
}
