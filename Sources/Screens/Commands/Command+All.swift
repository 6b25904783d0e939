extension Command {
  /// Every command, in the order the help lists them.
  public static let all: [Command] =
    [
      DoorScreen.commands, PicksScreen.commands, PairsScreen.commands, EventsScreen.commands,
      MembersScreen.commands, ColumnChoice.commands, FilterForm.commands, CirclePage.commands,
      MemberDetail.commands, LonelyPage.commands, CriteriaPage.commands, ImportWizard.commands,
      ColumnMeaning.commands, ImportChanges.commands, MemberForm.commands,
      VerificationForm.commands, VerificationQueue.commands, DuplicatesPage.commands,
      ConsentPage.commands, SavedFilters.commands, desk, lists, shared, WalkInForm.commands,
      Palette.commands, ListImport.commands, RegistrationForm.commands, Confirmation.commands,
      FirstRun.commands, everywhere,
    ].flatMap(\.self)

  static func all(in context: Context) -> [Command] { byContext[context] ?? [] }

  static func named(_ id: ID) -> Command? { byID[id] }

  private static let byContext = Dictionary(grouping: all, by: \.context)
  private static let byID = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
}

extension Context {
  /// Wherever there are commands, in the order of these.
  public static let all: [Context] = {
    var seen: Set<Context> = []
    return Command.all.map(\.context).filter { seen.insert($0).inserted }
  }()
}
