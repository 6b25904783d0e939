import Canvas
import Matchmaking
import Wording

/// The register (名册), by windows: of a hundred thousand members it holds those around the marked
/// one.
struct MembersScreen: Sendable {
  var isFiltering = false
  private(set) var field = TextField()
  /// Nil until the first answer.
  private(set) var total: Int?
  private(set) var loaded: [Member] = []
  private(set) var offset = 0
  private(set) var marked: MemberID?
  /// Where the marked one stands in the whole list.
  private(set) var place = 0
  /// Of the question whose answer counts.
  private(set) var generation = 0
  /// Nil where whatever is there may be old.
  private var asked: Range<Int>?
  /// The step was taken before its row was there.
  private var marksOnArrival = true

  var query: String { field.text }

  /// Rows to ask for so that a page above and two below the marked one are there.
  func wanted(page: Int) -> Range<Int>? {
    let page = max(10, page)
    let limit = total ?? page * 4
    let near = max(0, place - page)..<max(0, min(limit, place + page * 2))
    if let asked, asked.lowerBound <= near.lowerBound, near.upperBound <= asked.upperBound {
      return nil
    }
    return max(0, place - page * 2)..<place + page * 4
  }

  mutating func ask(for rows: Range<Int>, generation: Int) {
    asked = rows
    self.generation = generation
  }

  mutating func take(_ page: MemberPage) {
    guard page.generation == generation, page.query == query else { return }
    total = page.total
    loaded = page.rows
    offset = page.offset
    place = min(place, max(0, page.total - 1))
    if marksOnArrival || marked == nil {
      marked = member(at: place)?.id
      marksOnArrival = marked == nil
    } else if let found = loaded.firstIndex(where: { $0.id == marked }) {
      // Somebody came in above: the mark stays with its person.
      place = offset + found
    } else if let member = member(at: place) {
      marked = member.id
    }
  }

  func member(at place: Int) -> Member? {
    loaded.indices.contains(place - offset) ? loaded[place - offset] : nil
  }

  var markedMember: Member? { member(at: place).flatMap { $0.id == marked ? $0 : nil } }

  mutating func move(_ move: Move, page: Int) {
    guard let target = move.place(from: place, count: total ?? 0, page: page) else { return }
    mark(place: target)
  }

  mutating func mark(place target: Int) {
    guard (0..<(total ?? 0)).contains(target) else { return }
    place = target
    marked = member(at: target)?.id
    marksOnArrival = marked == nil
  }

  /// - Returns: whether the text changed, so that the register has to be asked.
  mutating func type(_ key: Key) -> Bool {
    let before = field.text
    guard field.type(key), field.text != before else { return false }
    startAnew()
    return true
  }

  mutating func clearFilter() -> Bool {
    isFiltering = false
    guard !field.isEmpty else { return false }
    field.clear()
    startAnew()
    return true
  }

  private mutating func startAnew() {
    place = 0
    asked = nil
    marksOnArrival = true
  }

  /// Rows may have come or changed: the next question is asked though its rows are there.
  mutating func expire() { asked = nil }
}
