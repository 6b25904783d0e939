/// Free criteria as they were understood, piece by piece, so that a screen can show what was read
/// where and people can correct it.
///
/// Pieces cover the text in order. Nothing is guessed: what is not understood is left over and shown.
///
/// The invariant: a demand is read only where nothing around it could turn it round. A negation, a
/// subject or a unit that was not surely understood leaves words, never a demand; and a text never
/// demands the same with a negation as without it. Nor is anything demanded that nobody could meet:
/// what contradicts itself was misread.
///
/// **What a clause is.** Commas, stops, brackets and 但 part clauses; spaces part runs within one, and
/// `、` and 或 the members of a list. ``CriteriaTokens`` cuts words, ``CriteriaVerbs`` puts negators and their verbs
/// together, ``CriteriaClause`` reads a clause, ``CriteriaThread`` what one clause says of another, and
/// ``CriteriaSum`` adds up.
///
/// **How it is meant.**
/// - Limits are what is said without 优先, 最好, 希望 or their like; 必须 and 以上 add nothing.
/// - 希望 speaks of the rest of its sentence, 最好 and 尽量 of the rest of their clause; 优先, 更佳, 加分
///   of what stands before, back over a list of alike things.
/// - Verbs of liking, accepting and asking govern what follows in their run, or what stands before
///   where nothing follows; 勿扰 and 免谈 what stands before. Standing alone in a clause, they speak of
///   the clause before: `离异的，不考虑`.
/// - 可放宽, 不是硬性要求 and 仅供参考 make a wish of the clause they stand in, of the detail they name, or,
///   alone, of the list they close. 不可放宽 adds nothing.
/// - Alternatives of one detail (85后，90后; 170或175以上; 本科、硕士都行) are the one range that holds
///   them all, and where there is none they are left over.
/// - 接受 and 也行 widen a limit and make none, and so does 均可 behind one thing alone; 不限, 无所谓, 不要求 say that there is none.
///
/// **What is denied.** Whether the contrary is meant is a matter of even and odd: every negator that
/// reaches an item, every refusal that governs it or stands behind it, turns it round once, so that
/// 没有170的勿扰, 不是本地的不要 and 非本科不可 ask for what they name.
/// - A negator before a verb makes another verb: 不接受 refuses, 不介意 accepts, 不要求 asks for nothing;
///   a second one makes 不是不接受 tolerate, and is a doubt where the verb has no clear contrary.
/// - 不 and 未 reach the word behind them and what is coordinated with it (不抽烟喝酒), 不是 and 不能 as far
///   as their run; 不接受 reaches over a list to what is alike or mostly unwanted, over a space to what is
///   alike. Of two unlike things that touch (离异外地勿扰) the whole is denied, which is no demand.
/// - 170以下勿扰 takes 170, and 170及以下勿扰 does not. A bare figure, 离异无孩 and what 不太 denies by
///   half have no contrary.
/// - 除了 and 以外 take their meaning from what is said of all others; 除外 from the sentence before it.
///   如果 without 优先 or 勿扰, 即使, 是否, 难道, 吗, 曾经 and 否则 ask for nothing.
///
/// **Of whom.** 我 and 本人 speak of the writer, from clause to clause, until 希望, 要求, 找, 对方 or their like
/// turn to the other, and so does the own sex at the beginning (女，济南，95年); 父母, 家里, 孩子 of their family up to the next separator. A word that nobody knows
/// may be a person or a denial: in front of an item or touching it behind it leaves the item over.
///
/// **What is unwanted** (抽烟, 离异, 无房, 170以下) and said plainly beside a refusal is its rest more often than
/// a wish: it is left over, or refused where 的 makes it one of a list. 抽烟, 无房 and 没车 by themselves are
/// nobody's wish at all; 离异 and 带孩 are one, unless 但 or a tolerance follows. ❌ and × refuse what is
/// unwanted, and leave the rest in doubt. What is asked of some (外地的要有房) is asked of nobody.
///
/// **Figures** need their detail, a unit that only one detail has, or a size that only one can be;
/// behind another noun (彩礼, BMI) or before another unit (分钟, 套) they are about something else. Nobody
/// of 93 or 5 is looked for: `年龄93-98` are years of birth.
/// - `身高170`, `月薪5000` and `本科` are the least; `30岁` is that age. 左右 is ±2 years, ±3 cm, ±5 kg,
///   ±1,000 yuan. 二十七八岁 is 27 to 28; 三十多岁 31 to 39, 三十出头 30 to 33.
/// - Up to 15 years at most are a difference of age, both ways; it is one of years of birth. 90后 are
///   born in the ten years from 1990, 95后 in the five from 1995, 90后95后 in either. Of a date the year
///   counts. 92年以上 and 90后以内 may mean the older or the younger.
/// - An income from 30,000 yuan is one of a month only where 月 says so.
///
/// **Places** stand for themselves: in 山西北路, 陕西师范大学, 重庆火锅 they are part of a name. Of an address
/// those in front of the road count.
public struct CriteriaReading: Hashable, Sendable {
  public struct Piece: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      /// What it was read as; none where it says that something is accepted or does not matter.
      case understood([Criterion])
      /// Words on temper and interests: kept, not judged.
      case soft
      /// Separators and words that say nothing by themselves.
      case filler
      case leftOver
    }

    public let range: Range<String.Index>
    public let kind: Kind
  }

  public let text: String
  public let pieces: [Piece]
  /// All of it together: lists are one condition, bounds on one detail one range.
  public let criteria: Criteria

  /// - Parameter sex: of the member whose criteria they are; `男大女小` is relative to it.
  public init(_ text: String, of sex: Sex? = nil) {
    self.text = text
    guard !CriteriaNothing.isAll(of: text) else {
      criteria = Criteria()
      pieces = text.isEmpty ? [] : [Piece(range: text.startIndex..<text.endIndex, kind: .filler)]
      return
    }
    let written = Written(text)
    let tokens = CriteriaTokens(written).all
    let clauses = CriteriaReading.meetable(
      CriteriaLists(CriteriaThread(tokens, written, sex: sex).clauses).clauses)
    criteria = CriteriaSum(clauses).criteria
    pieces = CriteriaPieces(tokens, written, clauses.flatMap(\.self)).all
  }

  /// What nobody could meet was misread: all that was read of that detail is left over.
  private static func meetable(_ clauses: [[CriteriaItem]]) -> [[CriteriaItem]] {
    let fields = Set(CriteriaSum(clauses).criteria.unmeetable)
    guard !fields.isEmpty else { return clauses }
    return meetable(
      clauses.map { clause in
        clause.map { item in
          guard item.mode != .open, item.conditions.contains(where: { fields.contains($0.field) })
          else { return item }
          var item = item
          item.mode = .open
          return item
        }
      })
  }

  /// The parts of the text that say something that was not understood.
  public var leftOver: [Substring] {
    pieces.filter { $0.kind == .leftOver }.map { text[$0.range] }
  }
}
