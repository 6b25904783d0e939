import ArgumentParser
import Exchange
import Matchmaking
import Store
import Wording

extension MemberCommand {
  struct Duplicates: ParsableCommand {
    static let configuration = CommandConfiguration(
      "duplicates",
      Phrase(
        "列出可能重复登记的人，并作决定。", "List members who may be entered twice, and decide on two of them."),
      discussion: Phrase(
        "依据：手机号相同；姓名和出生年月相同；姓名和身份证后四位相同。每一对只问一次。合并后保留甲的编号；两边不一致的，以甲为准。",
        """
        Found by phone, by name with birth date, by name with the last four of the \
        resident number. Each pair is asked about once. Merging keeps A's number, and A's \
        value where the two differ.
        """))

    @Option(
      parsing: .upToNextOption,
      help: .both("甲和乙是两个人，以后不再提示。", "A and B are two people; never shown again.", value: .pair))
    var apart: [String] = []
    @Option(
      parsing: .upToNextOption,
      help: .both(
        "甲和乙是同一人，乙的资料和报名并入甲。", "A and B are one person: B's details and registrations go to A.",
        value: .pair))
    var merge: [String] = []
    @Option(
      parsing: .upToNextOption,
      help: .both("这些项以乙的为准。", "Columns in which B's value is to stand.", value: .columns))
    var take: [String] = []
    @OptionGroup var output: FormatOptions

    func validate() throws {
      for pair in [apart, merge] where !pair.isEmpty && pair.count != 2 {
        throw ValidationError("请写甲、乙两个人", "name two members")
      }
      if !apart.isEmpty, !merge.isEmpty {
        throw ValidationError("--apart 和 --merge 只写其一", "give either --apart or --merge")
      }
      if !take.isEmpty, merge.isEmpty {
        throw ValidationError("--take 要与 --merge 连用", "--take goes with --merge")
      }
    }

    func run() throws {
      let session = try Session.open()
      if !apart.isEmpty {
        try session.store.keepApart(
          try session.member(apart[0]).id, try session.member(apart[1]).id)
      } else if !merge.isEmpty {
        return try mergeTwo(session)
      }
      let suspects = try session.store.duplicateSuspects()
      output.print(try table(suspects, in: session.store))
      Output.flush()
      if suspects.isEmpty {
        Output.message(Phrase("没有发现重复登记", "nobody seems to be entered twice")(Invocation.language))
      }
    }

    private func mergeTwo(_ session: Session) throws {
      let (one, other) = (try session.member(merge[0]), try session.member(merge[1]))
      var choices: [MemberMerge.Field: MemberMerge.Side] = [:]
      for word in take { choices[try MemberMerge.Field(typed: word, of: other)] = .other }
      let (merge, _) = try session.store.merge(keeping: one.id, other.id, choices: choices)
      output.print(
        Table(
          [.field, .kept, .other, .stands].map { TableColumn($0) },
          rows: merge.conflicts.map { conflict in
            [
              .word(conflict.field.column, conflict.field.phrase),
              .text(Masking.numbers(in: conflict.kept)),
              .text(Masking.numbers(in: conflict.other)),
              .text(
                Masking.numbers(in: conflict.winner == .kept ? conflict.kept : conflict.other)),
            ]
          }))
      Output.flush()
      try session.sayMisplacedBadges(of: merge.member)
    }

    private func table(_ suspects: [PossibleDuplicate], in store: Store) throws -> Table {
      let ids = Array(Set(suspects.flatMap { [$0.one, $0.other] }))
      let members = Dictionary(
        try store.members(ids).map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
      let fields: [MemberField] = [.number, .name, .birth, .phone, .text(.employer)]
      let cells = { (id: MemberID) -> [TableCell] in
        let member = members[id]
        return [
          .text(member?.number), .text(member?.name), .text(member?.birth?.description),
          .text(member?.shown(.phone)), .text(member?.shown(.employer)),
        ]
      }
      return Table(
        fields.map { TableColumn($0, of: "a") } + fields.map { TableColumn($0, of: "b") }
          + [TableColumn(.grounds)],
        rows: suspects.map { suspect in
          let grounds = suspect.grounds.sorted().map { $0.phrase(Invocation.language) }
          return cells(suspect.one) + cells(suspect.other)
            + [.text(grounds.joined(separator: Phrase("；", "; ")(Invocation.language)))]
        })
    }
  }
}

extension TableColumn {
  /// Of one of two members.
  fileprivate init(_ field: MemberField, of side: String) {
    let head = field.phrase
    self.init(
      "\(side)_\(field.column)",
      head: Phrase(
        (side == "a" ? "甲" : "乙") + head.chinese, side.uppercased() + " " + head.english)(
          Invocation.language))
  }
}

extension MemberMerge.Field {
  fileprivate var phrase: Phrase {
    switch self {
    case .detail(let detail): detail.phrase
    case .verification: Column.verification.head
    case .status: Column.status.head
    }
  }

  /// Reads the machine's name.
  fileprivate init(typed word: String, of member: Member) throws {
    guard let field = Self.all(of: member, member).first(where: { $0.column == word }) else {
      throw Refusal.field(.unknownColumn(word.cleanedLine))
    }
    self = field
  }
}
