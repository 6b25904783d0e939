import ArgumentParser
import Exchange
import Matchmaking
import Store
import Wording

extension MemberCommand {
  struct Duplicates: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "duplicates",
      abstract: "List members who may be entered twice, and decide on two of them.",
      discussion: """
        Found by phone, by name with birth date, by name with the last four of the resident number. \
        A decision is asked for once. Merging keeps A's number, and A's word where both say \
        something else.
        """)

    @Option(
      parsing: .upToNextOption,
      help: ArgumentHelp("Two people: never shown again.", valueName: "a b"))
    var apart: [String] = []
    @Option(
      parsing: .upToNextOption,
      help: ArgumentHelp("One person: B's details and registrations go to A.", valueName: "a b"))
    var merge: [String] = []
    @Option(parsing: .upToNextOption, help: "Columns for which B's value is to stand.")
    var take: [String] = []
    @OptionGroup var output: FormatOptions

    func validate() throws {
      for pair in [apart, merge] where !pair.isEmpty && pair.count != 2 {
        throw ValidationError("name two members")
      }
      if !apart.isEmpty, !merge.isEmpty { throw ValidationError("give either --apart or --merge") }
      if !take.isEmpty, merge.isEmpty { throw ValidationError("--take goes with --merge") }
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
      for word in take { choices[try MergeField.read(word, of: other)] = .other }
      let (merge, _) = try session.store.merge(keeping: one.id, other.id, choices: choices)
      output.print(
        Table(
          ["field", "kept", "other", "stands"].map { TableColumn($0) },
          rows: merge.conflicts.map { conflict in
            [
              .text(MergeField.name(conflict.field)), .text(conflict.kept), .text(conflict.other),
              .text(conflict.winner == .kept ? conflict.kept : conflict.other),
            ]
          }))
      Output.flush()
      try session.sayMisplacedBadges(of: merge.member)
    }

    private func table(_ suspects: [PossibleDuplicate], in store: Store) throws -> Table {
      let ids = Array(Set(suspects.flatMap { [$0.one, $0.other] }))
      let members = Dictionary(
        try store.members(ids).map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
      let columns = ["number", "name", "birth", "phone", "employer"]
      let cells = { (id: MemberID) -> [TableCell] in
        let member = members[id]
        return [
          .text(member?.number), .text(member?.name), .text(member?.birth?.description),
          .text(member?.phone?.masked), .text(member?.texts[.employer]),
        ]
      }
      return Table(
        (columns.map { "a_" + $0 } + columns.map { "b_" + $0 } + ["grounds"]).map {
          TableColumn($0)
        },
        rows: suspects.map { suspect in
          let grounds = suspect.grounds.sorted().map { $0.phrase(Invocation.language) }
          return cells(suspect.one) + cells(suspect.other)
            + [.text(grounds.joined(separator: "; "))]
        })
    }
  }
}

/// A field of a merge by its machine name.
private enum MergeField {
  static func name(_ field: MemberMerge.Field) -> String {
    switch field {
    case .name: "name"
    case .sex: "sex"
    case .birth: "birth"
    case .phone: "phone"
    case .height: "height"
    case .verification: "verification"
    case .status: "status"
    case .text(let text): text.rawValue
    case .extra(let head): head
    }
  }

  static func read(_ word: String, of member: Member) throws -> MemberMerge.Field {
    let plain: [MemberMerge.Field] = [
      .name, .sex, .birth, .phone, .height, .verification, .status,
    ]
    let all =
      plain + MemberText.allCases.map(MemberMerge.Field.text)
      + member.extras.keys.map(MemberMerge.Field.extra)
    guard let field = all.first(where: { name($0) == word }) else {
      throw Refusal.field(.unknownColumn(word.cleanedLine))
    }
    return field
  }
}
