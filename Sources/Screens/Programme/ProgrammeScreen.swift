import Canvas
import Matchmaking
import Wording

/// The programme (环节) as it runs: what is now, what comes, what is left of the time, who moves.
///
/// One key goes on: to the next round while there is one, else to the next segment.
struct ProgrammeScreen: Screen {
  private(set) var event: EventID?
  /// Nil until the first answer.
  private(set) var running: EveningProgramme?

  var contexts: [Context] { [.programme] }

  mutating func appear(in environment: Environment) -> [Intent] { load(in: environment) }

  private func load(in environment: Environment) -> [Intent] {
    environment.open.map { [.ask(.loadProgramme($0.event.id))] } ?? []
  }

  mutating func hear(_ notice: any Notice, in environment: Environment) -> [Intent]? {
    guard notice is ProgrammeNotice else { return nil }
    return running == nil ? [] : load(in: environment)
  }

  mutating func take(
    _ answer: Answer, about subject: String, in environment: Environment
  ) -> [Intent] {
    guard case .programme(let running) = answer else { return [] }
    event = environment.open?.event.id
    self.running = running
    return []
  }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    guard let event = environment.open?.event.id else { return nil }
    switch id {
    case .nextStep:
      switch running?.turn {
      case .round(let kind, let number)?: return [.change(.startRound(event, kind, number))]
      case .segment?: return [.change(.runProgramme(event, .next))]
      case nil: return []
      }
    case .nextSegment: return [.change(.runProgramme(event, .next))]
    case .pause:
      let isPaused = running?.phase?.state == .paused
      return [.change(.runProgramme(event, isPaused ? .resume : .pause))]
    case .moreTime: return [.change(.runProgramme(event, .extend(minutes: 1)))]
    case .lessTime: return [.change(.runProgramme(event, .extend(minutes: -1)))]
    case .setProgramme: return running.map { [.open(ProgrammeForm($0.programme))] } ?? []
    case .planSeats: return running.map { [.open(SeatingForm($0, environment.evening))] } ?? []
    case .showSeats: return [.open(SeatsPage(of: event))]
    default: return nil
    }
  }

  func obstacle(to id: Command.ID, in environment: Environment) -> Obstacle? {
    guard let open = environment.open else { return .useless(.noEvening) }
    let programme = running?.programme
    switch id {
    case .nextStep, .nextSegment, .pause, .moreTime, .lessTime, .setProgramme, .planSeats:
      if let obstacle = open.obstacle { return obstacle }
    default: break
    }
    switch id {
    case .nextStep, .nextSegment:
      if programme?.segments.isEmpty == true {
        return .useless(Phrase("先按 F2 编排流程", "F2 sets the programme first"))
      }
      return running != nil && running?.turn == nil
        ? .useless(Phrase("所有环节都已结束", "All segments are done")) : nil
    case .pause, .moreTime, .lessTime:
      return programme?.current == nil
        ? .useless(Phrase("现在没有环节在进行", "No segment is under way")) : nil
    case .setProgramme:
      return programme?.hasBegun == true
        ? .useless(Phrase("流程已经开始；逐步撤销（F9）后可以改", "It has begun; undo its steps (F9) to change it"))
        : nil
    case .showSeats:
      return running?.rounds.isEmpty == true
        ? .useless(Phrase("还没有排桌次，先按 F5", "No tables yet; F5 plans them")) : nil
    default: return nil
    }
  }

  func label(of id: Command.ID) -> Phrase? {
    switch (id, running?.turn) {
    case (.nextStep, .round(_, let number)?):
      Phrase("开始第 \(number) 轮", "start round \(number)")
    case (.nextStep, _) where running?.programme.segments.isEmpty != false: nil
    case (.nextStep, _) where running?.programme.upcoming == nil: Phrase("结束", "end")
    case (.nextStep, _) where running?.programme.hasBegun == false: Phrase("开始", "start")
    case (.pause, _) where running?.phase?.state == .paused: Phrase("继续", "go on")
    default: nil
    }
  }

  func changesIn(_ environment: Environment) -> Int64? {
    guard event == environment.open?.event.id, let running else { return nil }
    let phases = [
      running.currentRound?.phase,
      running.programme.current.map { running.programme.segments[$0].phase },
    ]
    return phases.compactMap { $0?.changesIn(at: environment.now) }.min()
  }
}

/// Somebody went on with the programme, or planned who sits where.
enum ProgrammeNotice: Notice { case changed }

extension Phase {
  /// In how many milliseconds its countdown shows another second; nil where none runs.
  func changesIn(at now: ClockReading) -> Int64? {
    guard state == .running, let left = left(at: now) else { return nil }
    // What is left is rounded up: 4.2 seconds show 5 for 0.2 more.
    let part = left > 0 ? (left - 1) % 1000 + 1 : 1000 + left % 1000
    return max(1, part)
  }
}
