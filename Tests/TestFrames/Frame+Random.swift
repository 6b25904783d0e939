public import Canvas
public import TestSupport

extension Frame {
  /// A frame of Han, Latin, marks, boxes and bars in random styles and places, over the edges too.
  public static func random(
    _ size: Size, width: Width = Width(), dice: inout Dice
  ) -> Frame {
    var frame = Frame(size: size, width: width)
    for _ in 0..<dice.roll(2...40) { frame.scribble(&dice) }
    return frame
  }

  /// One random change.
  public mutating func scribble(_ dice: inout Dice) {
    let point = Point(
      column: dice.roll(-4...size.columns + 1), row: dice.roll(-1...size.rows))
    let style = Style.random(&dice)
    switch dice.roll(0...9) {
    case 0:
      let columns = dice.roll(0...size.columns)
      box(
        Area(column: point.column, row: point.row, columns: columns, rows: dice.roll(0...8)), style,
        title: String.scribble(&dice, length: 4))
    case 1: rule(at: point, columns: dice.roll(0...size.columns), style)
    case 2:
      let area = Area(
        column: point.column, row: point.row, columns: dice.roll(0...20), rows: dice.roll(0...4))
      fill(area, style, with: dice.pick([" ", "░", "x", "宽"]))
    case 3:
      restyle(Area(column: point.column, row: point.row, columns: 30, rows: 1)) { $0 = style }
    case 4:
      write(width.bar(Double(dice.roll(0...100)) / 100, columns: 12), at: point, style)
    default:
      write(
        String.scribble(&dice, length: dice.roll(0...60)), at: point, style,
        columns: dice.roll(0...3) == 0 ? dice.roll(0...20) : nil,
        align: dice.pick([.left, .centre, .right]),
        overflow: dice.pick([.ellipsis, .clip]))
    }
  }
}

extension Style {
  public static func random(_ dice: inout Dice) -> Style {
    let colours = Colour.allCases
    return Style(
      dice.pick(colours), on: dice.roll(0...2) == 0 ? dice.pick(colours) : .standard,
      Attributes(rawValue: UInt8(dice.roll(0...15))))
  }
}

extension String {
  /// Text of every kind a screen meets, hostile characters left out.
  public static func scribble(_ dice: inout Dice, length: Int) -> String {
    let pieces: [String] = [
      "王", "志", "超", "鹊桥", "七夕联谊", "单", "晓", "燕", "，", "（", "）", "a", "Bc", "12", " ", "男07",
      "e\u{301}", "a\u{308}\u{304}", "n\u{303}", "ﾊ", "カ", "ｗ", "─", "│", "●", "·", "…", "█", "▌",
      "한",
      "ж", "é", "\u{20000}", "𠮷",
    ]
    return (0..<length).reduce(into: "") { text, _ in text += dice.pick(pieces) }
  }
}

extension Frame {
  /// Frames to be shown one after another: new ones, and the last one a little changed.
  public static func sequence(
    _ count: Int, _ size: Size, width: Width, dice: inout Dice
  ) -> [Frame] {
    var frames: [Frame] = []
    for _ in 0..<count {
      if var next = frames.last, dice.roll(0...3) > 0 {
        for _ in 0..<dice.roll(1...4) { next.scribble(&dice) }
        frames.append(next)
      } else {
        frames.append(.random(size, width: width, dice: &dice))
      }
    }
    return frames
  }
}
