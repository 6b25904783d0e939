internal import Wording

extension Page {
  /// A line of 100 mm, to see whether the printer made everything smaller.
  ///
  /// It stands in the lower margin; where labels fill the paper, along the lower edge of the first of them,
  /// whose own margin is free.
  mutating func ruler(on sheet: Sheet, _ language: Language) {
    let places = sheet.places
    guard let first = places.first, let last = places.last else { return }
    let isInMargin = Page.height - last.bottom > 9
    let y = isInMargin ? Page.height - 8 : first.bottom - 1.2
    let x = isInMargin ? (Page.width - 100) / 2 : 2.5
    line(x, y, x + 100, y, width: 0.1, ink: .grey)
    for place in 0...10 {
      let length = place.isMultiple(of: 5) ? 1.0 : 0.6
      let at = x + 10 * Double(place)
      line(at, y - length, at, y, width: 0.1, ink: .grey)
    }
    let words = Box(x: x, y: isInMargin ? y + 0.6 : y - 3.6, width: 100, height: 2.2)
    text(Paper.ruler(language), in: words, size: 1.9, .middle, ink: .grey)
  }
}
