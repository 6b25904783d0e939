import Canvas
import Matchmaking
import Wording

/// What can lie on the tabs; the topmost has the keys.
enum Modal: Sendable {
  case help(HelpPage)
  case palette(Palette)
  case history(HistoryPage)
  case firstRun(FirstRun)
  case roster(ListImport)
  case wizard(ImportWizard)
  case meaning(ColumnMeaning)
  case problems(ProblemList)
  case changes(ImportChanges)
  case confirmation(Confirmation)
  case walkIn(WalkInForm)
  case badge(BadgeForm)
  case leave(LeaveChoice)
  case absentees(GuestList)
  case refusals(RefusalList)
  case registering(RegistrationForm)
  case event(EventDraft)
  case member(MemberDetail)
  case pair(PairsScreen.Entry)
  case columns(ColumnChoice)
  case filterForm(FilterForm)
  case keeping(KeepingDialogue)
  case circle(CirclePage)
  case fit(FitDetail)
  case lonely(LonelyPage)
  case criteria(CriteriaPage)
  case listing(ListingPage)

  /// Where its keys are looked up, topmost first.
  var contexts: [Context] {
    switch self {
    case .help, .history, .absentees, .refusals, .fit, .listing:
      [.reading, .list]
    case .wizard(let wizard):
      switch wizard.step {
      case .file: [.importFile, .list]
      case .columns: [.importColumns, .list]
      case .done: [.importReport, .reading, .list]
      }
    case .meaning: [.columnMeaning, .list]
    case .problems: [.reading, .list]
    case .changes: [.importChanges, .list]
    case .member: [.member, .reading, .list]
    case .registering: [.registering, .list]
    case .pair: [.reading]
    case .palette: [.palette, .list]
    case .firstRun: [.firstRun, .list]
    case .roster(let roster): roster.summary == nil ? [.importing, .list] : [.reading, .list]
    case .confirmation(let confirmation):
      [confirmation.isGrave ? .graveConfirmation : .confirmation]
    case .walkIn: [.walkIn]
    case .badge: [.entry]
    case .event: [.form]
    case .leave: [.choice, .list]
    case .columns: [.columns, .list]
    case .filterForm: [.filterForm]
    case .keeping(let dialogue): dialogue.contexts
    case .circle: [.circle, .list]
    case .lonely: [.lonely, .list]
    case .criteria: [.criteria]
    }
  }

  var wizard: ImportWizard? { if case .wizard(let wizard) = self { wizard } else { nil } }

  /// Whether there is anybody whom Enter would tell more about.
  var hasSomebody: Bool {
    switch self {
    case .lonely(let page): page.markedEntry != nil
    case .circle(let page): page.markedFit != nil
    default: true
    }
  }

  /// Whether it has numbers that are not shown.
  var hidesPhones: Bool {
    switch self {
    case .keeping(.form(let form)): form.hidesPhones
    case .keeping(.duplicates(let page)): !page.hidden.isEmpty
    default: false
    }
  }

  /// Whether it has two members who may be one.
  var hasSuspects: Bool {
    if case .keeping(.duplicates(let page)) = self { page.pair != nil } else { false }
  }

  /// Whether it asked for a change and is done once that is saved.
  var endsWithSaving: Bool {
    switch self {
    case .walkIn, .badge, .leave, .event: true
    case .help, .palette, .history, .firstRun, .roster, .wizard, .meaning, .problems, .changes,
      .confirmation, .absentees, .refusals,
      .registering, .member, .pair, .columns, .filterForm, .circle, .fit, .lonely, .criteria,
      .listing, .keeping:
      false
    }
  }
}
