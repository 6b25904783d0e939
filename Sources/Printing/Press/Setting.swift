/// How much room a text takes, in millimetres.
struct Extent {
  var width: Double
  var height: Double
  /// Of the first line, below the top.
  var baseline: Double
  var lines: Int
}

/// The size and the lines in which a text fits into its box.
struct Setting {
  /// With the line ends that were chosen.
  var text: String
  var size: Double

  /// One line is kept down to this part of the size that was asked for, since a broken name reads worse than a
  /// smaller one.
  private static let leastOfOneLine = 0.6

  init(of mark: TextMark, measure: (TextMark, Setting) -> Extent) {
    let text =
      mark.lines == .prose
      ? mark.text : mark.text.split(whereSeparator: \.isNewline).joined(separator: " ")
    self.init(text: text, size: mark.size)
    switch mark.lines {
    case .prose: shrinkProse(mark, measure)
    case .atMost(let most):
      let one = fitted(mark, measure)
      self = one
      guard one.size < Self.leastOfOneLine * mark.size else { return }
      for count in stride(from: 2, through: most, by: 1) {
        let broken = Setting(text: Breaking.broken(text, into: count), size: mark.size)
          .fitted(mark, measure)
        if broken.size > size { self = broken }
      }
    }
  }

  private init(text: String, size: Double) {
    self.text = text
    self.size = size
  }

  /// Widths and heights go with the size, for nothing is fitted to a grid.
  private func fitted(_ mark: TextMark, _ measure: (TextMark, Setting) -> Extent) -> Setting {
    let extent = measure(mark, self)
    // A single line may reach out of its box with what no letter fills.
    let height = extent.lines > 1 ? extent.height : size
    let part = min(
      1, mark.box.width / max(extent.width, 0.01), mark.box.height / max(height, 0.01))
    return Setting(text: text, size: size * part)
  }

  private mutating func shrinkProse(_ mark: TextMark, _ measure: (TextMark, Setting) -> Extent) {
    var parts = 20
    while parts > 1, measure(mark, self).height > mark.box.height {
      parts -= 1
      size = mark.size * Double(parts) / 20
    }
  }

  /// Where the text's upper edge is, so that what is seen of it stands in the middle of its box; prose
  /// begins at the top.
  ///
  /// A Han character's middle and a digit's are a little over a third of the size above the baseline.
  func top(of mark: TextMark, _ extent: Extent) -> Double {
    guard mark.lines != .prose else { return mark.box.y }
    let lineHeight = extent.height / Double(max(extent.lines, 1))
    let below = Double(max(extent.lines, 1) - 1) * lineHeight
    return mark.box.middle + 0.37 * size - below / 2 - extent.baseline
  }
}
