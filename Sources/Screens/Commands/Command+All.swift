extension Command {
  /// Every screen and dialogue that has commands of its own. Where one thing can be asked for in several
  /// places, the first is its home.
  private static let components: [any Component.Type] = [
    DoorScreen.self, DoorTablesForm.self, WalkInForm.self, GuestList.self, RefusalList.self,
    ProgrammeScreen.self, ProgrammeForm.self, SeatingForm.self, SeatsPage.self,
    SeatMovesPage.self, ThreadPage.self, HeartsPage.self, WaitingPage.self,
    PicksScreen.self, SlipComparison.self, SlipReview.self, PickingRounds.self, PairsScreen.self,
    PairDetail.self, HostCard.self,
    EventsScreen.self, EventDraft.self, MonthCalendar.self, RegistrationForm.self, ListImport.self,
    MembersScreen.self, FilterForm.self, ColumnChoice.self, SavedFilters.self,
    CirclePage.self, LonelyPage.self, CriteriaPage.self, ListingPage.self,
    ImportWizard.self, ColumnMeaning.self, ImportChanges.self,
    MemberForm.self, VerificationQueue.self, VerificationForm.self, DuplicatesPage.self,
    ConsentPage.self, MemberDetail.self, CouplesPage.self, CoupleForm.self,
    PrintPage.self, UnlockForm.self,
    BundleImport.self, BundleExport.self, ConflictsPage.self,
    Confirmation.self, FirstRun.self, Palette.self, HistoryPage.self,
  ]

  /// Every command, in the order the help lists them.
  public static let all: [Command] =
    components.flatMap { $0.commands } + lists + shared + desk + everywhere

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
