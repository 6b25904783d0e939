extension Context {
  /// Where commands are at home, so that they can be gone to from anywhere.
  enum Home: Hashable, Sendable {
    case anywhere
    case tab(Tab)
    /// In what another command opens.
    case within(Command.ID)
    /// Moving, answering, leaving: of no use but where one is.
    case nowhere
  }

  var home: Home {
    switch self {
    case .desk, .everywhere: .anywhere
    case .door: .tab(.door)
    case .picks: .tab(.picks)
    case .pairs: .tab(.pairs)
    case .events: .tab(.events)
    case .members: .tab(.members)
    case .filtering: .within(.filter)
    case .filterForm: .within(.filterForm)
    case .columns: .within(.columns)
    case .member: .within(.showMember)
    case .memberForm: .within(.editMember)
    case .circle: .within(.circle)
    case .criteria: .within(.circle)
    case .lonely: .within(.lonely)
    case .verifying, .verification: .within(.verifications)
    case .duplicates: .within(.duplicates)
    case .consents: .within(.consents)
    case .savedFilters: .within(.savedFilters)
    case .registering: .within(.register)
    case .importFile, .importColumns, .columnMeaning, .importReport, .importChanges:
      .within(.importRoster)
    case .list, .form, .entry, .walkIn, .choice, .reading, .palette, .confirmation,
      .graveConfirmation, .firstRun, .importing:
      .nowhere
    }
  }
}

extension Command.ID {
  /// Steps within what lies open, which nobody looks for by name.
  var isStep: Bool {
    switch self {
    case .up, .down, .pageUp, .pageDown, .first, .last, .close, .nextField, .previousField,
      .previousOption, .nextOption, .enterForm, .submitForm, .choose, .confirm, .confirmGrave,
      .clear, .completeNext, .completePrevious, .leaveFolder, .palette, .startSample, .startImport,
      .startEmpty:
      true
    default: false
    }
  }
}
