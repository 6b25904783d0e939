import Canvas
import Wording

extension Command.ID {
  public static let up = Self("up", isStep: true)
  public static let down = Self("down", isStep: true)
  public static let pageUp = Self("pageUp", isStep: true)
  public static let pageDown = Self("pageDown", isStep: true)
  public static let first = Self("first", isStep: true)
  public static let last = Self("last", isStep: true)
  public static let close = Self("close", isStep: true)
  public static let choose = Self("choose", isStep: true)
  public static let clear = Self("clear", isStep: true)
  public static let nextField = Self("nextField", isStep: true)
  public static let previousField = Self("previousField", isStep: true)
  public static let nextOption = Self("nextOption", isStep: true)
  public static let previousOption = Self("previousOption", isStep: true)
  public static let enterForm = Self("enterForm", isStep: true)
  public static let submitForm = Self("submitForm", isStep: true)
  public static let completeNext = Self("completeNext", isStep: true)
  public static let completePrevious = Self("completePrevious", isStep: true)
  public static let leaveFolder = Self("leaveFolder", isStep: true)
}

/// What means the same in many places: moving, the fields of a form, closing.
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

  /// Of forms, choices and pages that need no keys of their own.
  static let shared: [Command] =
    [
      Command(
        .enterForm, in: .form, [.named(.enter)], Phrase("下一项", "next"),
        help: Phrase("到下一项；在最后一项保存", "To the next field; saves on the last"), at: 1),
      Command(
        .submitForm, in: .form, [.named(.f2)], Phrase("保存", "save"),
        help: Phrase("在哪一项都可以保存", "Saves from any field"), at: 2),
      .close(.form, Phrase("返回", "back")),
    ] + Command.fields(.form) + [
      Command(
        .choose, in: .choice, [.named(.enter)], Phrase("选定", "choose"),
        help: Phrase("执行选中的这一项", "Does what is marked"), at: 1),
      .close(.choice, Phrase("返回", "back")),
      Command(
        .pageDown, in: .reading, [.named(.pageDown)], Phrase("下翻", "more"),
        help: Phrase("下一屏；↑↓ 一行一行", "The next page; arrows go by lines"), at: 2),
      .close(.reading, Phrase("返回", "back"), also: [.named(.enter), .character("q")]),
      Command(
        .enterForm, in: .entry, [.named(.enter)], Phrase("保存", "save"),
        help: Phrase("保存", "Saves"), at: 1),
      .close(.entry, Phrase("返回", "back")),
    ]

  /// The keys of a form with choices among its fields.
  static func form(_ context: Context, save: Phrase) -> [Command] {
    [
      Command(
        .enterForm, in: context, [.named(.enter)], Phrase("下一项", "next"),
        help: Phrase("到下一项；在最后一项保存", "To the next field; saves on the last"), at: 1),
      Command(
        .submitForm, in: context, [.named(.f2)], save,
        help: Phrase("在哪一项都可以保存", "Saves from any field"), at: 2),
    ] + fields(context)
  }

  static func showPhones(_ context: Context, at prominence: Int) -> Command {
    Command(
      .showPhones, in: context, [.named(.f5)], Phrase("看手机号", "show phones"),
      help: Phrase("手机号显示全，只在这里，只此一次", "Phone numbers in full, here and this time only"),
      at: prominence)
  }

  static func close(_ context: Context, _ label: Phrase, also keys: [Key] = []) -> Command {
    Command(
      .close, in: context, [.named(.escape)] + keys, label, help: Phrase("退回一层", "One level back"),
      at: 90)
  }
}
