import Canvas
import Matchmaking
import Wording

extension Workspace {
  mutating func showCircle(of member: Member?) -> [Effect] {
    guard let member else { return [] }
    let page = CirclePage(member, generation: nextGeneration())
    modals.append(.circle(page))
    return [question(page)]
  }

  private func question(_ page: CirclePage) -> Effect {
    .loadCircle(
      page.member.id, corrected: page.corrected, today: setting.today, generation: page.generation)
  }

  mutating func showLonely() -> [Effect] {
    let page = LonelyPage(generation: nextGeneration())
    modals.append(.lonely(page))
    return [.loadLonely(today: setting.today, generation: page.generation)]
  }

  /// Whoever was looking closes it: the work is not done for nobody.
  func leaveCircle(_ modal: Modal) -> [Effect] {
    if case .lonely(let page) = modal, page.report == nil { return [.stopCircles] }
    return []
  }

  mutating func takeCircle(_ circle: FateCircle, generation: Int) {
    changeModals { modal in
      guard case .circle(var page) = modal else { return }
      page.take(circle, generation: generation)
      modal = .circle(page)
    }
  }

  mutating func takeCircle(progress: Double, generation: Int) {
    changeModals { modal in
      switch modal {
      case .circle(var page) where page.generation == generation && page.circle == nil:
        page.progress = progress
        modal = .circle(page)
      case .lonely(var page) where page.generation == generation:
        page.take(progress: progress)
        modal = .lonely(page)
      default: break
      }
    }
  }

  mutating func takeLonely(_ report: LonelyReport, generation: Int) {
    changeModals { modal in
      guard case .lonely(var page) = modal, page.generation == generation else { return }
      page.take(report)
      modal = .lonely(page)
    }
  }

  /// An answer may come while a help page lies on what it is for.
  mutating func changeModals(_ body: (inout Modal) -> Void) {
    for place in modals.indices { body(&modals[place]) }
  }

  mutating func run(_ id: Command.ID, in page: CirclePage) -> [Effect]? {
    if let move = Move(id) {
      var page = page
      page.move(move, page: size.rows - 10)
      replaceModal(.circle(page))
      return []
    }
    switch id {
    case .showReasons:
      if let fit = page.markedFit { modals.append(.fit(FitDetail(fit))) }
    case .criteria:
      modals.append(.criteria(CriteriaPage(page.member, corrected: page.corrected, words)))
    default: return nil
    }
    return []
  }

  mutating func run(_ id: Command.ID, in page: LonelyPage) -> [Effect]? {
    if let move = Move(id) {
      var page = page
      page.move(move, page: size.rows - 10)
      replaceModal(.lonely(page))
      return []
    }
    guard id == .circle else { return nil }
    return showCircle(of: page.markedEntry?.member)
  }

  mutating func run(_ id: Command.ID, in page: CriteriaPage) -> [Effect]? {
    guard id == .submitForm else { return nil }
    guard let corrected = page.corrected else {
      toast = Toast(.note, Phrase("请先更正有误的要求", "correct what is marked first"))
      return []
    }
    modals.removeLast()
    guard case .circle(var circle)? = modals.last else { return [] }
    circle.corrected = corrected
    circle.ask(generation: nextGeneration())
    replaceModal(.circle(circle))
    return [question(circle)]
  }
}
