import Canvas
import Matchmaking
import Wording

/// What may be typed next, in one line: the one that stands in the text is always among those seen.
struct CandidateLine {
  let look: Look
  let completion: FilterCompletion
  let chosen: Int?
  let columns: Int

  var spans: [Span] {
    let groups = completion.candidates.indices.map(group)
    let first = firstSeen(groups)
    let head = [Span("Tab ", Theme.key)] + (first > 0 ? [dots, Span(" ")] : [])
    let shown = [head] + groups[first...]
    let room = look.width
    let spans = shown.fitting(columns: columns, room, more: [dots])
    // In a small window what can be done comes before why.
    let why = whyShown
    let fits = (why + head + (groups.first ?? [])).columns(room) <= columns - dots.text.count
    return fits ? (Array([why]) + shown).fitting(columns: columns, room, more: [dots]) : spans
  }

  private var dots: Span { Span(look.width.ellipsis, Theme.dim) }

  private var whyShown: [Span] {
    guard let word = completion.nobody?.abridged else { return [] }
    return [
      Span(look(Phrase("没有叫“\(word)”的人；", "nobody is called \u{201c}\(word)\u{201d}; ")))
    ]
  }

  private func group(_ place: Int) -> [Span] {
    let candidate = completion.candidates[place]
    let count = candidate.count.map { " " + $0.grouped } ?? ""
    let most = max(4, columns - look.width.columns(count) - 8)
    return [
      Span(
        look.width.truncated(said(candidate), to: most),
        place == chosen ? Theme.tab : Theme.plain),
      Span(count + "  ", Theme.dim),
    ]
  }

  /// A condition in words where it is news to who typed a word; else what would be written.
  private func said(_ candidate: FilterCompletion.Candidate) -> String {
    guard candidate.kind == .reading, let demand = candidate.demand else { return candidate.text }
    return look(demand.phrase)
  }

  /// A few before the chosen one, as far as it is still seen.
  private func firstSeen(_ groups: [[Span]]) -> Int {
    guard let chosen else { return 0 }
    var first = chosen
    var used = groups[chosen].columns(look.width) + 8
    while first > max(0, chosen - 3) {
      used += groups[first - 1].columns(look.width)
      if used > columns { break }
      first -= 1
    }
    return first
  }
}
