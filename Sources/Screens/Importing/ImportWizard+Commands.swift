import Canvas
import Wording

extension Command.ID {
  public static let importRoster = Self("importRoster")
  public static let changeColumn = Self("changeColumn")
  public static let nextSheet = Self("nextSheet")
  public static let showProblems = Self("showProblems")
  public static let writeProblems = Self("writeProblems")
}

extension Context {
  public static let importFile = Self(
    "importFile", Phrase("导入", "Import"), typing: .caret, home: .within(.importRoster))
  public static let importColumns = Self(
    "importColumns", Phrase("导入", "Import"), typing: .none, home: .within(.importRoster))
  public static let importReport = Self(
    "importReport", Phrase("导入", "Import"), typing: .none, home: .within(.importRoster))
}

extension ImportWizard {
  static let commands: [Command] = [
    Command(
      .importRoster, in: .members, [.named(.f2)], Phrase("导入名册", "import"),
      help: Phrase("导入名册；重复导入不会重复添加", "Imports a roster; importing it again adds nobody twice"),
      at: 6, does: { [.open(ImportWizard(folder: $0.folder))] }),

    Command(
      .choose, in: .importFile, [.named(.enter)], Phrase("选定", "choose"),
      help: Phrase("进这个文件夹，或看这个文件的各列", "Opens the folder, or shows the columns of the file"), at: 1),
    Command(
      .completeNext, in: .importFile, [.named(.tab)], Phrase("补全", "complete"),
      help: Phrase("把选中的名字写进路径", "Writes the marked name into the path"), at: 2),
    Command(
      .leaveFolder, in: .importFile, [.named(.f2)], Phrase("上一层", "folder above"),
      help: Phrase("到上一层文件夹", "To the folder above"), at: 3),
    .close(.importFile, Phrase("返回", "back")),
    Command(
      .choose, in: .importColumns, [.named(.enter)], Phrase("导入", "import"),
      help: Phrase("照这样导入；可以整份撤销", "Imports it like this; all of it can be taken back"), at: 1),
    Command(
      .showProblems, in: .importColumns, [.named(.f2)], Phrase("看问题", "problems"),
      help: Phrase("试算发现的问题，逐行列出", "What the dry run found, row by row"), at: 2),
    Command(
      .changeColumn, in: .importColumns, [.named(.f3), .character("e")], Phrase("改列", "change"),
      help: Phrase("这一列认作什么；同样的表头以后照此", "What the column is taken for; remembered for such heads"),
      at: 3),
    Command(
      .nextSheet, in: .importColumns, [.named(.f4)], Phrase("换工作表", "next sheet"),
      help: Phrase("看工作簿里的下一张表", "Looks at the next sheet of the workbook"), at: 4),
    Command(
      .showChanges, in: .importColumns, [.named(.f5)], Phrase("看改动", "changes"),
      help: Phrase(
        "已在名册里的人会改什么、改前改后；手工更正过的以谁为准", "What would change, before and after; whose word stands"),
      at: 5),
    .close(.importColumns, Phrase("返回", "back")),
    Command(
      .writeProblems, in: .importReport, [.named(.f2)], Phrase("写出问题行", "write the rows"),
      help: Phrase("把有问题的行写成表格，放在原文件旁边", "Writes the rows to mend into a table beside the file"),
      at: 1),
    Command(
      .showChanges, in: .importReport, [.named(.f5)], Phrase("看改动", "changes"),
      help: Phrase("改了谁的什么、改前改后", "What changed, before and after"), at: 2),
  ]
}
