import Canvas
import Matchmaking

/// The filter being typed: the text, what is wrong with it, and what may be typed next.
struct FilterLine: Sendable {
  private(set) var field = TextField()
  private(set) var draft = FilterDraft("")
  private(set) var completion: FilterCompletion?
  /// The register has said what it knows for it.
  private(set) var isAnswered = false
  /// The candidate that stands in the text just now.
  private(set) var chosen: Int?
  /// The text in which candidates are tried out.
  private var base = TextField()

  var text: String { field.text }
  var isEmpty: Bool { field.isEmpty }
  var typed: TypedFilter { TypedFilter(text) }

  /// Where one types, in the filter without its `~`; nil before it.
  var caret: String.Index? {
    let (text, offset) = (typed.text, typed.offset)
    guard field.caret >= offset else { return nil }
    return text.index(text.startIndex, offsetBy: field.caret - offset, limitedBy: text.endIndex)
  }

  /// - Returns: whether the text changed, so that the register has to be asked.
  mutating func type(_ key: Key, _ words: ConditionWords) -> Bool {
    let before = field.text
    guard field.type(key) else { return false }
    chosen = nil
    refresh(words)
    return field.text != before
  }

  mutating func write(_ text: String, _ words: ConditionWords) {
    field = TextField(text)
    chosen = nil
    refresh(words)
  }

  /// Asks for names that sound alike, or no longer.
  mutating func toggleTolerance(_ words: ConditionWords) {
    let typed = typed
    write(typed.isTolerant ? typed.text : "~" + typed.text, words)
  }

  private mutating func refresh(_ words: ConditionWords) {
    draft = typed.draft
    base = field
    isAnswered = false
    completion = caret.map { FilterCompletion(typed.text, caret: $0, words: words) }
  }

  /// The same candidates with their counts, for the text they were asked for.
  mutating func take(_ completion: FilterCompletion, for text: String) {
    guard chosen == nil, text == self.text else { return }
    self.completion = completion
    isAnswered = true
  }

  /// Nothing can be written here, and nothing more will be known.
  var offersNothing: Bool {
    guard let completion else { return true }
    return completion.candidates.isEmpty && (isAnswered || !completion.asksRegister)
  }

  /// Puts the next candidate into the text, or the one before.
  ///
  /// - Returns: whether the text changed.
  mutating func complete(step: Int, _ words: ConditionWords) -> Bool {
    guard let completion, !completion.candidates.isEmpty else { return false }
    let before = field.text
    let count = completion.candidates.count
    let next = chosen.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
    insert(completion.candidates[next].text, at: completion.range)
    draft = typed.draft
    if count == 1 { refresh(words) } else { chosen = next }
    return field.text != before
  }

  private mutating func insert(_ text: String, at range: Range<String.Index>) {
    let typed = TypedFilter(base.text)
    let head = base.text.prefix(typed.offset)
    let tail = typed.text[range.upperBound...]
    field = TextField(head + typed.text[..<range.lowerBound] + text + tail)
    // One goes on typing where one did, or behind what was written there.
    field.move(by: -min(tail.count, base.text.count - base.caret))
  }

  /// What is wrong, unless it is the term one is just typing, or one looks what there is.
  func fault(whileTyping: Bool) -> ConditionFault? {
    if whileTyping, chosen != nil { return nil }
    let caret = whileTyping ? caret : nil
    return draft.faults.first { fault in
      guard let caret, completion?.candidates.isEmpty == false else { return true }
      return fault.range.upperBound < caret || fault.range.lowerBound > caret
    }
  }
}
