import ArgumentParser
import Desk
import Exchange
import Matchmaking
import Pinyin
import Screens
import Store
import Wording

extension MemberCommand {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      "list", Phrase("列出名册，或其中符合条件的人。", "List the register, or those who meet the conditions."),
      discussion: Phrase(
        """
        条件可以写一条或几条，都符合才列出：
          性别=女 年龄=25..32 身高>=165 居住地=泰安 学历>=本科 收入>=8000
          已核验 非 抽烟=是
          收入=?（没有填的）
        填的是文字的，~ 是含有，= 是完全相同：
          单位~银行,医院 岗位=教师 非 工会~岱岳 民族=回 政治面貌~党员
        不是条件的词按姓名查找。可写的项：\
        \(ConditionField.allCases.map(\.chinese).joined(separator: "、"))。
        """,
        """
        One condition or several, all of which must hold:
          sex=F age=25..32 height>=165 city=泰安 education>=bachelor income>=8000
          verified not smoking=yes
          income=? (not given)
        Of what is kept as words, ~ asks for words somewhere in it and = for all of it:
          employer~银行,医院 job=教师 not union~岱岳 ethnicity=回 politics~党员
        Words that are no condition are searched for among the names. Details: \
        \(ConditionField.allCases.map(\.english).joined(separator: ", ")).
        """))

    @Option(
      name: .customLong("where"), parsing: .upToNextOption,
      help: .both("只列符合这些条件的人。", "Only those who meet these conditions.", value: .condition))
    var conditions: [String] = []
    @Option(help: .both("再加上这条常用筛选的条件。", "Also the conditions of this saved filter.", value: .name))
    var saved: String?
    @Option(help: .both("把这些条件存为常用筛选。", "Save the conditions under this name.", value: .name))
    var save: String?
    @Option(help: .both("按哪一列排序：\(SortKey.words)。", "Sort by this column.", value: .column))
    var sort = SortKey(
      column: .number)
    @Flag(help: .both("倒过来排。", "In descending order.")) var descending = false
    @Option(
      help: .both(
        "显示哪些列，中间用逗号：\(MemberListColumn.all.map(\.head.chinese).joined(separator: "、"))。",
        "Which columns, between commas: \(MemberListColumn.all.map(\.name).joined(separator: ", ")).",
        value: .columns))
    var columns: String?
    @Option(help: .both("最多列几条。", "How many to list at most.", value: .count)) var limit: Int?
    @OptionGroup var numbers: NumberOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
      _ = try chosen()
      if save != nil, conditions.isEmpty {
        throw ValidationError("--save 要与 --where 连用", "--save goes with --where")
      }
      if let limit, limit < 1 { throw ValidationError.limit }
    }

    func run() throws {
      let store = try Session.open().store
      let filter = try filter(store)
      if let save { try store.save(Filter(terms: filter.terms), named: save.cleanedLine) }
      let columns = try chosen()
      let needsFacts = ![.number, .name].contains(sort.column)
      let isInOrder = sort.column == .number && descending == sort.isReversed
      var list = try RegisterList(
        store, filter, fields: needsFacts ? nil : columns.flatMap(\.fields),
        limit: isInOrder ? limit : nil)
      list.sort(by: sort.column, isDescending: descending != sort.isReversed)
      if let limit { list.cut(to: limit) }
      if numbers.whole, !list.isEmpty { try store.noteSeen(list.ids) }
      output.print(Table(columns.map(\.column), rows: list.rows(columns, isWhole: numbers.whole)))
      Output.flush()
      list.keep(in: store)
      if list.isEmpty, !filter.terms.isEmpty {
        let nobody = Phrase("没有符合条件的人", "nobody meets the conditions")
        throw NothingFound(try OtherReadings(filter, in: store).hint ?? nobody)
      }
    }

    private func chosen() throws -> [MemberListColumn] {
      guard let columns else { return MemberListColumn.usual }
      return try columns.split(whereSeparator: { ",，、".contains($0) }).map { word in
        let name = String(word)
        guard let column = MemberListColumn(name.cleanedLine) else {
          let all = MemberListColumn.all
          throw ValidationError(
            "没有“\(name.cleanedLine)”这一列；有：\(all.map(\.head.chinese).joined(separator: "、"))",
            "no column '\(name.cleanedLine)'; there are: \(all.map(\.name).joined(separator: ", "))"
          )
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
      return Filter(terms: try Self.terms(texts))
    }

    /// Of all expressions together no more than of one.
    static func terms(_ texts: [String]) throws -> [Filter.Term] {
      var terms: [Filter.Term] = []
      for text in texts {
        terms += try Self.terms(text)
        guard terms.count <= FilterDraft.most else {
          let fault = ConditionFault.Kind.tooMany(most: FilterDraft.most)
          throw Stop(status: 64, phrase: .verbatim("too-many: ") + fault.phrase)
        }
      }
      return terms
    }

    /// Everything wrong with an expression at once, each with where it stands.
    static func terms(_ text: String) throws -> [Filter.Term] {
      let draft = FilterDraft(text)
      if draft.faults.isEmpty { return draft.filter.terms }
      let language = Invocation.language
      let line = text.prefix(400).description.cleanedLine
      let shown = text.count > 200 ? line.prefix(199) + "…" : line[...]
      let said = draft.faults.prefix(20).map { fault in
        let place = text.distance(from: text.startIndex, to: fault.range.lowerBound) + 1
        return "\(fault.code): \(shown):\(place): \(fault.phrase(language))"
      }
      let help = Phrase("各项见 queqiao member list --help", "details: queqiao member list --help")
      throw Stop(
        status: 64, phrase: .verbatim((said + [help(language)]).joined(separator: "\n")))
    }
  }

  struct Filters: ParsableCommand {
    static let configuration = CommandConfiguration(
      "filters", Phrase("列出常用筛选，或删去一条。", "List the saved filters, or delete one."))
    @Option(help: .both("删去这个名字的常用筛选。", "Delete the saved filter of this name.", value: .name))
    var delete: String?
    @OptionGroup var output: FormatOptions

    func run() throws {
      let store = try Session.open().store
      if let delete { try store.deleteFilter(named: delete) }
      output.print(
        Table(
          [TableColumn(.filterName), TableColumn(.filter)],
          rows: try store.savedFilters().map {
            [.text(Masking.phones(in: $0.name)), .text(Masking.phones(in: $0.text))]
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

  /// As the Chinese help lists them: `number 编号`.
  static var words: String {
    let columns = MemberColumn.allCases.map {
      "\($0.rawValue) \(ListColumn.fact($0).phrase.chinese)"
    }
    return (columns + ["age 年龄"]).joined(separator: "、")
  }

  init(column: MemberColumn) { self.column = column }

  init?(argument: String) {
    isReversed = ["age", "年龄"].contains(argument)
    let known = MemberColumn.allCases.first {
      [$0.rawValue, ListColumn.fact($0).phrase.chinese].contains(argument)
    }
    guard let column = isReversed ? .birth : known else { return nil }
    self.column = column
  }

  var defaultValueDescription: String { column.rawValue }
}

/// Those of the register whom a filter meets.
struct RegisterList {
  private var members: [Member] = []
  private let day: Day
  /// What had to be made of the register and is worth keeping.
  private var fresh = FreshFacts()
  private static let piece = 2_000

  /// Who is not met is let go at once; where anything but names is asked for, by what is kept of everybody.
  ///
  /// - Parameters:
  ///   - fields: what will be shown of members; nil where all that is known of them is asked for.
  ///   - limit: how many are enough; nil where the order is yet to be made.
  init(_ store: Store, _ filter: Filter, fields: [MemberField]?, limit: Int?) throws {
    day = store.context.today
    let named = try Self.named(filter, in: store)
    let isNames = filter.terms.allSatisfy(\.isName)
    func take(_ piece: [Member]) {
      members +=
        named.isEmpty
        ? piece : piece.filter { member in named.allSatisfy { $0.admits(member.id) } }
    }
    if !isNames {
      take(try meeting(filter, fields, in: store))
      return
    }
    var last: String?
    repeat {
      let piece = try store.members(after: last, limit: Self.piece)
      last = piece.last?.number
      take(piece)
    } while last != nil && members.count < limit ?? .max
  }

  /// Those who meet everything but the names, in the order of their numbers.
  private mutating func meeting(
    _ filter: Filter, _ fields: [MemberField]?, in store: Store
  ) throws -> [Member] {
    var rows: [Int64] = []
    var sieve = FilterSieve(filter, on: day)
    fresh = try store.eachFacts(sieve.parts) { rows += sieve.rows(in: $0) }
    return try store.members(ofRows: rows, only: fields).sorted {
      MemberNumber.precedes($0.number, $1.number)
    }
  }

  /// Keeps what had to be made, so that the next who asks need not.
  func keep(in store: Store) { try? store.keep(fresh) }

  var isEmpty: Bool { members.isEmpty }
  var ids: [MemberID] { members.map(\.id) }

  func rows(_ columns: [MemberListColumn], isWhole: Bool) -> [[TableCell]] {
    members.map { member in columns.map { $0.cell(member, day, isWhole: isWhole) } }
  }

  mutating func cut(to limit: Int) { members = Array(members.prefix(limit)) }

  /// Members come in the order of their numbers.
  mutating func sort(by column: MemberColumn, isDescending: Bool) {
    if column == .number, !isDescending { return }
    var memory = FactMemory(readsTexts: false)
    let needsFacts = ![.number, .name].contains(column)
    let rows = members.map { member in
      MemberColumn.Row(
        number: member.number,
        nameKey: column == .name ? Reading.ofName(member.name).joined(separator: " ") : "",
        facts: needsFacts ? MemberFacts(member, memory: &memory) : MemberFacts())
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
