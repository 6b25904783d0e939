import Canvas
import Wording

extension Command {
  static let lists: [Command] = [
    move(.up, [.named(.up), .character("k")], Phrase("上移", "up")),
    move(.down, [.named(.down), .character("j")], Phrase("下移", "down")),
    move(.pageUp, [.named(.pageUp), .control("b")], Phrase("上翻", "page up")),
    move(.pageDown, [.named(.pageDown), .control("f")], Phrase("下翻", "page down")),
    move(.first, [.named(.home), .character("g")], Phrase("到头", "first")),
    move(.last, [.named(.end), .character("G")], Phrase("到尾", "last")),
  ]

  private static func move(_ id: ID, _ keys: [Key], _ label: Phrase) -> Command {
    Command(id, in: .list, keys, label, help: .empty)
  }

  /// Moving among the fields of a form and the choices in them, the same in every form.
  ///
  /// - Parameter arrows: whether up and down go by fields too.
  static func fields(
    _ context: Context, arrows: Bool = true, optionsAt prominence: Int? = nil
  ) -> [Command] {
    [
      Command(
        .previousOption, in: context, [.named(.left)], Phrase("选择", "choose"),
        help: Phrase("在选项之间左右移动；空格也可", "Left and right among the choices; Space too")),
      Command(
        .nextOption, in: context, [.named(.right)], Phrase("选择", "choose"),
        help: Phrase("在选项之间左右移动；空格也可", "Left and right among the choices; Space too"),
        at: prominence),
      Command(
        .nextField, in: context, [.named(.tab)] + (arrows ? [.named(.down)] : []),
        Phrase("移动", "move"), help: Phrase("下一项", "Next field")),
      Command(
        .previousField, in: context, [.named(.backTab)] + (arrows ? [.named(.up)] : []),
        Phrase("上一项", "previous field"), help: Phrase("上一项", "Previous field")),
      Command(
        .pageDown, in: context, [.named(.pageDown)], Phrase("下翻", "page down"),
        help: Phrase("下一屏的各项；PgUp 上一屏", "The fields further down; PgUp those before")),
      Command(
        .pageUp, in: context, [.named(.pageUp)], Phrase("上翻", "page up"), help: .empty),
      Command(
        .first, in: context, [.named(.home)], Phrase("到头", "first"),
        help: Phrase("到行首；已在行首则到第一项", "Start of the line; from there the first field")),
      Command(
        .last, in: context, [.named(.end)], Phrase("到尾", "last"),
        help: Phrase("到行尾；已在行尾则到最后一项", "End of the line; from there the last field")),
    ]
  }

  static let dialogues: [Command] = questions + fields(.form) + fields(.walkIn, arrows: false)

  private static let questions: [Command] = [
    Command(
      .enterForm, in: .form, [.named(.enter)], Phrase("下一项", "next"),
      help: Phrase("到下一项；在最后一项保存", "To the next field; saves on the last"), at: 1),
    Command(
      .submitForm, in: .form, [.named(.f2)], Phrase("保存", "save"),
      help: Phrase("在哪一项都可以保存", "Saves from any field"), at: 2),
    close(.form, Phrase("返回", "back")),

    Command(
      .enterForm, in: .walkIn, [.named(.enter)], Phrase("下一项", "next"),
      help: Phrase("到下一项；在最后一项登记入场", "To the next field; lets in on the last"), at: 1),
    Command(
      .submitForm, in: .walkIn, [.named(.f2)], Phrase("登记入场", "let in"),
      help: Phrase("在哪一项都可以登记入场", "Registers and lets in from any field"), at: 2),
    Command(
      .down, in: .walkIn, [.named(.down)], Phrase("选名册里的人", "from register"),
      help: Phrase("选名册里查到的人，回车入场", "Marks one in the register; Enter lets in"), at: 3),
    Command(
      .up, in: .walkIn, [.named(.up)], Phrase("上移", "up"), help: Phrase("上移", "Up")),
    close(.walkIn, Phrase("返回", "back")),

    Command(
      .choose, in: .choice, [.named(.enter)], Phrase("选定", "choose"),
      help: Phrase("执行选中的这一项", "Does what is marked"), at: 1),
    close(.choice, Phrase("返回", "back")),
    Command(
      .pageDown, in: .reading, [.named(.pageDown)], Phrase("下翻", "more"),
      help: Phrase("下一屏；↑↓ 一行一行", "The next page; arrows go by lines"), at: 2),
    close(.reading, Phrase("返回", "back"), also: [.named(.enter), .character("q")]),
    Command(
      .enterForm, in: .entry, [.named(.enter)], Phrase("保存", "save"),
      help: Phrase("保存", "Saves"), at: 1),
    close(.entry, Phrase("返回", "back")),
    Command(
      .choose, in: .palette, [.named(.enter)], Phrase("执行", "run"),
      help: Phrase("执行选中的命令", "Runs the marked command"), at: 1),
    close(.palette, Phrase("返回", "back")),
    Command(
      .choose, in: .importing, [.named(.enter)], Phrase("登记", "register"),
      help: Phrase("按这个文件登记；是文件夹就进去", "Registers whom the file names, or opens the folder"), at: 1),
    Command(
      .completeNext, in: .importing, [.named(.tab)], Phrase("补全", "complete"),
      help: Phrase("把选中的名字写进路径", "Writes the marked name into the path"), at: 2),
    Command(
      .leaveFolder, in: .importing, [.named(.f2)], Phrase("上一层", "folder above"),
      help: Phrase("到上一层文件夹", "To the folder above"), at: 3),
    close(.importing, Phrase("返回", "back")),
    Command(
      .choose, in: .registering, [.named(.enter)], Phrase("登记", "register"),
      help: Phrase("登记光标所在的人", "Registers the marked member"), at: 1),
    Command(
      .listFile, in: .registering, [.named(.f2)], Phrase("用名单", "from a list"),
      help: Phrase("按一份 CSV 名单登记", "Registers everybody in a CSV list"), at: 2),
    Command(
      .cancelRegistration, in: .registering, [.control("x")], Phrase("取消报名", "cancel"),
      help: Phrase(
        "光标所在的人报了名又不来了，或报名没有通过", "The marked person is not coming after all, or is declined"),
      at: 3),
    close(.registering, Phrase("完成", "done")),

    Command(
      .confirm, in: .confirmation, [.named(.enter), .character("y"), .control("c")],
      Phrase("是", "yes"),
      help: Phrase("确认", "Does it"), at: 1),
    close(.confirmation, Phrase("返回", "back"), also: [.character("n")]),
    Command(
      .confirmGrave, in: .graveConfirmation, [.named(.f8)], Phrase("确认", "confirm"),
      help: Phrase(
        "确认；回车和刚才按的键在这里不起作用", "Does it; Enter and the key that asked do nothing here"), at: 1),
    close(.graveConfirmation, Phrase("返回", "back"), also: [.character("n")]),

    Command(
      .choose, in: .firstRun, [.named(.enter)], Phrase("选定", "choose"),
      help: Phrase("执行选中的这一项", "Does what is marked"), at: 1),
    Command(
      .startSample, in: .firstRun, [.character("1"), .named(.f2)], Phrase("看样例", "sample"),
      help: Phrase("打开样例之夜", "Opens the sample evening")),
    Command(
      .startImport, in: .firstRun, [.character("2"), .named(.f3)], Phrase("导入名册", "import"),
      help: Phrase("从 Excel 或 CSV 导入名册", "Imports a roster from Excel or CSV")),
    Command(
      .startEmpty, in: .firstRun, [.character("3"), .named(.f4)], Phrase("从空白开始", "empty"),
      help: Phrase("先建活动，人以后再加", "Starts with an event; people come later")),
    close(.firstRun, Phrase("先看看", "not now")),
    Command(
      .quit, in: .firstRun, [.control("q"), .character("q")], Phrase("退出", "quit"),
      help: Phrase("退出；什么都没有建", "Leaves; nothing was made"), at: 91),
  ]

  static func close(_ context: Context, _ label: Phrase, also keys: [Key] = []) -> Command {
    Command(
      .close, in: context, [.named(.escape)] + keys, label, help: Phrase("退回一层", "One level back"),
      at: 90)
  }
}
