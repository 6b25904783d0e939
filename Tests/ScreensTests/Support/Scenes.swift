import Canvas
import Matchmaking
import Screens
import Wording

/// Every screen and every dialogue, each in a state worth looking at.
enum Scene: String, CaseIterable, Sendable {
  case doorEmpty = "door-empty"
  case doorSearch = "door-search"
  case doorNamesakes = "door-namesakes"
  case doorNobody = "door-nobody"
  case doorSaved = "door-saved"
  case doorSecond = "door-second-check-in"
  case doorOnePool = "door-one-pool"
  case doorClosed = "door-closed"
  case doorNoGuests = "door-no-guests"
  case override = "override"
  case walkIn = "walk-in"
  case walkInNamesake = "walk-in-namesake"
  case walkInAsked = "walk-in-asked"
  case walkInSex = "walk-in-sex"
  case doorMisplaced = "door-misplaced"
  case cancelling
  case registeringAsked = "registering-asked"
  case badge, leave, absentees, refusals, registering
  case registered
  case registerList = "register-list"
  case registerFile = "register-file"
  case doorPhone = "door-phone"
  case redThread = "red-thread"
  case hearts
  case waitingGuests = "waiting-guests"
  case archiving
  case programmeEmpty = "programme-empty"
  case programmeForm = "programme-form"
  case programmeRunning = "programme-running"
  case programmePaused = "programme-paused"
  case programmeLate = "programme-late"
  case seatingForm = "seating-form"
  case seats
  case seatMoves = "seat-moves"
  case picksEmpty = "picks-empty"
  case picksTyping = "picks-typing"
  case picksWrong = "picks-wrong"
  case picksAlreadyIn = "picks-already-in"
  case picksCorrecting = "picks-correcting"
  case picksBlank = "picks-blank"
  case picksClosed = "picks-closed"
  case closing
  case pairsOpen = "pairs-open"
  case pairs
  case pairCard = "pair-card"
  case gate, holding
  case hostCard = "host-card"
  case rulesCompared = "rules-compared"
  case picture
  case outcome
  case events
  case newEvent = "new-event"
  case editEvent = "edit-event"
  case calendar
  case locked
  case lockedSearch = "locked-search"
  case unlocking
  case registerFound = "register-found"
  case registeredFound = "registered-found"
  case members
  case membersFilter = "members-filter"
  case memberCard = "member-card"
  case membersConditions = "members-conditions"
  case membersCompleting = "members-completing"
  case membersFault = "members-fault"
  case membersSorted = "members-sorted"
  case memberColumns = "member-columns"
  case filterForm = "filter-form"
  case membersNobody = "members-nobody"
  case membersReading = "members-reading"
  case membersValues = "members-values"
  case memberForm = "member-form"
  case memberEdit = "member-edit"
  case verificationQueue = "verification-queue"
  case savedFilters = "saved-filters"
  case verification, duplicates, consents, couples
  case coupleForm = "couple-form"
  case circle, lonely, criteria
  case circleReasons = "circle-reasons"
  case circleEmpty = "circle-empty"
  case lonelyProgress = "lonely-progress"
  case listingCard = "listing-card"
  case help, palette, history, leaving
  case firstRun = "first-run"
  case importPath = "import-path"
  case importReport = "import-report"
  case importColumns = "import-columns"
  case importMeaning = "import-meaning"
  case importCorrected = "import-corrected"
  case importProgress = "import-progress"
  case importProblems = "import-problems"
  case importWritten = "import-written"
  case importChanges = "import-changes"
  case printing
  case printingAgain = "printing-again"
  case printed

  func hall(_ language: Language, _ size: Size) -> Hall {
    switch self {
    case .locked, .lockedSearch, .unlocking:
      locked(language, size)
    case .doorEmpty, .doorSearch, .doorNamesakes, .doorNobody, .doorSaved, .doorSecond,
      .doorOnePool, .doorClosed, .doorNoGuests, .override, .walkIn, .walkInNamesake,
      .walkInAsked, .walkInSex, .doorMisplaced, .cancelling, .registeringAsked, .badge, .leave,
      .absentees, .refusals, .registering, .registered,
      .registerList, .registerFile, .doorPhone:
      door(language, size)
    case .redThread, .hearts, .waitingGuests, .archiving: games(language, size)
    case .programmeEmpty, .programmeForm, .programmeRunning, .programmePaused, .programmeLate,
      .seatingForm, .seats, .seatMoves:
      programme(language, size)
    case .printing, .printingAgain, .printed: printing(language, size)
    case .picksEmpty, .picksTyping, .picksWrong, .picksAlreadyIn, .picksCorrecting, .picksBlank,
      .picksClosed, .closing, .pairsOpen, .pairs, .pairCard, .rulesCompared, .picture, .outcome,
      .gate, .holding, .hostCard:
      picks(language, size)
    case .memberForm, .memberEdit, .verificationQueue, .verification, .duplicates, .consents,
      .savedFilters, .couples, .coupleForm:
      keeping(language, size)
    case .events, .newEvent, .editEvent, .calendar, .registerFound, .registeredFound, .members,
      .membersFilter,
      .memberCard,
      .help, .palette, .history,
      .leaving, .firstRun, .importPath, .importReport:
      desk(language, size)
    case .membersConditions, .membersCompleting, .membersFault, .membersSorted, .memberColumns,
      .filterForm, .membersNobody, .membersReading, .membersValues, .importColumns, .importMeaning,
      .importCorrected,
      .importProgress,
      .importProblems, .importWritten, .importChanges, .circle, .circleReasons, .circleEmpty,
      .lonely,
      .lonelyProgress, .criteria, .listingCard:
      members(language, size)
    }
  }

  private func locked(_ language: Language, _ size: Size) -> Hall {
    var hall = Hall(language: language, size: size, isLocked: true)
    if self == .lockedSearch { hall.type("wang") }
    if self == .unlocking {
      hall.press(.f11)
      hall.type("2580")
    }
    return hall
  }

  private func door(_ language: Language, _ size: Size) -> Hall {
    switch self {
    case .doorOnePool:
      let evening = SampleEvening.evening(of: SampleEvening.event(pools: .one))
      var hall = Hall(evening, language: language, size: size, isSample: true)
      hall.type("wang")
      return hall
    case .doorClosed:
      return Hall(
        SampleEvening.evening(of: SampleEvening.event(state: .closed)), language: language,
        size: size, tab: .door)
    case .doorNoGuests:
      return Hall(SampleEvening.evening(people: 0), language: language, size: size)
    case .doorMisplaced:
      var evening = SampleEvening.evening()
      var guest = evening.guests[12]
      guest.sex = .woman
      evening.take(guest)
      return Hall(evening, language: language, size: size)
    case .override:
      let evening = SampleEvening.evening(of: SampleEvening.event(verifiedOnly: true))
      var hall = Hall(evening, language: language, size: size)
      hall.type(evening.guests[90].number)
      hall.press(.enter)
      return hall
    default: break
    }
    var hall = Hall(language: language, size: size)
    switch self {
    case .doorSearch: hall.type("wan")
    case .doorNamesakes: hall.type("王志超")
    case .doorNobody: hall.type("尉迟恭")
    case .doorSaved:
      hall.type("1100")
      hall.press(.enter)
    case .doorSecond:
      hall.type("m7")
      hall.press(.enter)
    case .walkIn:
      hall.type("尉迟恭")
      hall.press(.f2, .down)
    case .walkInSex:
      var known = SampleEvening.member(at: 130)
      known.sex = nil
      hall.register["尉迟恭"] = [known]
      hall.type("尉迟恭")
      hall.press(.f2, .down, .enter)
    case .cancelling:
      hall.type("1100")
      hall.press(.control("x"))
    case .registeringAsked:
      hall.statuses[SampleEvening.member(131)] = .married
      hall.press(.f5)
      hall.type("wang")
      hall.press(.down, .enter)
    case .badge:
      hall.type("m7")
      hall.press(.f3)
      hall.type("12")
    case .leave:
      hall.type("m7")
      hall.press(.f4)
    case .absentees: hall.press(.f6)
    case .walkInNamesake, .walkInAsked:
      hall.register["阿卜杜拉·买买提"] = [SampleEvening.namesake(98), SampleEvening.namesake(140)]
      hall.press(.f2)
      hall.type("阿卜杜拉·买买提")
      if self == .walkInAsked {
        hall.press(.enter)
        hall.type("男")
        hall.press(.f2)
      }
    case .refusals: hall.press(.control("t"))
    case .registering, .registered:
      hall.press(.f5)
      hall.type("wang")
      if self == .registered { hall.press(.down, .enter) }
    case .registerFile: hall.press(.f5, .f2, .down, .down)
    case .registerList:
      hall.press(.f5, .f2)
      hall.type("~/今晚.csv")
      hall.press(.enter)
    case .doorPhone: hall.type("13900001234")
    default: break
    }
    return hall
  }

  private func picks(_ language: Language, _ size: Size) -> Hall {
    let pairs: [Scene] = [
      .pairs, .pairCard, .picture, .outcome, .gate, .holding, .hostCard,
    ]
    let isClosed = self == .picksClosed || pairs.contains(self)
    let isPairs = self == .pairsOpen || self == .rulesCompared || pairs.contains(self)
    let evening = SampleEvening.evening(
      of: SampleEvening.event(state: isClosed ? .closed : .open), slips: 60)
    var hall = Hall(evening, language: language, size: size, tab: isPairs ? .pairs : .picks)
    switch self {
    case .picksTyping: hall.type("F33 3 7 2")
    case .picksWrong: hall.type("F33 3 61 7 7 33")
    case .picksAlreadyIn: hall.type("F12")
    case .picksCorrecting:
      hall.type("F12")
      hall.press(.f3)
    case .picksBlank: hall.type("女33 ")
    case .closing: hall.press(.f5)
    case .pairCard: hall.press(.down, .enter)
    case .rulesCompared: hall.press(.f6)
    case .picture: hall.press(.f4)
    case .outcome:
      hall.press(.f3)
      hall.type("F12")
      hall.press(.enter)
    case .gate, .holding, .hostCard:
      hall.press(.f2, .f2, .down, .down)
      hall.press(.control("x"))
      hall.type("等家人一起来")
      hall.press(.enter)
      if self == .holding { hall.press(.named(.down), .control("x")) }
      if self == .hostCard { hall.press(.control("t")) }
    default: break
    }
    return hall
  }

  private func desk(_ language: Language, _ size: Size) -> Hall {
    if self == .firstRun { return Hall(emptyIn: language, size: size) }
    var hall = Hall(language: language, size: size)
    switch self {
    case .events, .newEvent, .editEvent, .calendar: hall.press(.alt("2"))
    case .registerFound, .registeredFound, .members, .membersFilter, .memberCard, .importPath,
      .importReport:
      hall.press(.alt("1"))
    case .help: hall.press(.f1)
    case .palette:
      hall.press(.f8)
      hall.type(language == .chinese ? "qian" : "ba")
    case .history:
      hall.type("1100")
      hall.press(.enter, .f9, .f10)
      hall.type("m7")
      hall.press(.f4, .enter, .escape, .f7)
    case .leaving: hall.press(.control("c"))
    default: break
    }
    switch self {
    case .newEvent:
      hall.press(.f2)
      hall.type("中秋月圆夜")
      hall.press(.enter, .backspace)
    case .editEvent: hall.press(.f3)
    case .calendar: hall.press(.f6, .right)
    case .registerFound, .registeredFound:
      hall.press(.f3)
      hall.type("女")
      hall.press(.control("y"))
      if self == .registeredFound { hall.press(.f8) }
    case .members: hall.press(.down, .down)
    case .membersFilter:
      hall.press(.f3)
      hall.type("wang")
    case .memberCard: hall.press(.enter)
    case .importPath, .importReport:
      hall.press(.f2)
      if self == .importReport { hall.press(.down, .down, .enter, .enter) }
    default: break
    }
    return hall
  }
}
