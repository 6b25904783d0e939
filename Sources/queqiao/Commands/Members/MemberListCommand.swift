import ArgumentParser
import Desk
import Exchange
import Matchmaking
import Pinyin
import Store
import Wording

extension MemberCommand {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the register, or those whom filters meet.",
      discussion: """
        A filter is one or several conditions, all of which must hold: sex=F age=25..32 \
        height>=165 city=泰安 education>=本科 income>=8000 verified not smoking=yes income=? \
        Of what is kept as words, ~ asks for words somewhere in it and = for all of it: \
        employer~银行,医院 job=教师 not union~岱岳 ethnicity=回 politics~党员. \
        Words that are no condition are searched for among the names. Details: \(details).
        """)

    private static var details: String {
      ConditionField.allCases.map { "\($0.english) \($0.chinese)" }.joined(separator: ", ")
    }

    @Option(
      name: .customLong("where"), parsing: .upToNextOption,
      help: ArgumentHelp("Only whom these conditions meet.", valueName: "expr"))
    var conditions: [String] = []
    @Option(help: "Also the conditions of a saved filter.") var saved: String?
    @Option(help: "Keep the conditions under this name.") var save: String?
    @Option(help: "Sort by this column.") var sort = SortKey(column: .number)
    @Flag(help: "The other way round.") var descending = false
    @Option(
      help: ArgumentHelp(
        "Which columns, with commas: " + MemberListColumn.names.joined(separator: ", ") + "."))
    var columns: String?
    @Option(help: "How many at most.") var limit: Int?
    @OptionGroup var numbers: NumberOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
      _ = try chosen()
      if save != nil, conditions.isEmpty { throw ValidationError("--save needs --where") }
      if let limit, limit < 1 { throw ValidationError("--limit takes 1 or more") }
    }

    func run() throws {
      let store = try Session.open().store
      let filter = try filter(store)
      if let save { try store.save(Filter(terms: filter.terms), named: save.cleanedLine) }
      let columns = try chosen()
      let needsFacts =
        ![.number, .name].contains(sort.column) || columns.contains { $0.name == "age" }
      let isInOrder = sort.column == .number && descending == sort.isReversed
      var list = try RegisterList(
        store, filter, needsFacts: needsFacts, limit: isInOrder ? limit : nil)
      list.sort(by: sort.column, isDescending: descending != sort.isReversed)
      if let limit { list.cut(to: limit) }
      if numbers.whole, !list.isEmpty { try store.noteSeen(list.ids) }
      output.print(Table(columns.map(\.column), rows: list.rows(columns)))
      Output.flush()
      if list.isEmpty, !filter.terms.isEmpty {
        let nobody = Phrase("没有符合条件的人", "nobody meets the conditions")
        throw NothingFound(try OtherReadings(filter, in: store).hint ?? nobody)
      }
    }

    private func chosen() throws -> [MemberListColumn] {
      let names = columns.map { $0.split(separator: ",").map { String($0) } }
      return try (names ?? MemberListColumn.usual).map { name in
        guard let column = MemberListColumn(name.cleanedLine, isWhole: numbers.whole) else {
          throw ValidationError(
            "no column '\(name)'; there are: " + MemberListColumn.names.joined(separator: ", "))
        }
        return column
      }
    }

    private func filter(_ store: Store) throws -> Filter {
      var texts = conditions
      if let saved {
        guard let known = try store.savedFilters().first(where: { $0.name == saved }) else {
          throw Refusal.register(.noFilter(saved))
        }
        texts.append(known.text)
      }
      return Filter(terms: try texts.flatMap { try Self.terms($0) })
    }

    /// Everything wrong with an expression at once, each with where it stands.
    static func terms(_ text: String) throws -> [Filter.Term] {
      let draft = FilterDraft(text)
      if draft.faults.isEmpty { return draft.filter.terms }
      let language = Invocation.language
      let said = draft.faults.map { fault in
        let place = text.distance(from: text.startIndex, to: fault.range.lowerBound) + 1
        return "\(fault.code): \(text):\(place): \(fault.phrase(language))"
      }
      let help = Phrase("各项见 queqiao member list --help", "details: queqiao member list --help")
      throw Stop(
        status: 64, phrase: .verbatim((said + [help(language)]).joined(separator: "\n")))
    }
  }

  struct Filters: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "filters", abstract: "List the saved filters, or delete one.")
    @Option(help: "Delete the filter of this name.") var delete: String?
    @OptionGroup var output: FormatOptions

    func run() throws {
      let store = try Session.open().store
      if let delete { try store.deleteFilter(named: delete) }
      output.print(
        Table(
          [TableColumn("name"), TableColumn("filter")],
          rows: try store.savedFilters().map {
            [.text($0.name), .text(Masking.phones(in: $0.text))]
          }))
      Output.flush()
    }
  }
}

/// What a list is sorted by; the youngest were born last, so age is birth the other way round.
struct SortKey: ExpressibleByArgument {
  let column: MemberColumn
  var isReversed = false

  static let allValueStrings = MemberColumn.allCases.map(\.rawValue) + ["age"]

  init(column: MemberColumn) { self.column = column }

  init?(argument: String) {
    guard let column = MemberColumn(rawValue: argument == "age" ? "birth" : argument) else {
      return nil
    }
    self.column = column
    isReversed = argument == "age"
  }

  var defaultValueDescription: String { column.rawValue }
}

/// Those of the register whom a filter meets.
struct RegisterList {
  private var members: [(member: Member, facts: MemberFacts)] = []
  private let day: Day
  private static let piece = 2_000

  /// Who is not met is let go at once.
  ///
  /// - Parameters:
  ///   - needsFacts: whether more than the filter asks for what is known of a member.
  ///   - limit: how many are enough; nil where the order is yet to be made.
  init(_ store: Store, _ filter: Filter, needsFacts: Bool, limit: Int?) throws {
    day = store.surroundings.today
    let named = try Self.named(filter, in: store)
    var memory = FactMemory(readsTexts: filter.asksForWords)
    var met: [(Member, MemberFacts)] = []
    let day = day
    let looksAt = needsFacts || !filter.terms.isEmpty
    var last: String?
    repeat {
      let piece = try store.members(after: last, limit: Self.piece)
      last = piece.last?.number
      for member in piece {
        let facts = looksAt ? MemberFacts(member, memory: &memory) : MemberFacts()
        if filter.admits(facts, day: day), named.allSatisfy({ $0.admits(member.id) }) {
          met.append((member, facts))
        }
      }
    } while last != nil && met.count < limit ?? .max
    members = met
  }

  var isEmpty: Bool { members.isEmpty }
  var ids: [MemberID] { members.map(\.member.id) }

  func rows(_ columns: [MemberListColumn]) -> [[TableCell]] {
    members.map { member, facts in columns.map { $0.cell(member, facts, day) } }
  }

  mutating func cut(to limit: Int) { members = Array(members.prefix(limit)) }

  /// Members come in the order of their numbers.
  mutating func sort(by column: MemberColumn, isDescending: Bool) {
    if column == .number, !isDescending { return }
    let rows = members.map { member, facts in
      MemberColumn.Row(
        number: member.number,
        nameKey: column == .name ? Reading.ofName(member.name).joined(separator: " ") : "",
        facts: facts)
    }
    members = rows.indices.sorted {
      column.precedes(rows[$0], rows[$1], isDescending: isDescending)
    }.map { members[$0] }
  }

  /// Who is found by a word among the names, and whether they are to be left out.
  private struct Named {
    let found: Set<MemberID>
    let isNegated: Bool
    func admits(_ id: MemberID) -> Bool { found.contains(id) != isNegated }
  }

  private static func named(_ filter: Filter, in store: Store) throws -> [Named] {
    if filter.names.isEmpty { return [] }
    let index = try RegisterIndex(store)
    return filter.names.map { word, isNegated in
      Named(found: Set(index.search(word, limit: .max).best), isNegated: isNegated)
    }
  }
}
