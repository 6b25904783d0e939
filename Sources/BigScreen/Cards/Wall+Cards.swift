import Canvas
import Matchmaking
import Wording

extension Wall {
  private func body(_ sheet: Sheet) -> Area { Chrome.body(sheet.frame.size) }

  func waiting(on sheet: inout Sheet) {
    var stack = Stack([.text("鹊桥", Tint.gold, rank: 0, on: sheet)])
    stack.draw(in: body(sheet), on: &sheet)
  }

  // MARK: - Parts of the evening

  func segmentCard(_ segment: Segment, _ left: Countdown?, on sheet: inout Sheet) {
    var stack = Stack(clock(sheet(segment.name), left, on: sheet))
    stack.draw(in: body(sheet), on: &sheet)
  }

  /// A name with its time below it.
  func clock(_ name: String, _ left: Countdown?, on sheet: Sheet) -> [Block] {
    var blocks = [Block.text(name, Tint.gold, rank: 1, largest: 3, on: sheet)]
    if let left {
      let style = left.isPressing ? Tint.woman : Tint.gold
      blocks.append(
        .digits(left.text, style, rank: 0, highest: highest(sheet), on: sheet))
    }
    blocks.append(foot(state(left, on: sheet), rank: 2, on: sheet))
    return blocks
  }

  /// A line below, of dots where the terminal's own letters would be lost on the wall.
  func foot(
    _ text: String, _ style: Style = Tint.plain, rank: Int, on sheet: Sheet
  ) -> Block {
    .text(text, style, rank: rank, lines: 1, largest: sheet.rows >= 50 ? 1 : 0, on: sheet)
  }

  /// Up to half of the window, and no higher than what a second may write: with every stroke as high as the wall
  /// is large, a change of three would be a kilobyte.
  private func highest(_ sheet: Sheet) -> Int { min(17, body(sheet).rows / 2) }

  private func state(_ left: Countdown?, on sheet: Sheet) -> String {
    guard let left else { return sheet(Phrase("进行中", "under way")) }
    if left.isPaused { return sheet(Phrase("已暂停", "paused")) }
    if left.isOver { return sheet(Phrase("时间到", "time is up")) }
    return upcoming(on: sheet)
  }

  private func upcoming(on sheet: Sheet) -> String {
    guard let programme = shown?.programme, let place = programme.upcoming else { return "" }
    return sheet(Phrase("接下来  ", "up next: ") + programme.segments[place].name)
  }

  func nextCard(_ segment: Segment, on sheet: inout Sheet) {
    let minutes = segment.minutes
    var stack = Stack([
      .text(sheet(Phrase("接下来", "Up next")), Tint.brightRed, rank: 2, largest: 1, on: sheet),
      .text(sheet(segment.name), Tint.gold, rank: 0, on: sheet),
      foot(
        minutes > 0 ? sheet(Phrase("\(minutes) 分钟", minutes.counted("minute"))) : "", rank: 1,
        on: sheet),
    ])
    stack.draw(in: body(sheet), on: &sheet)
  }

  func closingCard(on sheet: inout Sheet) {
    let event = shown?.event
    var stack = Stack([
      .text(sheet(Phrase("感谢参加", "Thank you")), Tint.gold, rank: 0, on: sheet),
      .text(
        event?.title ?? "", Tint.brightRed, rank: 2, largest: sheet.rows >= 50 ? 1 : 0, on: sheet),
      foot(
        sheet(Phrase("愿今晚的相识，是好缘分的开始", "May tonight be a good beginning")), rank: 1,
        on: sheet),
    ])
    stack.draw(in: body(sheet), on: &sheet)
  }

  // MARK: - Picks

  /// How many slips are in; who handed one in stands nowhere.
  func picksCard(_ segment: Segment, _ left: Countdown?, on sheet: inout Sheet) {
    let came = shown?.slips ?? 0
    // Whoever left with the slip handed in is counted among both.
    let awaited = max(came, shown?.awaitedSlips ?? shown?.headcount.present ?? 0)
    let share = awaited > 0 ? Double(came) / Double(awaited) : 0
    var stack = Stack([
      .text(sheet(segment.name), Tint.gold, rank: 1, largest: 2, on: sheet),
      foot(sheet(Phrase("已收选票", "Slips in")), rank: 2, on: sheet),
      .digits(
        "\(came)/\(awaited)", Tint.gold, rank: 0, highest: max(5, body(sheet).rows / 3), on: sheet),
      Bridge(left: share, right: share).block(rank: 4, highest: 1, on: sheet),
      foot(left.map { remaining($0, on: sheet) } ?? "", rank: 3, on: sheet),
    ])
    stack.draw(in: body(sheet), on: &sheet)
  }

  func remaining(_ left: Countdown, on sheet: Sheet) -> String {
    if left.isPaused { return sheet(Phrase("已暂停  \(left.text)", "paused  \(left.text)")) }
    if left.isOver { return sheet(Phrase("时间到  \(left.text)", "time is up  \(left.text)")) }
    return sheet(Phrase("还剩  \(left.text)", "\(left.text) left"))
  }
}
