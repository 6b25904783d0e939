import Wording

/// What the parser says of arguments it cannot use, in the language of the program.
///
/// The parser has English alone and no codes. Its sentences are fixed with its version, which Package.swift names
/// exactly; a sentence that is not among these stays as it is.
enum ParserSentence {
  /// `%` stands for what was typed or is asked for, `%1` for the first of these. The longer sentence stands before
  /// the one it begins like.
  private static let sentences: [Phrase] = [
    Phrase("没有选项 %1，是不是 %2？", "Unknown option '%'. Did you mean '%'?"),
    Phrase("没有选项 %1", "Unknown option '%'"),
    Phrase("选项写法不对：%1", "Invalid option: %"),
    Phrase("%1 后面缺少内容", "Missing value for '%'"),
    Phrase(
      "选项 %1 后面不带内容，却写了“%2”",
      "The option '%' does not take any value, but '%' was specified."),
    Phrase("多写了“%1”", "Unexpected argument '%'"),
    Phrase("多写了 %1 项：%2", "% unexpected arguments: '%'"),
    Phrase(
      "%2 和 %1 不能同时写", "Value to be set with flag '%' had already been set with flag '%'"),
    Phrase("缺少 %1", "Missing expected argument '%'"),
    Phrase("缺少其中一项：%1", "Missing one of: '%'"),
    Phrase("缺少子命令", "Missing required subcommand."),
    Phrase(
      "%2 不能写“%1”，可写 %3", "The value '%' is invalid for '%'. Please provide one of '%'."),
    Phrase(
      "%2 不能写“%1”，可写：\n%3",
      "The value '%' is invalid for '%'. Please provide one of the following:\n%"),
    Phrase("%2 不能写“%1”：%3", "The value '%' is invalid for '%': %"),
    Phrase("%2 不能写“%1”", "The value '%' is invalid for '%'"),
    Phrase(
      "认不出您用的 shell；请写 --generate-completion-script=<shell>，可写：\n%1",
      "Can't autodetect a supported shell.\n"
        + "Please use --generate-completion-script=<shell> with one of:\n%"),
    Phrase(
      "没有 %1 的补全脚本；请写 --generate-completion-script=<shell>，可写：\n%2",
      "Can't generate completion scripts for '%'.\n"
        + "Please use --generate-completion-script=<shell> with one of:\n%"),
  ]

  static func translated(_ english: String, _ language: Language) -> String {
    guard language != .english else { return english }
    for sentence in sentences {
      guard let said = words(of: english, in: sentence(.english)) else { continue }
      return Placeholder.translated(in: filled(sentence(language), with: said), language)
    }
    return english
  }

  /// What stands in the place of each `%`; nil where it is another sentence.
  private static func words(of text: String, in pattern: String) -> [String]? {
    let pieces = pattern.split(separator: "%", omittingEmptySubsequences: false)
    guard let first = pieces.first, let last = pieces.last, text.hasPrefix(first) else {
      return nil
    }
    var rest = text.dropFirst(first.count)
    guard pieces.count > 1 else { return rest.isEmpty ? [] : nil }
    var words: [String] = []
    for piece in pieces.dropFirst().dropLast() {
      guard let place = rest.firstRange(of: piece) else { return nil }
      words.append(String(rest[..<place.lowerBound]))
      rest = rest[place.upperBound...]
    }
    guard rest.hasSuffix(last), rest.count >= last.count else { return nil }
    return words + [String(rest.dropLast(last.count))]
  }

  private static func filled(_ pattern: String, with words: [String]) -> String {
    let pieces = pattern.split(separator: "%", omittingEmptySubsequences: false)
    return pieces.dropFirst().reduce(String(pieces[0])) { text, piece in
      let place = piece.first?.wholeNumberValue ?? 0
      let word = words.indices.contains(place - 1) ? listed(words[place - 1]) : ""
      return text + word + piece.dropFirst()
    }
  }

  /// `a', 'b' or 'c` as Chinese lists it.
  private static func listed(_ words: String) -> String {
    ["', '", "' or '", "' and '"].reduce(words) { $0.replacing($1, with: "、") }
  }
}
