import Canvas
import Matchmaking
import Wording

/// The register (名册), by windows: of a hundred thousand members it holds those around the marked
/// one.
struct MembersScreen: Screen {
  private(set) var isFiltering = false
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
  /// How much of the register is read, while a filter waits for it.
  private(set) var reading: Double?
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

  /// Asks for the rows around the marked one.
  ///
  /// - Parameter anew: whether what is there may be old.
  private mutating func ask(anew: Bool = true, in environment: Environment) -> [Intent] {
    if anew { asked = nil }
    guard let rows = wanted(page: environment.size.rows) else { return [] }
    asked = rows
    isAsking = true
    return [.ask(.browse(question(for: rows, in: environment)))]
  }

  private func question(for rows: Range<Int>, in environment: Environment) -> RegisterQuestion {
    RegisterQuestion(
      filter: query, sort: sort, rows: rows, today: environment.setting.today,
      completing: isFiltering ? line.caret : nil, words: environment.words)
  }

  mutating func take(
    _ answer: Answer, about subject: String, in environment: Environment
  ) -> [Intent] {
    switch answer {
    case .browsed(let page):
      take(page)
      return ask(anew: false, in: environment)
    case .completed(let completion): line.take(completion, for: query)
    case .readingRegister(let share): reading = share
    case .failed:
      // The next step asks again.
      asked = nil
      isAsking = false
      reading = nil
    default: break
    }
    return []
  }

  private mutating func take(_ page: RegisterPage) {
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

  private mutating func mark(place target: Int) {
    guard (0..<(total ?? 0)).contains(target) else { return }
    place = target
    marked = member(at: target)?.id
    marksOnArrival = marked == nil
  }

  // MARK: - The filter and the order

  private mutating func write(filter: String, _ words: ConditionWords) {
    guard filter != query else { return }
    line.write(filter, words)
    startAnew()
  }

  /// By another column, or the other way round by the same.
  private mutating func sort(by column: ListColumn) {
    let isSame = sort?.column == column
    sort = MemberSort(column, isDescending: isSame && sort?.isDescending == false)
    startAnew()
  }

  private mutating func forgetSort() {
    sort = nil
    startAnew()
  }

  /// The name stays: a list without names is nobody's.
  private mutating func toggle(_ column: ListColumn) {
    guard column != .fact(.name) else { return }
    if columns.remove(column) == nil { columns.insert(column) }
    spare.removeAll { $0 == column }
  }

  private mutating func startAnew() {
    place = 0
    asked = nil
    marksOnArrival = true
  }
}

extension MembersScreen {
  var contexts: [Context] { isFiltering ? [.filtering, .members, .list] : [.members, .list] }

  mutating func appear(in environment: Environment) -> [Intent] { ask(in: environment) }

  // MARK: - What is done

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    if let move = Move(id) {
      if let target = move.place(from: place, count: total ?? 0, page: environment.screenRows) {
        mark(place: target)
      }
      return ask(anew: false, in: environment)
    }
    switch id {
    case .filter:
      isFiltering = true
      return query.isEmpty ? [] : ask(in: environment)
    case .endFilter: return endFilter(in: environment)
    case .completeNext: return complete(step: 1, in: environment)
    case .completePrevious: return complete(step: -1, in: environment)
    case .tolerant:
      isFiltering = true
      line.toggleTolerance(environment.words)
      startAnew()
      return ask(in: environment)
    case .registerFound: return registerFound(in: environment)
    default: return nil
    }
  }

  /// What is filtered stays; a second Escape shows everybody again.
  private mutating func endFilter(in environment: Environment) -> [Intent] {
    guard isFiltering else {
      write(filter: "", environment.words)
      return ask(anew: false, in: environment)
    }
    isFiltering = false
    return []
  }

  /// Writes what is offered. Where nothing is, Tab does nothing: who completes does not want to leave.
  private mutating func complete(step way: Int, in environment: Environment) -> [Intent] {
    if line.offersNothing {
      return [
        .note(
          Phrase(
            "这里没有可补全的；先按 Esc，再用 Tab 换页",
            "nothing to complete here; press Esc first, then Tab turns the page"))
      ]
    }
    guard line.complete(step: way, environment.words) else { return [] }
    startAnew()
    return ask(in: environment)
  }

  /// Everybody who is listed now, for the event that is open; asked first.
  private func registerFound(in environment: Environment) -> [Intent] {
    guard let event = environment.open?.event, let total, total > 0 else { return [] }
    let question = question(for: 0..<total, in: environment)
    return [
      .open(Confirmation.registeringFound(total, event, .registerFound(event.id, question)))
    ]
  }

  mutating func type(_ key: Key, in environment: Environment) -> [Intent] {
    guard line.type(key, environment.words) else { return [] }
    startAnew()
    return ask(in: environment)
  }

  mutating func mark(row: Int, in environment: Environment) -> [Intent] {
    mark(place: row)
    return ask(anew: false, in: environment)
  }

  func obstacle(to id: Command.ID, in environment: Environment) -> Obstacle? {
    switch id {
    case .registerFound: return obstacleToRegisteringFound(environment.open)
    case .filter where isFiltering:
      return .useless(Phrase("正在写筛选条件", "The filter is being typed"))
    case .endFilter where !isFiltering && query.isEmpty:
      return .useless(Phrase("现在没有筛选", "Nothing is filtered now"))
    default: return nil
    }
  }

  private func obstacleToRegisteringFound(_ open: OpenEvening?) -> Obstacle? {
    guard let open else { return .useless(.noEvening) }
    if let obstacle = open.obstacle { return obstacle }
    if isAsking { return .first(Phrase("正在查名册，请稍候", "Still looking; a moment, please")) }
    return total ?? 0 == 0
      ? .first(Phrase("没有人可以登记", "There is nobody to register")) : nil
  }

  // MARK: - What is told

  mutating func take(progress: Double) { reading = progress }

  mutating func take(
    _ outcome: Outcome, of change: Change, in environment: Environment
  ) -> [Intent] {
    reading = nil
    guard case .registerFound(let event, _) = change, case .imported(let summary, _) = outcome
    else { return [] }
    return [.open(ListImport(event, folder: environment.folder, summary: summary))]
  }

  mutating func follow(_ change: Change, in environment: Environment) -> [Intent] {
    switch change {
    case .undo, .redo: environment.tab == .members ? ask(in: environment) : []
    case .importRoster, .registerFound, .registerList: ask(in: environment)
    default: []
    }
  }

  mutating func hear(_ notice: any Notice, in environment: Environment) -> [Intent]? {
    guard let notice = notice as? ListNotice else { return nil }
    switch notice {
    case .resized: return ask(anew: false, in: environment)
    case .changed: return environment.tab == .members ? ask(in: environment) : []
    case .left:
      isFiltering = false
      return []
    case .filter(let text):
      guard text != query else { return [] }
      write(filter: text, environment.words)
      return ask(in: environment)
    case .sort(let column):
      sort(by: column)
      return ask(in: environment)
    case .forgetSort:
      forgetSort()
      return ask(in: environment)
    case .toggle(let column):
      toggle(column)
      return []
    }
  }
}

/// What the list of members is told.
enum ListNotice: Notice {
  /// The window has another size.
  case resized
  /// Somebody changed the register.
  case changed
  /// One goes elsewhere.
  case left
  case filter(String)
  case sort(ListColumn)
  case forgetSort
  case toggle(ListColumn)
}
