import Canvas
import Wording

extension Command.ID {
  public static let showChanges = Self("showChanges")
  public static let takeRoster = Self("takeRoster")
  public static let takeWholeRoster = Self("takeWholeRoster")
}

extension Context {
  public static let importChanges = Self(
    "importChanges", Phrase("导入", "Import"), typing: .none, home: .within(.importRoster))
}

extension ImportChanges {
  static let commands: [Command] = [
    Command(
      .takeRoster, in: .importChanges, [.named(.enter), .character(" ")],
      Phrase("名册/手工", "roster/by hand"),
      help: Phrase("这一处改用名册的，或仍用手工的", "Takes the roster's value here, or keeps the correction"),
      at: 1),
    Command(
      .takeWholeRoster, in: .importChanges, [.named(.f2), .character("a")],
      Phrase("全用名册", "all the roster's"),
      help: Phrase("全部改用名册的；再按一次，全部仍用手工的", "The roster's values for all; once more, for none"),
      at: 2),
    .close(.importChanges, Phrase("返回", "back")),
  ]
}
