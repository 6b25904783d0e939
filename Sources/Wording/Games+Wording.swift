public import Matchmaking

extension GameRefusal {
  public var phrase: Phrase {
    switch self {
    case .badFile(let text):
      Phrase(
        text.isEmpty ? "文件里什么都没有" : "文件读不懂：\(text)；请另存为 CSV 或 .xlsx",
        text.isEmpty
          ? "there is nothing in the file"
          : "the file cannot be read: \(text); save it as CSV or .xlsx")
    case .nobodyToPair(let willing) where willing == 0:
      Phrase("名单里没有人", "nobody is in the list")
    case .nobodyToPair(let willing):
      Phrase(
        "愿意的 \(willing) 人配不成一对：请再邀请另一组的人，或取消不同桌的限制",
        "\(willing.counted("person", "people")) willing make no pair: ask somebody of the other pool, or allow a forbidden pair"
      )
    case .left(let badge):
      Phrase("\(badge.phrase.chinese) 已离场", "\(badge) has left")
    case .badSeed(let text):
      Phrase("种子“\(text)”不是整数", "the seed “\(text)” is no whole number")
    case .noDraw: Phrase("还没有抽过红线", "no red thread was drawn yet")
    case .noQuestions:
      Phrase(
        "还没有题目；请先用 hearts questions 从文件读入",
        "there are no questions yet; hearts questions reads them from a file")
    case .noQuestion(let number, let questions):
      Phrase(
        "没有第 \(number) 题，共 \(questions) 题；0 是收起",
        "there is no question \(number); 1 to \(questions), or 0 for none")
    case .noBadge:
      Phrase("先写谁的答案，如 F12 A C B", "begin with whose answers they are, as in F12 A C B")
    case .badQuestion(_, let text):
      Phrase(
        "“\(text)”不是题目：写题目，再写 2 到 8 个不同的选项，中间不能空",
        "“\(text)” is no question: write the question, then 2 to 8 different options without a gap")
    case .tooManyQuestions(let most):
      Phrase("题目太多，最多 \(most) 题", "too many questions; \(most) at most")
    case .longQuestion(_, let most):
      Phrase("太长，最多 \(most) 字", "too long; \(most) characters at most")
    case .answersIn(let count):
      Phrase(
        "已录 \(count) 人的答案，题目不能再换；请先撤销这些答案",
        "the answers of \(count.counted("person", "people")) are in, so the questions stay; undo those first"
      )
    case .answerCount(let badge, let given, let questions):
      Phrase(
        "\(badge.phrase.chinese)：共 \(questions) 题，写了 \(given) 个；没有答的写 -",
        "\(badge): \(questions.counted("question")), \(given.counted("answer")); write - for none")
    case .badAnswer(let badge, let question, let text, let last):
      Phrase(
        "\(badge.phrase.chinese) 第 \(question) 题“\(text)”不是选项：只有 A 到 \(last)，没有答的写 -",
        "\(badge), question \(question): “\(text)” is no option; A to \(last), or - for none")
    case .answered(let badge):
      Phrase(
        "\(badge.phrase.chinese) 的答案已录，与这次不同；更正请加 --replace",
        "\(badge)'s answers are in already and differ; --replace corrects them")
    }
  }

  /// The row of a file it is about; 0 for none.
  public var row: Int {
    switch self {
    case .badQuestion(let row, _), .longQuestion(let row, _): row
    default: 0
    }
  }
}
