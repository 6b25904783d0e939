import Canvas
import Matchmaking
import Wording

extension Wall {
  private func body(_ sheet: Sheet) -> Area { Chrome.body(sheet.frame.size) }

  // MARK: - The red thread

  /// First the seed, so that the hall has it before a number stands there; then the pairs, one to a page.
  func threadCard(_ thread: ShownThread, on sheet: inout Sheet) {
    let title = Block.text(
      sheet(Phrase("姻缘一线牵", "The red thread")), Tint.gold, rank: 2, largest: 2, on: sheet)
    guard page > 0, thread.pairs.indices.contains(page - 1) else {
      var stack = Stack([
        title,
        foot(sheet(Phrase("种子", "Seed")), rank: 3, on: sheet),
        .digits(
          String(thread.seed), Tint.brightRed, rank: 0, highest: max(5, body(sheet).rows / 3),
          on: sheet),
        foot(
          sheet(Phrase("\(thread.pairs.count) 对", thread.pairs.count.counted("pair"))), Tint.text,
          rank: 1, on: sheet),
      ])
      return stack.draw(in: body(sheet), on: &sheet)
    }
    let pair = thread.pairs[page - 1]
    let span = ThreadSpan(pair, threadShare, self)
    // Which pool a number is of is not told by its colour alone.
    let badges = sheet(pair.a.phrase) + (span.hasArrived ? "      " + sheet(pair.b.phrase) : "")
    var stack = Stack([title, span.block(on: sheet), foot(badges, Tint.text, rank: 1, on: sheet)])
    stack.draw(in: body(sheet), on: &sheet)
  }

  // MARK: - Hearts in step

  func questionCard(_ shown: ShownQuestion, on sheet: inout Sheet) {
    let place = Phrase(
      "第 \(shown.place) 题 / 共 \(shown.of) 题", "Question \(shown.place) of \(shown.of)")
    // What is asked is not larger at the cost of what may be answered.
    let text = questionForms(shown.question, on: sheet)
    var stack = Stack([
      foot(sheet(place), Tint.brightRed, rank: 2, on: sheet),
      Block(forms: text.asked, rank: 0),
      Block(forms: text.options, rank: 1),
    ])
    stack.draw(in: body(sheet), on: &sheet)
  }
}

extension Wall {
  /// The question and its options in the largest dots in which both have room, the question no smaller; else each
  /// as large as there is room, the question first.
  private func questionForms(
    _ question: HeartsQuestion, on sheet: Sheet
  ) -> (asked: [Block.Form], options: [Block.Form]) {
    let largest = sheet.rows >= 40 ? 2 : 1
    let asked = Block.text(question.text, Tint.gold, rank: 0, largest: largest, on: sheet).forms
    let options = OptionList(question)
    // The line above them, and air between.
    let room = body(sheet).rows - 3
    for scale in asked.indices.dropFirst().reversed() {
      for smaller in (1...scale).reversed() {
        guard let form = options.dots(scale: smaller, on: sheet),
          asked[scale].rows + form.rows <= room
        else { continue }
        return ([asked[scale]], [form])
      }
    }
    return (asked, options.plainForms(on: sheet))
  }
}
