import Canvas
import Pinyin
import Wording

/// Going to a line of a list by how it begins: in Han characters, pinyin, initials or English.
struct TypeAhead: Sendable {
  private(set) var field = TextField()

  /// - Parameters:
  ///   - labels: of the lines, in order.
  ///   - marked: where one is; the same letter again goes on from there.
  ///   - language: whose names come first where both begin so.
  /// - Returns: the line to go to; nil where the key is no part of a name, or of none.
  mutating func type(
    _ key: Key, among labels: [Phrase], from marked: Int, _ language: Language
  ) -> Int? {
    guard key.isText else {
      if key.isErasing { field.type(key) }
      return nil
    }
    let before = field.text
    field.type(key)
    let start = before.isEmpty ? marked + 1 : marked
    if let place = labels.place(beginningWith: field.text, from: start, language) { return place }
    // What leads nowhere begins anew, so that one letter again and again goes round.
    field.clear()
    field.type(key)
    if let place = labels.place(beginningWith: field.text, from: marked + 1, language) {
      return place
    }
    field = TextField(before)
    return nil
  }

  mutating func clear() { field.clear() }

  /// In the lower border of the dialogue, where nothing else stands; the real cursor for input methods.
  func draw(on sheet: inout Sheet) {
    guard let box = sheet.box, box.columns >= 24 else { return }
    let hint = sheet.look(Phrase("输入名称跳到", "type a name"))
    let columns = min(box.columns - 18, 2 + sheet.width.columns(hint))
    let point = Point(column: box.column + 2, row: box.row + box.rows - 1)
    sheet.frame.cursor = field.draw(
      on: &sheet.frame, at: point, columns: columns, Theme.field, hint: hint)
  }
}

extension Array where Element == Phrase {
  /// The line that begins as typed, or the next that has it inside, from a place on and round.
  fileprivate func place(
    beginningWith typed: String, from start: Int, _ language: Language
  ) -> Int? {
    guard !isEmpty, !typed.isEmpty else { return nil }
    let order = indices.map { ($0 + start) % count }
    let word = typed.lowercased()
    let english = { order.first { self[$0].english.lowercased().hasPrefix(word) } }
    if language == .english, let place = english() { return place }
    if let places = read(as: typed) { return order.first(where: places.contains) }
    return english() ?? order.first { self[$0].english.lowercased().contains(word) }
  }

  /// Those whose Chinese names fit best, typed as they are written or in pinyin.
  private func read(as typed: String) -> Set<Int>? {
    var index = SearchIndex()
    for label in self { index.append(name: label.chinese) }
    let found = index.search(typed, limit: count).best
    guard let best = found.first?.kind else { return nil }
    return Set(found.filter { $0.kind == best }.map(\.ordinal))
  }

  /// The next option that a letter stands for, whatever input method is on.
  func place(beginningWith character: Character, after place: Int) -> Int? {
    indices.map { ($0 + place + 1 + count) % count }.first { option in
      let (chinese, english) = (self[option].chinese.first, self[option].english.first)
      return chinese == character || english?.lowercased() == character.lowercased()
        || chinese.map { first in
          Reading.all(of: first).contains { $0.prefix(1) == character.lowercased() }
        } ?? false
    }
  }
}
