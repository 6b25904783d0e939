import Canvas
import Wording

/// Fields under one another, one of which has the focus; what they mean is their owner's business.
struct Form<Name: Hashable & Sendable>: Sendable {
  enum Content: Sendable {
    case text(TextField, hint: Phrase)
    case choice([Phrase], chosen: Int)
  }

  struct Entry: Sendable {
    let name: Name
    let label: Phrase
    var content: Content
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
      field.move(by: option)
      entries[focus].content = .text(field, hint: hint)
    case .choice(let options, let chosen):
      entries[focus].content = .choice(
        options, chosen: (chosen + option + options.count) % options.count)
    }
  }

  /// Moves among the fields and the choices, which is the same in every form.
  ///
  /// - Returns: whether the command was one of these; Enter on the last field is not.
  mutating func move(_ id: Command.ID) -> Bool {
    switch id {
    case .nextField: step(by: 1)
    case .previousField: step(by: -1)
    case .previousOption: step(option: -1)
    case .nextOption: step(option: 1)
    case .enterForm where !isOnLast: step(by: 1)
    default: return false
    }
    return true
  }

  /// - Returns: whether a text changed.
  @discardableResult
  mutating func type(_ key: Key) -> Bool {
    switch entries[focus].content {
    case .text(var field, let hint):
      let before = field.text
      field.type(key)
      entries[focus].content = .text(field, hint: hint)
      return field.text != before
    case .choice(let options, _):
      guard case .character(let character) = key.folded else { return false }
      if character == " " {
        step(option: 1)
      } else if let place = options.firstIndex(where: { Self.begins($0, with: character) }) {
        entries[focus].content = .choice(options, chosen: place)
      }
      return true
    }
  }

  /// A choice is taken by its first letter in either language, whatever input method is on.
  private static func begins(_ option: Phrase, with character: Character) -> Bool {
    option.chinese.first == character
      || option.english.lowercased().first == character.lowercased().first
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

extension Form {
  /// Draws the fields, what is wrong, or how it was understood, beside the one it concerns.
  func draw(
    problem: (Name) -> Phrase?, reading: (Name) -> Phrase? = { _ in nil }, hasFocus: Bool = true,
    on sheet: inout Sheet, in area: Area
  ) {
    let look = sheet.look
    let isNarrow = area.columns < 60
    var area = area
    if isNarrow, hasFocus, area.rows > 2, let wrong = problem(focused) {
      sheet.draw(Line(look(wrong), Theme.warning), row: area.rows - 1, in: area)
      area = area.inset(bottom: 1)
    }
    let labels = entries.map { look.width.columns(look($0.label)) }.max() ?? 0
    // A small window shows the fields around the focus.
    let window = Window(count: entries.count, marked: focus, height: area.rows)
    for (row, index) in window.rows.enumerated() {
      let entry = entries[index]
      let isFocused = hasFocus && index == focus
      sheet.draw(
        Line(look(entry.label), isFocused ? Theme.title : Theme.dim), row: row, in: area)
      let wrong = problem(entry.name).map { "\(look.marks.refused) \(look($0))" }
      let start = labels + 2
      let whole = wrong ?? reading(entry.name).map { "= \(look($0))" } ?? ""
      // In a small window what is wrong gives way to what is being typed; below it stands in full.
      let limit = isNarrow ? max(8, area.columns - start - 12) : area.columns
      let said =
        look.width.columns(whole) > limit ? look.width.truncated(whole, to: limit) : whole
      let saidColumns = said.isEmpty ? 0 : look.width.columns(said) + 2
      let room = max(8, area.columns - start - saidColumns)
      let point = Point(column: area.column + start, row: area.row + row)
      switch entry.content {
      case .text(let field, let hint):
        let caret = field.draw(
          on: &sheet.frame, at: point, columns: min(room, max(1, area.columns - start)),
          Theme.field, hint: look(hint))
        if isFocused { sheet.frame.cursor = caret }
      case .choice(let options, let chosen):
        drawChoice(
          options, chosen, isFocused: isFocused, row: row, indent: start, on: &sheet, in: area)
      }
      sheet.draw(
        Line([], right: [Span(said, wrong == nil ? Theme.dim : Theme.warning)]), row: row, in: area)
    }
  }

  private func drawChoice(
    _ options: [Phrase], _ chosen: Int, isFocused: Bool, row: Int, indent: Int,
    on sheet: inout Sheet, in area: Area
  ) {
    let look = sheet.look
    var spans: [Span] = []
    for (place, option) in options.enumerated() {
      let style =
        place != chosen
        ? Theme.dim : isFocused ? Style(.standard, on: .standard, [.bold, .reverse]) : Theme.strong
      let mark = place == chosen ? look.marks.chosen : look.marks.open
      spans.append(Span("\(mark) \(look(option))", style))
      if place < options.count - 1 { spans.append(Span("  ")) }
    }
    // Where not all fit, the chosen one alone between arrows.
    if spans.columns(look.width) > area.columns - indent, options.indices.contains(chosen) {
      let text = "< \(look.marks.chosen) \(look(options[chosen])) >"
      spans = [
        Span(text, isFocused ? Style(.standard, on: .standard, [.bold, .reverse]) : Theme.strong)
      ]
    }
    sheet.draw(Line(spans), row: row, in: area, indent: indent)
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
