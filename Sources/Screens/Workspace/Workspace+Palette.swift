import Matchmaking
import Wording

extension Workspace {
  /// Every command there is: first what counts here, then what counts elsewhere, tab after tab.
  mutating func openPalette() -> [Effect] {
    let here = contexts
    let order = here + Context.all.filter { !here.contains($0) }
    var seen: Set<Command.ID> = []
    var entries: [Palette.Entry] = []
    for context in order {
      for command in Command.all(in: context)
      where !command.id.isStep && (here.contains(context) || context.home != .nowhere) {
        let best = nearest(command, here)
        guard seen.insert(best.id).inserted else { continue }
        entries.append(
          Palette.Entry(
            command: best, place: here.contains(best.context) ? .empty : place(of: best),
            obstacle: obstacle(to: best, from: here)))
      }
    }
    return show(Palette(entries))
  }

  /// Of the places where a command is at home the one where it can be done, else the nearest.
  private func nearest(_ command: Command, _ here: [Context]) -> Command {
    let all = Command.all.filter { $0.id == command.id && $0.context.home != .nowhere }
    if let own = all.first(where: { here.contains($0.context) }) { return own }
    return all.first { obstacle(to: $0, from: here) == nil } ?? command
  }

  /// Where one has to go for it.
  private func place(of command: Command) -> Phrase {
    switch command.context.home {
    case .tab(let tab): tab.phrase
    case .within: command.context.phrase
    case .anywhere, .nowhere: .empty
    }
  }

  /// Why a command does nothing now, looked at where it counts.
  private func obstacle(to command: Command, from here: [Context]) -> Phrase? {
    if here.contains(command.context) { return obstacle(to: command.id)?.phrase }
    var there = self
    there.layers = []
    switch command.context.home {
    case .anywhere: return there.obstacle(to: command.id)?.phrase
    case .nowhere: return Phrase("这里用不上", "of no use here")
    case .tab(let tab):
      there.tab = tab
      if tab.needsEvening, open == nil { return .noEvening }
      return there.obstacle(to: command.id)?.phrase
    case .within(let id):
      let way = Command.named(id)
      if let way, let obstacle = obstacle(to: way, from: here) { return obstacle }
      return way.map {
        Phrase("先打开“\($0.label.chinese)”", "in \u{201c}\($0.label.english)\u{201d}")
      }
    }
  }

  /// Goes where a command counts and does it there, or says what is missing for it.
  mutating func goAndRun(_ command: Command) -> [Effect] {
    if contexts.contains(command.context) { return run(command.id) }
    guard var effects = leaveDialogues() else { return [] }
    switch command.context.home {
    case .anywhere, .nowhere: break
    case .tab(let wanted):
      guard !wanted.needsEvening || open != nil else {
        effects += turn(to: .events)
        toast = Toast(.note, .noEvening)
        return effects
      }
      if wanted != tab { effects += turn(to: wanted) }
    case .within(let id):
      guard let way = Command.named(id) else { return effects }
      dropPassingToast()
      effects += goAndRun(way)
      // Where the way was barred it was said why.
      if toast?.isPassing != true { toast = Toast(.note, hint(to: command)) }
      return effects
    }
    return effects + run(command.id)
  }

  private func hint(to command: Command) -> Phrase {
    let key = command.keys.first?.label(isPlain: look.isPlain) ?? ""
    let (chinese, english) = (command.label.chinese, command.label.english)
    return contexts.contains(command.context)
      ? Phrase("“\(chinese)”在这里按 \(key)", "\(key) here: \(english)")
      : Phrase("“\(chinese)”在后面一步，按 \(key)", "\(key), a step later: \(english)")
  }

  /// Closes what lies open; nil where something in it would be lost, which is said.
  private mutating func leaveDialogues() -> [Effect]? {
    var effects: [Effect] = []
    while !layers.isEmpty {
      if isHeldOpen() { return nil }
      effects += close(top)
    }
    effects += tell(ListNotice.left)
    return effects
  }
}
