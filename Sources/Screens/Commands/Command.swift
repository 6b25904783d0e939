public import Canvas
public import Wording

/// One thing the organizer can ask for: how it is called, which keys ask for it, and where.
///
/// The one list, `Command.all`, yields the key bindings, the line of keys, the help, the palette
/// and the manual's table, so they cannot disagree.
public struct Command: Sendable, Identifiable {
  public let id: ID
  public let context: Context
  /// The first is the one that is shown. Every command has one that is no bare letter.
  public let keys: [Key]
  /// As short as the line of keys needs it.
  public let label: Phrase
  /// One sentence.
  public let help: Phrase
  /// In the line of keys, from the left; nil stands in the help only.
  public let prominence: Int?

  init(
    _ id: ID, in context: Context, _ keys: [Key], _ label: Phrase, help: Phrase,
    at prominence: Int? = nil
  ) {
    self.id = id
    self.context = context
    self.keys = keys
    self.label = label
    self.help = help
    self.prominence = prominence
  }
}

extension Command {
  public enum ID: String, Hashable, Sendable, CaseIterable {
    // Everywhere.
    case help, undo, redo, language, suspend, leave
    // On the desk.
    case nextTab, previousTab, members, events, door, picks, pairs
    case palette, history, quit
    // In lists.
    case up, down, pageUp, pageDown, first, last
    // At the door.
    case checkIn, walkIn, changeBadge, leaveEvent, cancelRegistration, absentees, refusals, clear
    // Picks and pairs.
    case saveSlip, correctSlip, closePicking, missingSlips, showPair
    // Events and members.
    case openEvent, newEvent, editEvent, removeEvent, registerFound, register, listFile, filter,
      endFilter, showMember, importRoster
    case filterForm, columns, completeNext, completePrevious, tolerant
    case circle, lonely, showReasons, criteria, listingCard
    case leaveFolder, changeColumn, nextSheet, showProblems, writeProblems
    case showChanges, takeRoster, takeWholeRoster
    case sortByColumn, toggleColumn, forgetSort
    // Keeping the register.
    case addMember, editMember, compose, verifications, beginVerification, verifyAll, reject
    case duplicates, merge, keepApart, consents, savedFilters, deleteFilter, showPhones
    // In dialogues.
    case close, nextField, previousField, previousOption, nextOption, enterForm, submitForm
    case choose, confirm, confirmGrave
    case startSample, startImport, startEmpty
  }
}

/// Where a command counts. A key is looked up in the topmost context, then in those below.
public enum Context: String, Hashable, Sendable, CaseIterable {
  case door, picks, pairs, events, members, filtering
  case list
  case form, entry, walkIn, choice, reading, palette, confirmation, graveConfirmation, firstRun,
    importing, registering, columns, filterForm, circle, lonely, criteria, member,
    importFile, importColumns, columnMeaning, importReport, importChanges
  /// The dialogues that keep the register.
  case memberForm, verifying, verification, duplicates, consents, savedFilters
  /// All tabs while nothing lies on them.
  case desk
  case everywhere

  /// What letters are here.
  enum Typing {
    /// Commands.
    case none
    /// Text of a field, whose keys edit it.
    case caret
    /// The beginning of a line's name: the keys that go to an end go to that of the list.
    case names
  }

  /// Bare letters are text here, never commands.
  var isTyping: Bool { typing != .none }

  var typing: Typing {
    switch self {
    case .columns, .columnMeaning: .names
    case .memberForm, .verification, .savedFilters: .caret
    case .verifying, .duplicates, .consents: .none
    case .door, .picks, .filtering, .form, .entry, .walkIn, .palette, .importing, .registering,
      .filterForm, .criteria, .importFile:
      .caret
    case .pairs, .events, .members, .list, .choice, .reading, .confirmation, .graveConfirmation,
      .firstRun, .circle, .lonely, .member, .importColumns, .importReport,
      .importChanges, .desk, .everywhere:
      .none
    }
  }

  public var phrase: Phrase {
    switch self {
    case .door: Tab.door.phrase
    case .picks: Tab.picks.phrase
    case .pairs: Tab.pairs.phrase
    case .events: Tab.events.phrase
    case .members: Tab.members.phrase
    case .filtering: Phrase("筛选", "Filter")
    case .list: Phrase("列表", "Lists")
    case .form, .entry: Phrase("表单", "Forms")
    case .walkIn: Phrase("现场报名", "Walk-in")
    case .choice: Phrase("选择", "Choices")
    case .reading: Phrase("查看", "Reading")
    case .palette: Phrase("命令", "Commands")
    case .confirmation, .graveConfirmation: Phrase("确认", "Questions")
    case .firstRun: Phrase("开始", "First run")
    case .importing, .importFile, .importColumns, .columnMeaning, .importReport, .importChanges:
      Phrase("导入", "Import")
    case .registering: Phrase("登记报名", "Registering")
    case .columns: Phrase("列与排序", "Columns and order")
    case .filterForm: Phrase("按条件筛选", "Filter as a form")
    case .memberForm: Phrase("资料", "Details")
    case .verifying: Phrase("待核验", "To be verified")
    case .verification: Phrase("核验", "Verification")
    case .duplicates: Phrase("疑似重复", "Duplicates")
    case .consents: Phrase("授权", "Consents")
    case .savedFilters: Phrase("常用筛选", "Saved filters")
    case .circle: Phrase("缘分圈", "Fate circle")
    case .lonely: Phrase("暂无合适人选", "Members nobody fits")
    case .criteria: Phrase("择偶要求", "Hopes")
    case .member: Phrase("单身职工", "Member")
    case .desk: Phrase("各页通用", "On every tab")
    case .everywhere: Phrase("随处可用", "Everywhere")
    }
  }
}
