internal import Wording

extension Page {
  /// A table's number, to be read across the hall, and what is talked about there.
  mutating func sign(
    _ sign: TableSign, at evening: PrintedEvening, in box: Box, _ language: Language
  ) {
    let inner = box.inset(x: box.width * 0.08, y: box.height * 0.08)
    head(evening, in: inner.strip(from: 0, 0.07))
    let hasTopic = !sign.topic.isEmpty
    let number = inner.strip(from: 0.1, hasTopic ? 0.58 : 0.86)
    text(
      Paper.table(sign.number)(language), in: number, size: number.height, bold: true, .middle,
      ink: .red)
    text(
      sign.topic, in: inner.strip(from: 0.7, 0.28), size: inner.height * 0.13, .middle,
      lines: .atMost(3))
  }
}
