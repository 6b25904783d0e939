import Canvas
import Wording

/// Fields under one another, one of which has the focus; what they mean is their owner's business.
struct Form<Name: Hashable & Sendable>: Sendable {
  enum Content: Sendable {
    case text(TextField, hint: Phrase)
    /// One of several; -1 where it is open.
    case choice([Phrase], chosen: Int)
    /// Something that is so or not, and how each is called.
    case tick(Bool, yes: Phrase, no: Phrase)
  }

  struct Entry: Sendable {
    let name: Name
    let label: Phrase
    var content: Content
    var veil: Veil?
  }

  /// Shown in the place of a text until somebody asks for it: `138****0007`.
  struct Veil: Sendable {
    let mask: String
    /// The number is all there is, so that it can be typed anew or taken away unseen. What stands around
    /// a number is changed by nobody who does not see the whole.
    let isAll: Bool
  }

  private(set) var entries: [Entry]
  private(set) var focus = 0

  init(_ entries: [Entry]) { self.entries = entries }

  var focused: Name { entries[focus].name }
  var isOnLast: Bool { focus == entries.count - 1 }

  mutating func step(by step: Int) {
    focus = (focus + step + entries.count) % entries.count
  }

  mutating func focus(on name: Name) {
    focus = entries.firstIndex { $0.name == name } ?? focus
  }

  /// Left and right: the caret of a text, the choice of a choice.
  mutating func step(option: Int) {
    switch entries[focus].content {
    case .text(var field, let hint):
      guard entries[focus].veil == nil else { return }
      field.move(by: option)
      entries[focus].content = .text(field, hint: hint)
    case .choice(let options, let chosen):
      entries[focus].content = .choice(
        options, chosen: (max(chosen, option < 0 ? 0 : -1) + option + options.count) % options.count
      )
    case .tick(let isSo, let yes, let no):
      entries[focus].content = .tick(!isSo, yes: yes, no: no)
    }
  }

  /// Moves among the fields and the choices, which is the same in every form.
  ///
  /// - Parameter page: fields that are seen at once.
  /// - Returns: whether the command was one of these; Enter on the last field is not.
  mutating func move(_ id: Command.ID, page: Int) -> Bool {
    switch id {
    case .nextField: step(by: 1)
    case .previousField: step(by: -1)
    case .pageDown: focus = min(entries.count - 1, focus + max(1, page - 1))
    case .pageUp: focus = max(0, focus - max(1, page - 1))
    case .first: leap(to: 0, typing: .named(.home))
    case .last: leap(to: entries.count - 1, typing: .named(.end))
    case .previousOption: step(option: -1)
    case .nextOption: step(option: 1)
    case .enterForm where !isOnLast: step(by: 1)
    default: return false
    }
    return true
  }

  /// Home and End go to an end of the text, and from there to that end of the form.
  private mutating func leap(to place: Int, typing key: Key) {
    if case .text(var field, let hint) = entries[focus].content, entries[focus].veil == nil {
      let before = field.caret
      field.type(key)
      entries[focus].content = .text(field, hint: hint)
      if field.caret != before { return }
    }
    focus = place
  }

  /// - Returns: whether a text or a choice changed.
  @discardableResult
  mutating func type(_ key: Key) -> Bool {
    switch entries[focus].content {
    case .text(var field, let hint):
      // What is not seen is not edited blindly: another is typed, or nothing stands there.
      if let veil = entries[focus].veil {
        guard veil.isAll, key.isText || key.isErasing else { return false }
        entries[focus].veil = nil
        field.clear()
        if key.isText { field.type(key) }
        entries[focus].content = .text(field, hint: hint)
        return true
      }
      let before = field.text
      field.type(key)
      entries[focus].content = .text(field, hint: hint)
      return field.text != before
    case .choice(let options, let chosen):
      guard case .character(let character) = key.folded else { return false }
      if character == " " {
        step(option: 1)
      } else if let place = options.place(beginningWith: character, after: chosen) {
        entries[focus].content = .choice(options, chosen: place)
      }
      return true
    case .tick(let isSo, let yes, let no):
      guard case .character(let character) = key.folded else { return false }
      if character == " " {
        step(option: 1)
      } else if let place = [yes, no].place(beginningWith: character, after: isSo ? 0 : 1) {
        entries[focus].content = .tick(place == 0, yes: yes, no: no)
      }
      return true
    }
  }

  /// Whether a key would change a text of which something is not shown.
  func withholds(_ key: Key) -> Bool {
    guard let veil = entries[focus].veil, !veil.isAll else { return false }
    return key.isText || key.isErasing
  }

  /// Whether a text stands behind a mask.
  func isVeiled(_ name: Name) -> Bool { entries.contains { $0.name == name && $0.veil != nil } }

  /// Shows the texts that stand behind a mask.
  mutating func unveil() {
    for place in entries.indices { entries[place].veil = nil }
  }

  /// What stands there, without spaces around it.
  func text(_ name: Name) -> String {
    guard case .text(let field, _)? = entries.first(where: { $0.name == name })?.content else {
      return ""
    }
    return field.text.trimmed
  }

  /// The same for what has to be ASCII, whatever input method typed it.
  func plainText(_ name: Name) -> String {
    String(
      String.UnicodeScalarView(
        text(name).unicodeScalars.map { scalar in
          (0xFF01...0xFF5E).contains(scalar.value)
            ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
        }))
  }

  /// Writes into a text field for whoever types.
  mutating func fill(_ name: Name, _ text: String) {
    guard let place = entries.firstIndex(where: { $0.name == name }),
      case .text(_, let hint) = entries[place].content
    else { return }
    entries[place].content = .text(TextField(text), hint: hint)
    entries[place].veil = nil
  }

  /// Everything in it, to tell whether something was changed.
  var values: [String] {
    entries.map { entry in
      switch entry.content {
      case .text(let field, _): field.text
      case .choice(_, let chosen): "\(chosen)"
      case .tick(let isSo, _, _): "\(isSo)"
      }
    }
  }

  func isTicked(_ name: Name) -> Bool {
    guard case .tick(let isSo, _, _)? = entries.first(where: { $0.name == name })?.content else {
      return false
    }
    return isSo
  }

  mutating func tick(_ name: Name) {
    guard let place = entries.firstIndex(where: { $0.name == name }),
      case .tick(_, let yes, let no) = entries[place].content
    else { return }
    entries[place].content = .tick(true, yes: yes, no: no)
  }

  func choice(_ name: Name) -> Int {
    guard case .choice(_, let chosen)? = entries.first(where: { $0.name == name })?.content else {
      return 0
    }
    return chosen
  }
}

extension Form.Entry {
  static func text(
    _ name: Name, _ label: Phrase, _ text: String = "", hint: Phrase = .empty
  ) -> Self {
    Self(name: name, label: label, content: .text(TextField(text), hint: hint))
  }

  static func tick(_ name: Name, _ label: Phrase, yes: Phrase, no: Phrase) -> Self {
    Self(name: name, label: label, content: .tick(false, yes: yes, no: no))
  }

  /// A text that others may not see over somebody's shoulder, behind its mask; nil shows it.
  func veiled(_ veil: Form.Veil?) -> Self {
    var entry = self
    entry.veil = veil
    return entry
  }

  /// - Parameter chosen: -1 leaves it open.
  static func choice(_ name: Name, _ label: Phrase, _ options: [Phrase], chosen: Int = 0) -> Self {
    Self(name: name, label: label, content: .choice(options, chosen: chosen))
  }

  /// - Parameter value: the case that is chosen; the options are those of its type in their order.
  static func choice<Value: CaseIterable & Equatable>(
    _ name: Name, _ label: Phrase, _ options: [Phrase], of value: Value
  ) -> Self {
    .choice(name, label, options, chosen: Array(Value.allCases).firstIndex(of: value) ?? -1)
  }
}

extension String {
  /// What was typed, said again in a sentence: a table pasted by mistake fills no screen.
  var abridged: String { count > 16 ? prefix(15).trimmed + "…" : self }
}

extension StringProtocol {
  /// Without spaces at either end.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
