internal import Characters
public import Wording

extension PrintRefusal {
  /// What stands in the way and what to do; nothing was printed.
  public var phrase: Phrase {
    switch self {
    case .missing(let library):
      Phrase(
        "没有打印：这台电脑缺少 \(library.debianPackage)；请运行 sudo apt install \(Self.debianPackages)"
          + "（macOS 运行 brew install \(Self.macPackages)），再打印一次",
        "nothing was printed: \(library.debianPackage) is missing here; run sudo apt install "
          + "\(Self.debianPackages) (on macOS: brew install \(Self.macPackages)) and print again")
    case .noGlyph(let missing): Self.phrase(of: missing)
    case .noHanFont:
      Phrase(
        "没有打印：这台电脑没有中文字体；请运行 sudo apt install \(Self.fontPackage)，再打印一次",
        "nothing was printed: there is no Chinese font here; run sudo apt install "
          + "\(Self.fontPackage) and print again")
    case .failed:
      Phrase(
        "没有打印：文件没有做完整；请再试一次，仍不行请更新 \(PressLibrary.cairo.debianPackage)",
        "nothing was printed: the document could not be finished; try again, or update "
          + PressLibrary.cairo.debianPackage)
    }
  }

  // All of them, since whoever lacks one may lack the next.
  static let debianPackages =
    "libpangocairo-1.0-0 \(PressLibrary.qrencode.debianPackage) \(fontPackage)"
  static let macPackages = "pango \(PressLibrary.qrencode.macPackage)"
  static let fontPackage = "fonts-noto-cjk"
  /// Rarer Han than any face of Noto has.
  static let rareFontPackage = "fonts-hanazono"

  private static let mostTold = 5

  /// The first few, with the names they stand in.
  private static func phrase(of missing: [MissingGlyph]) -> Phrase {
    let told = missing.prefix(mostTold)
    let chinese = told.map { "“\($0.character)”（\($0.text.shortened(to: 20))）" }.joined(
      separator: "、")
    let english = told.map { "\($0.character) (\($0.text.shortened(to: 20)))" }.joined(
      separator: ", ")
    let more = missing.count - told.count
    let (chineseMore, englishMore) =
      more > 0 ? (" 等 \(missing.count) 个字", " and \(more) more") : ("", "")
    return Phrase(
      "没有打印：这台电脑的字体里没有 \(chinese)\(chineseMore)；请安装字体，例如 sudo apt install "
        + "\(fontPackage) \(rareFontPackage)，或加 --allow-boxes 用方框代替",
      "nothing was printed: no font here has \(english)\(englishMore); install one, for example sudo apt install "
        + "\(fontPackage) \(rareFontPackage), or print boxes with --allow-boxes")
  }
}
