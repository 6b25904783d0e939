import Canvas
import Matchmaking
import Wording

/// The register (名册), by windows: of a hundred thousand members it holds those around the marked
/// one.
struct MembersScreen: Sendable {
  var isFiltering = false
  private(set) var line = FilterLine()
  /// What is shown and in which order, as long as the program runs.
  private(set) var columns = ListColumn.usual
  /// Shown besides where there is room, unless somebody hid them.
  private(set) var spare = ListColumn.spare
  private(set) var sort: MemberSort?
  /// Nil until the first answer.
  private(set) var total: Int?
  private(set) var loaded: [Member] = []
  private(set) var offset = 0
  private(set) var marked: MemberID?
  /// Where the marked one stands in the whole list.
  private(set) var place = 0
  /// Of the question whose answer counts.
  private(set) var generation = 0
  /// How much of the register is read, while a filter waits for it.
  var reading: Double?
  /// Nil where whatever is there may be old.
  private var asked: Range<Int>?
  /// The step was taken before its row was there.
  private var marksOnArrival = true

  var query: String { line.text }
  /// The answer to what was typed last is still to come.
  private(set) var isAsking = false

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

  mutating func ask(
    for rows: Range<Int>, today: Day, _ words: ConditionWords, generation: Int
  ) -> RegisterQuestion {
    asked = rows
    isAsking = true
    self.generation = generation
    return RegisterQuestion(
      filter: query, sort: sort, rows: rows, today: today,
      completing: isFiltering ? line.caret : nil, words: words, generation: generation)
  }

  /// The same question for all rows, once the list is there.
  func question(today: Day, _ words: ConditionWords) -> RegisterQuestion {
    RegisterQuestion(
      filter: query, sort: sort, rows: 0..<(total ?? 0), today: today,
      completing: isFiltering ? line.caret : nil, words: words, generation: generation)
  }

  mutating func take(_ page: RegisterPage) {
    guard page.question.generation == generation, page.question.filter == query else { return }
    isAsking = false
    reading = nil
    total = page.total
    loaded = page.rows
    offset = page.question.rows.lowerBound
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

  mutating func take(_ completion: FilterCompletion, generation: Int) {
    if generation == self.generation { line.take(completion, for: query) }
  }

  /// What the only word that was typed may be, where it is nobody's name.
  var readings: [FilterCompletion.Candidate] {
    guard let completion = line.completion, completion.nobody != nil, line.chosen == nil else {
      return []
    }
    return completion.candidates
  }

  func member(at place: Int) -> Member? {
    loaded.indices.contains(place - offset) ? loaded[place - offset] : nil
  }

  var markedMember: Member? { member(at: place).flatMap { $0.id == marked ? $0 : nil } }

  /// Why nothing can be done with the marked one.
  var obstacle: Phrase? {
    if markedMember != nil { return nil }
    if total == 0, query.isEmpty {
      return Phrase("名册是空的。按 F2 导入名册。", "The register is empty. F2 imports a roster.")
    }
    return Phrase("请先在名册里选一个人", "Mark somebody in the list of members first")
  }

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

  // MARK: - The filter and the order

  /// - Returns: whether the register has to be asked.
  mutating func type(_ key: Key, _ words: ConditionWords) -> Bool {
    guard line.type(key, words) else { return false }
    startAnew()
    return true
  }

  mutating func complete(step: Int, _ words: ConditionWords) -> Bool {
    guard line.complete(step: step, words) else { return false }
    startAnew()
    return true
  }

  mutating func write(filter: String, _ words: ConditionWords) {
    guard filter != query else { return }
    line.write(filter, words)
    startAnew()
  }

  mutating func toggleTolerance(_ words: ConditionWords) {
    line.toggleTolerance(words)
    startAnew()
  }

  /// By another column, or the other way round by the same.
  mutating func sort(by column: ListColumn) {
    let isSame = sort?.column == column
    sort = MemberSort(column, isDescending: isSame && sort?.isDescending == false)
    startAnew()
  }

  mutating func forgetSort() {
    sort = nil
    startAnew()
  }

  /// The name stays: a list without names is nobody's.
  mutating func toggle(_ column: ListColumn) {
    guard column != .fact(.name) else { return }
    if columns.remove(column) == nil { columns.insert(column) }
    spare.removeAll { $0 == column }
  }

  private mutating func startAnew() {
    place = 0
    asked = nil
    marksOnArrival = true
  }

  /// Rows may have come or changed: the next question is asked though its rows are there.
  mutating func expire() { asked = nil }
}
