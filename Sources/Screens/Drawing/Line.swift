import Canvas
import Wording

/// A run of text in one style.
struct Span: Sendable {
  var text: String
  var style: Style

  init(_ text: String, _ style: Style = Theme.plain) {
    self.text = text
    self.style = style
  }
}

/// One row: what stands at the left, and what keeps to the right edge.
struct Line: Sendable {
  var left: [Span]
  var right: [Span]

  init(_ left: [Span] = [], right: [Span] = []) {
    self.left = left
    self.right = right
  }

  init(_ text: String, _ style: Style = Theme.plain) {
    self.init([Span(text, style)])
  }

  static let blank = Line()
}

extension Array where Element == [Span] {
  /// As many groups from the first as fit whole.
  ///
  /// - Parameter more: stands behind them where some were left out; there is room for it.
  func fitting(columns: Int, _ width: Width, more: [Span] = []) -> [Span] {
    var spans: [Span] = []
    var used = 0
    for (place, group) in enumerated() {
      used += group.columns(width)
      let spare = place == count - 1 ? 0 : more.columns(width)
      if used + spare > columns { return spans + more }
      spans += group
    }
    return spans
  }
}

extension Array where Element == Span {
  func columns(_ width: Width) -> Int { reduce(0) { $0 + width.columns($1.text) } }
}
