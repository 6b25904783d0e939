/// A step in a list.
enum Move: Sendable {
  case up, down, pageUp, pageDown, first, last

  init?(_ id: Command.ID) {
    switch id {
    case .up: self = .up
    case .down: self = .down
    case .pageUp: self = .pageUp
    case .pageDown: self = .pageDown
    case .first: self = .first
    case .last: self = .last
    default: return nil
    }
  }

  /// Where the step leads; nil in an empty list. From nowhere, up and down lead to the first row.
  func place(from place: Int?, count: Int, page: Int) -> Int? {
    guard count > 0 else { return nil }
    guard let place else { return self == .last ? count - 1 : 0 }
    let page = max(1, page)
    let target =
      switch self {
      case .up: place - 1
      case .down: place + 1
      case .pageUp: place - page
      case .pageDown: place + page
      case .first: 0
      case .last: count - 1
      }
    return min(max(0, target), count - 1)
  }
}

extension Array where Element: Hashable {
  /// The element a step leads to from a marked one.
  func moved(_ move: Move, from marked: Element?, page: Int) -> Element? {
    let place = marked.flatMap { firstIndex(of: $0) }
    return move.place(from: place, count: count, page: page).map { self[$0] }
  }
}
