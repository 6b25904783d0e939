/// Tells the spaces and colons that part something from those inside of a phrase: `身高：170 cm 以上`.
struct CriteriaSpaces {
  private(set) var all: [CriteriaToken]
  private let text: Written

  init(_ tokens: [CriteriaToken], _ text: Written) {
    (all, self.text) = (tokens, text)
    var inside: [Int] = []
    var before: Int?
    var next = 0
    while next < all.count {
      let start = next
      while next < all.count, all[next].word == .space { next += 1 }
      let behind = next < all.count ? next : nil
      if start < next, bridges(before, behind, start..<next) { inside += start..<next }
      guard let behind else { break }
      if text[all[behind].range.lowerBound] == 0x3a, let before, all[before].word.bindsColon {
        inside.append(behind)
      }
      before = behind
      next += 1
    }
    for index in inside { all[index] = CriteriaToken(word: .filler, range: all[index].range) }
  }

  /// Whether what stands on both sides of spaces belongs together.
  private func bridges(_ before: Int?, _ behind: Int?, _ spaces: Range<Int>) -> Bool {
    if let before, all[before].word.bindsNext, !isSaidOfItem(before) { return true }
    if let behind, all[behind].word.bindsPrevious, !isAhead(behind) { return true }
    if let before, isUnknownLatin(before) { return true }
    return isLatin(spaces)
  }

  /// `ok with 离异`: what nobody understood may speak of what stands behind it.
  private func isUnknownLatin(_ index: Int) -> Bool {
    let isLatin = Written.isLetter(text[all[index].range.upperBound - 1])
    let start = all[...index].lastIndex { $0.word != .filler && $0.word != .space }
    return isLatin && start.map { all[$0].word == .unknown } ?? false
  }

  /// `本科 勿扰离异`: what touches an item behind it reaches back over no space.
  private func isAhead(_ index: Int) -> Bool {
    guard case .says(_, .behind) = all[index].word, index + 1 < all.count else { return false }
    return all[index + 1].word.beginsItem
  }

  /// `国企不接受 本科`, `离异：不接受 本科`, `教师的，不要 本科`: what stands behind an item reaches over no
  /// space.
  private func isSaidOfItem(_ index: Int) -> Bool {
    guard all[index].word.maySpeakBack else { return false }
    var place = index - 1
    while place >= 0, index - place < 8 {
      let (word, scalar) = (all[place].word, text[all[place].range.lowerBound])
      switch word {
      case .filler, .degree, .person: break
      case .field(.education), .field(.work): break
      case .stop(false):
        let isOwned =
          place > 0 && CriteriaWord.owners.contains(text[all[place].range.lowerBound - 1])
        guard scalar == 0x3a || isOwned else { return false }
      case .says, .excepted, .besides: return true
      default: return word.endsItem
      }
      place -= 1
    }
    return false
  }

  /// Between two Latin words a space parts nothing, as neither says a figure.
  private func isLatin(_ spaces: Range<Int>) -> Bool {
    Written.isLetter(text[all[spaces.lowerBound].range.lowerBound - 1])
      && Written.isLetter(text[all[spaces.upperBound - 1].range.upperBound])
  }
}

extension CriteriaWord {
  /// What reaches over a space to the word behind it.
  fileprivate var bindsNext: Bool {
    switch self {
    case .field(.measure), .field(.education), .field(.trait(.children)), .lead, .to, .gap,
      .yearlyIncome, .place, .must, .not, .attitude, .says(_, .ahead), .says(_, .sentence), .matter,
      .except, .person(.family), .or, .says(.preferred, .either):
      true
    default: false
    }
  }

  /// Governs what follows, or speaks of what stands before.
  fileprivate var maySpeakBack: Bool {
    switch self {
    case .not, .place, .field(.education), .says(.refused, _), .says(.accepted, _),
      .says(.any, _), .says(.preferred, .either):
      true
    default: false
    }
  }

  fileprivate var endsItem: Bool {
    switch self {
    case .number, .unit, .bound, .part, .education, .conditions, .work, .region, .nearby, .around,
      .manOlder, .place:
      true
    default: false
    }
  }

  fileprivate var beginsItem: Bool {
    switch self {
    case .number, .field, .yearlyIncome, .lead, .education, .conditions, .work, .region, .nearby,
      .manOlder, .place, .gap, .not:
      true
    default: false
    }
  }

  fileprivate var bindsColon: Bool {
    switch self {
    case .field, .says(.preferred, .either): true
    default: bindsNext
    }
  }

  /// What reaches over a space to the word before it.
  fileprivate var bindsPrevious: Bool {
    switch self {
    case .unit, .bound, .to, .part, .says(_, .behind), .says(.preferred, .either),
      .says(.any, .either), .excepted, .besides, .cross, .or:
      true
    default: false
    }
  }
}
