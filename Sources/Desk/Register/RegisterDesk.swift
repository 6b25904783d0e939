import Matchmaking
import Pinyin
import Screens
import Store

/// Answers what the list of members asks: by the store alone where that is enough, by the search index
/// for names, by the book of facts for conditions and orders.
///
/// It lives on the effect runner's queue of questions, and writes nothing.
struct RegisterDesk {
  private(set) var index: RegisterIndex?
  private var unkept: RegisterIndex?
  private(set) var book: RegisterBook?
  /// Another one for every book.
  private(set) var version = 0
  private var orders: [MemberSort: [Int32]] = [:]
  private var regions: [Region] = []
  /// What members say of a detail, once somebody typed its name; with the form it is compared in.
  private var values: [TextKind: [(text: String, folded: String)]] = [:]
  /// The last list that was made, for scrolling in it.
  private var list: (filter: Filter, isTolerant: Bool, sort: MemberSort?, places: [Int32])?

  /// Somebody changed the register.
  mutating func forget() {
    index = nil
    unkept = nil
    dropBook()
  }

  mutating func take(_ book: RegisterBook) {
    dropBook()
    regions = book.regions
    self.book = book
    version += 1
  }

  /// What had to be made of the facts, to be kept; empty where it was taken already.
  mutating func takeFreshFacts() -> FreshFacts { book?.takeFresh() ?? FreshFacts() }

  /// The index, where something of it had to be made, once.
  mutating func takeUnkeptIndex() -> RegisterIndex? {
    defer { unkept = nil }
    return unkept
  }

  private mutating func dropBook() {
    book = nil
    orders = [:]
    values = [:]
    list = nil
  }

  /// Whether the facts have to be read first.
  func needsBook(_ question: RegisterQuestion) -> Bool {
    guard book == nil else { return false }
    let filter = TypedFilter(question.filter).draft.filter
    return question.sort != nil || filter.terms.contains { !$0.isPlainName }
  }

  mutating func page(
    _ question: RegisterQuestion, in store: Store
  ) throws -> RegisterPage {
    let typed = TypedFilter(question.filter)
    let page = try page(question, typed.draft.filter, typed, in: store)
    guard page.total == 0,
      let filter = typed.withoutBeginning(at: question.completing, question.words)
    else { return page }
    return try self.page(question, filter, typed, in: store)
  }

  private mutating func page(
    _ question: RegisterQuestion, _ filter: Filter, _ typed: TypedFilter, in store: Store
  ) throws -> RegisterPage {
    if filter.terms.isEmpty, question.sort == nil {
      return RegisterPage(
        question, total: try store.memberCount(), rows: try store.members(question.rows))
    }
    if question.sort == nil, filter.terms.allSatisfy(\.isPlainName) {
      let words = filter.names.map(\.word).joined(separator: " ")
      let found = try named(words, question.rows, tolerant: typed.isTolerant, in: store)
      return RegisterPage(question, total: found.total, rows: found.rows)
    }
    for kind in filter.textKinds { book?.makeReady(kind) }
    guard let book else { return RegisterPage(question, total: 0, rows: []) }
    let places = try self.places(question, filter, typed, book, in: store)
    let window = places.dropFirst(question.rows.lowerBound).prefix(question.rows.count)
    return RegisterPage(
      question, total: places.count,
      rows: try store.members(window.map { book.facts.ids[Int($0)] }))
  }

  /// Best match first, without looking at anybody's facts; whoever owns a whole phone number before
  /// everybody else, for the index knows the last four digits only.
  ///
  /// - Returns: some rows of those who are found, and how many that are.
  mutating func named(
    _ words: String, _ rows: Range<Int>, tolerant: Bool = false, in store: Store
  ) throws -> (total: Int, rows: [Member]) {
    try madeIndex(store).find(words, rows, tolerant: tolerant, in: store)
  }

  mutating func madeIndex(_ store: Store) throws -> RegisterIndex {
    if let index { return index }
    let index = try RegisterIndex(store)
    self.index = index
    if index.isFresh { unkept = index }
    return index
  }

  /// Everybody whom a question finds, in its order, whatever rows it asks for.
  ///
  /// Where it needs facts the book has to be there (see `needsBook`).
  mutating func everybody(
    _ question: RegisterQuestion, in store: Store
  ) throws -> [MemberID] {
    let typed = TypedFilter(question.filter)
    let found = try everybody(question, typed.draft.filter, typed, in: store)
    guard found.isEmpty,
      let filter = typed.withoutBeginning(at: question.completing, question.words)
    else { return found }
    return try everybody(question, filter, typed, in: store)
  }

  private mutating func everybody(
    _ question: RegisterQuestion, _ filter: Filter, _ typed: TypedFilter, in store: Store
  ) throws -> [MemberID] {
    if filter.terms.isEmpty, question.sort == nil {
      var ids: [MemberID] = []
      try store.eachMember { ids.append($0.id) }
      return ids
    }
    if question.sort == nil, filter.terms.allSatisfy(\.isPlainName) {
      let words = filter.names.map(\.word).joined(separator: " ")
      let count = try store.memberCount()
      return try named(words, 0..<count, tolerant: typed.isTolerant, in: store).rows.map(\.id)
    }
    guard let book else { return [] }
    return try places(question, filter, typed, book, in: store).map { book.facts.ids[Int($0)] }
  }

  // MARK: - By facts

  private mutating func places(
    _ question: RegisterQuestion, _ filter: Filter, _ typed: TypedFilter, _ book: RegisterBook,
    in store: Store
  ) throws -> [Int32] {
    if let list, list.filter == filter, list.isTolerant == typed.isTolerant,
      list.sort == question.sort
    {
      return list.places
    }
    if filter.names.isEmpty, question.sort == nil {
      let places = book.facts.places(meeting: filter, day: question.today)
      list = (filter, typed.isTolerant, nil, places)
      return places
    }
    let candidates = try candidates(
      filter, typed, question.sort, book, on: question.today, in: store)
    let places = book.facts.places(meeting: filter, day: question.today, among: candidates)
    list = (filter, typed.isTolerant, question.sort, places)
    return places
  }

  /// Those whose names fit, in order: as sorted, else the best match first.
  private mutating func candidates(
    _ filter: Filter, _ typed: TypedFilter, _ sort: MemberSort?, _ book: RegisterBook,
    on today: Day, in store: Store
  ) throws -> [Int32] {
    var found: [Int32]?
    var unwanted: Set<Int32> = []
    let wanted = filter.names.filter { !$0.isNegated }.map(\.word)
    if !wanted.isEmpty {
      found = try search(wanted.joined(separator: " "), typed.isTolerant, book, in: store)
    }
    for (word, isNegated) in filter.names where isNegated {
      unwanted.formUnion(try search(word, typed.isTolerant, book, in: store))
    }
    var places: [Int32]
    if let sort {
      places = order(sort, book, on: today)
      if let found {
        let set = Set(found)
        places = places.filter(set.contains)
      }
    } else {
      places = found ?? Array(0..<Int32(book.count))
    }
    return unwanted.isEmpty ? places : places.filter { !unwanted.contains($0) }
  }

  private mutating func search(
    _ words: String, _ isTolerant: Bool, _ book: RegisterBook, in store: Store
  ) throws -> [Int32] {
    if let owners = try store.owners(ofPhone: words) {
      return owners.compactMap { book.place(of: $0.id).map { Int32($0) } }
    }
    return try madeIndex(store).search(words, limit: book.count, tolerant: isTolerant).best
      .compactMap { book.place(of: $0).map { Int32($0) } }
  }

  private mutating func order(
    _ sort: MemberSort, _ book: RegisterBook, on today: Day
  ) -> [Int32] {
    if let order = orders[sort] { return order }
    let order = book.order(sort, on: today)
    orders[sort] = order
    return order
  }

  // MARK: - What may be typed next

  /// Whether the facts have to be read to say what may be typed: a detail's values, or what else a word
  /// may be that is nobody's name.
  func wantsBook(_ question: RegisterQuestion, _ page: RegisterPage) -> Bool {
    guard book == nil, let caret = question.completing else { return false }
    let typed = TypedFilter(question.filter)
    var register = FilterCompletion.Register()
    register.isNobody = { _ in page.total == 0 }
    register.count = { _ in 1 }
    let completion = FilterCompletion(
      typed.text, caret: caret, words: question.words, register: register)
    return completion.asksRegister || completion.nobody != nil
  }

  /// The candidates at the caret, each with how many it would leave together with the rest of the line.
  mutating func completion(_ question: RegisterQuestion) -> FilterCompletion? {
    guard let caret = question.completing, book != nil else { return nil }
    let typed = TypedFilter(question.filter)
    for kind in TextKind.allCases where mentions(kind, typed) { gather(kind) }
    guard let book else { return nil }
    // Made for the rows, where there is a name among what was typed.
    let index = index
    var register = FilterCompletion.Register()
    register.regions = regions
    register.count = counting(typed, caret, on: question.today, book)
    register.isNobody = { word in
      index.map { $0.search(word, limit: 1, tolerant: typed.isTolerant).total == 0 } ?? false
    }
    let values = values
    register.values = { kind, typed in
      let typed = TextFacts.folded(typed, kind)
      let fitting = (values[kind] ?? []).lazy.filter { typed.isEmpty || $0.folded.contains(typed) }
      return fitting.prefix(12).map(\.text)
    }
    return FilterCompletion(typed.text, caret: caret, words: question.words, register: register)
  }

  /// How many of those whom the rest of the line leaves meet a demand as well.
  private func counting(
    _ typed: TypedFilter, _ caret: String.Index, on today: Day, _ book: RegisterBook
  ) -> (Demand) -> Int? {
    let draft = typed.draft
    let others = zip(draft.filter.terms, draft.ranges)
      .filter { !($1.lowerBound <= caret && caret <= $1.upperBound) && !$0.isName }.map(\.0)
    let base =
      others.isEmpty ? nil : book.facts.places(meeting: Filter(terms: others), day: today)
    return { demand in book.facts.count(meeting: demand, day: today, among: base) }
  }

  /// Whether a detail stands in the line; its values are gathered only then.
  private func mentions(_ kind: TextKind, _ typed: TypedFilter) -> Bool {
    values[kind] == nil && ConditionField.text(kind).isNamed(in: typed.text)
  }

  private mutating func gather(_ kind: TextKind) {
    book?.makeReady(kind)
    values[kind] = book?.values(kind).map { ($0, TextFacts.folded($0, kind)) }
  }
}

extension Filter.Term {
  fileprivate var isPlainName: Bool { if case .name(_, false) = self { true } else { false } }
}
