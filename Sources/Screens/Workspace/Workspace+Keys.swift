import Canvas
import Matchmaking
import Wording

extension Workspace {
  /// Where a key is looked up, topmost first.
  var contexts: [Context] {
    // Before the event is there a locked desk shows nothing, and nothing below is asked.
    if setting.isLocked, layers.isEmpty, open == nil { return [.locked] }
    if setting.isLocked, layers.isEmpty { return topComponent.contexts + [.locked, .everywhere] }
    return topComponent.contexts + (layers.isEmpty ? [.desk, .everywhere] : [.everywhere])
  }

  var isTyping: Bool { contexts.first?.isTyping ?? false }

  mutating func press(_ key: Key) -> [Effect] {
    if case .mouse(let action, let point) = key { return click(action, at: point) }
    let key = isTyping ? key : key.folded
    if let command = command(for: key) { return run(command.id) }
    return isTyping ? type(key) : []
  }

  /// In a text field a character is text, and the keys that edit text come before those of the lists
  /// and the desk below.
  func command(for key: Key) -> Command? {
    let typing = isTyping
    if typing, key.isText { return nil }
    for (depth, context) in contexts.enumerated() {
      if depth == 1, typing, key.isEditing, !goesToAnEnd(key) { return nil }
      if let command = Command.all(in: context).first(where: { $0.keys.contains(key) }) {
        return command
      }
    }
    return nil
  }

  /// Where lines are gone to by their names there is no caret to take to either end.
  private func goesToAnEnd(_ key: Key) -> Bool {
    contexts.first?.typing == .names && (key == .named(.home) || key == .named(.end))
  }

  mutating func run(_ id: Command.ID) -> [Effect] {
    // Moving in a list is still reading.
    if Move(id) == nil { dropPassingToast() }
    if let obstacle = obstacle(to: id) {
      toast = Toast(.note, obstacle.phrase)
      change(top) { $0.wasBarred(id, in: $1) }
      return []
    }
    if id == .close, let layer = layers.last {
      return isHeldOpen() ? [] : perform([.close] + layer.dialogue.leave(), for: top)
    }
    let asker = top
    let done = change(asker) { $0.run(id, in: $1) } ?? nil
    let intents = done ?? binding(of: id)?.does?(environment)
    return intents.map { perform($0, for: asker) } ?? runOnDesk(id)
  }

  /// Why a command does nothing now; nil where it does.
  func obstacle(to id: Command.ID) -> Obstacle? {
    let environment = environment
    if isOutOfReach(id) { return Lock.obstacle }
    if let obstacle = topComponent.obstacle(to: id, in: environment) { return obstacle }
    if let obstacle = binding(of: id)?.unless?(environment) { return obstacle }
    return [.door, .programme, .picks, .pairs].contains(id) && open == nil
      ? .first(.noEvening) : nil
  }

  /// Whether a locked desk does not do it, whichever way it is asked for.
  private func isOutOfReach(_ id: Command.ID) -> Bool {
    guard setting.isLocked, !Lock.allowed.contains(id) else { return false }
    return binding(of: id).map { Lock.contexts.contains($0.context) } ?? true
  }

  /// What a command is here.
  private func binding(of id: Command.ID) -> Command? {
    for context in contexts {
      if let command = Command.all(in: context).first(where: { $0.id == id }) { return command }
    }
    return nil
  }

  private mutating func runOnDesk(_ id: Command.ID) -> [Effect] {
    switch id {
    case .help: return showHelp()
    case .undo: return send(.undo, for: .desk)
    case .redo: return send(.redo, for: .desk)
    case .language: return switchLanguage()
    case .suspend: return perform([.program(.suspend)], for: .desk)
    case .leave: return show(Confirmation.leaving)
    case .quit: return perform([.program(.quit)], for: .desk)
    case .nextTab: return step(by: 1)
    case .previousTab: return step(by: -1)
    case .members: return turn(to: .members)
    case .events: return turn(to: .events)
    case .door: return turn(to: .door)
    case .programme: return turn(to: .programme)
    case .picks: return turn(to: .picks)
    case .pairs: return turn(to: .pairs)
    case .palette: return openPalette()
    default: return []
    }
  }

  /// Tells of what is left out of the line of keys why it is.
  private mutating func showHelp() -> [Effect] {
    var obstacles: [Command.ID: Phrase] = [:]
    for command in contexts.flatMap({ Command.all(in: $0) }) {
      if let obstacle = obstacle(to: command.id), obstacle.hidesKey {
        obstacles[command.id] = obstacle.phrase
      }
    }
    return show(HelpPage(contexts: contexts, obstacles: obstacles))
  }

  private mutating func switchLanguage() -> [Effect] {
    setting.language = setting.language.other
    return perform([.program(.remember(setting.language))], for: .desk)
  }

  mutating func step(by step: Int) -> [Effect] {
    let tabs = Tab.allCases.filter { open != nil || !$0.needsEvening }
    let place = tabs.firstIndex(of: tab) ?? 0
    return turn(to: tabs[(place + step + tabs.count) % tabs.count])
  }

  /// A text field has the focus and no command wants the key.
  private mutating func type(_ key: Key) -> [Effect] {
    if key.isText || key.isErasing { dropPassingToast() }
    return update(top) { $0.type(key, in: $1) }
  }
}

extension Key {
  /// Text as such, never a command while something is being typed.
  var isText: Bool {
    switch self {
    case .character, .paste: true
    case .named, .control, .alt, .mouse: false
    }
  }

  /// What takes text out of a field.
  var isErasing: Bool {
    switch self {
    case .named(.backspace), .named(.delete), .control("u"), .control("k"), .control("w"): true
    default: false
    }
  }

  /// What a text field does something with.
  var isEditing: Bool {
    var field = TextField()
    return field.type(self)
  }
}
