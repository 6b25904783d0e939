/// Puts negators together with the verb they deny: 不太能接受 is one word of refusal, 不是不接受 one of
/// tolerance, 不要求 asks for nothing, 没有170 is below it.
///
/// What a negator does to a verb is a rule of the kind of verb and of how many negators there are. Two
/// before a verb that has no clear contrary leave a doubt.
struct CriteriaVerbs {
  private(set) var all: [CriteriaToken] = []

  init(_ tokens: [CriteriaToken], _ text: Written) {
    var place = tokens.firstIndex { $0.word.beginsVerb } ?? tokens.count
    all = Array(tokens[..<place])
    while place < tokens.count {
      if tokens[place].word.beginsVerb,
        let (word, end) = CriteriaVerbs.verb(tokens, text, at: place)
      {
        all.append(
          CriteriaToken(
            word: word, range: tokens[place].range.lowerBound..<tokens[end - 1].range.upperBound))
        place = end
      } else {
        all.append(tokens[place])
        place += 1
      }
    }
  }

  /// Words that may stand between a negator and its verb, at most.
  private static let longestGap = 4

  private static func verb(
    _ tokens: [CriteriaToken], _ text: Written, at start: Int
  ) -> (word: CriteriaWord, end: Int)? {
    var negators: [CriteriaWord.Negator] = []
    var (hasOwner, hasAlso, lastLacks) = (false, false, false)
    var place = start
    while place < tokens.count, place - start <= longestGap {
      let word = tokens[place].word
      switch word {
      case .not(let negator):
        negators.append(negator)
        lastLacks = text[tokens[place].range.lowerBound] == 0x6ca1  // 没
      case .degree where !negators.isEmpty: break
      case .space where !negators.isEmpty: break
      case .filler where !negators.isEmpty:
        let last = text[tokens[place].range.upperBound - 1]
        hasOwner = hasOwner || CriteriaWord.owners.contains(last)
        hasAlso = hasAlso || last == 0x4e5f || last == 0x90fd  // 也 都
      case .number where lastLacks && !hasOwner:
        guard tokens[start..<place].allSatisfy({ $0.word != .degree && $0.word != .space })
        else { return nil }
        // 没有170 is below it; of 不能没有170 the contrary.
        let isDenied = negators.count % 2 == 1
        return (.lead(isDenied ? .below : .atLeast), place)
      default:
        // 本科都没有的免谈: what is lacking is what stands before.
        if hasOwner, case .says(_, .behind) = word { return nil }
        // 没有也行 tolerates that there is none.
        if !negators.isEmpty, isTolerance(word, hasAlso) {
          return (.says(.accepted, .behind), place + 1)
        }
        return denied(word, negators.count).map { ($0, place + 1) }
      }
      place += 1
    }
    return nil
  }

  private static func isTolerance(_ word: CriteriaWord, _ hasAlso: Bool) -> Bool {
    switch word {
    case .says(.accepted, .behind): true
    case .says(.accepted, _): hasAlso
    default: false
    }
  }

  private static func denied(_ word: CriteriaWord, _ negators: Int) -> CriteriaWord? {
    let isDenied = negators % 2 == 1
    switch word {
    case .attitude(let attitude): return denied(attitude, negators, isDenied)
    case .must(let must) where negators > 0:
      return isDenied && (must == .needs || must == .asks) ? .says(.any, .ahead) : .doubt
    case .says(let stance, let aim) where negators > 0:
      switch stance {
      case .refused: return isDenied ? .says(.accepted, aim) : .doubt
      case .accepted: return .says(isDenied ? .refused : .accepted, aim == .either ? .ahead : aim)
      // 不可放宽 says once more that it is a limit.
      case .eased: return isDenied ? .filler : .doubt
      case .preferred, .any: return .doubt
      }
    case .lead(let comparison) where negators > 0:
      return .lead(isDenied ? comparison.contrary : comparison)
    default: return nil
    }
  }

  private static func denied(
    _ attitude: CriteriaWord.Attitude, _ negators: Int, _ isDenied: Bool
  ) -> CriteriaWord {
    switch attitude {
    case .accepts: .says(isDenied ? .refused : .accepted, .ahead)
    case .minds:
      negators == 0 ? .says(.refused, .ahead) : isDenied ? .says(.accepted, .ahead) : .doubt
    case .hopes, .likes, .seeks:
      if negators == 0 {
        switch attitude {
        case .hopes: .says(.preferred, .sentence)
        case .likes: .says(.preferred, .ahead)
        default: .must(.seeks)
        }
      } else {
        isDenied ? .says(.refused, .ahead) : .doubt
      }
    case .asks: negators == 0 ? .must(.asks) : isDenied ? .says(.any, .ahead) : .doubt
    // 看重学历 asks for something, and does not say for what.
    case .cares: isDenied ? .says(.any, .ahead) : .doubt
    }
  }
}

extension CriteriaWord {
  /// A negator, or a verb that may stand without one.
  fileprivate var beginsVerb: Bool {
    switch self {
    case .not, .attitude: true
    default: false
    }
  }
}

extension Comparison {
  fileprivate var contrary: Comparison {
    switch self {
    case .equal: .unequal
    case .unequal: .equal
    case .atLeast: .below
    case .atMost: .above
    case .above: .atMost
    case .below: .atLeast
    case .has: .lacks
    case .lacks: .has
    }
  }
}
