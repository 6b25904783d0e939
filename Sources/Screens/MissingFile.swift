public import Canvas
import Wording

/// What stands where a file with data was: nothing, or an empty file. Shown before any store is open.
public struct MissingFile: Sendable {
  public enum Way: Hashable, Sendable, CaseIterable {
    case restore, begin, leave
  }

  /// What is known of the backup that is offered.
  public struct Backup: Hashable, Sendable {
    public var path: String
    public var members: Int
    public var events: Int
    /// When something was last done in it, as text.
    public var last: String

    public init(path: String, members: Int, events: Int, last: String) {
      self.path = path
      self.members = members
      self.events = events
      self.last = last
    }

    fileprivate var phrase: Phrase {
      Phrase(
        "最好的备份：\(members) 人，\(events) 场活动，最后一步 \(last)",
        "The best backup: \(members.counted("member")), \(events.counted("event")), last change \(last)"
      )
    }
  }

  private let setting: Setting
  private let path: String
  private let isEmptied: Bool
  private let backup: Backup?
  private var marked = 0

  /// - Parameter backup: nil where only what belonged to the file is left of it.
  public init(_ setting: Setting, path: String, isEmptied: Bool, backup: Backup?) {
    self.setting = setting
    self.path = path
    self.isEmptied = isEmptied
    self.backup = backup
  }

  private var ways: [Way] { Way.allCases.filter { $0 != .restore || backup != nil } }

  /// - Returns: what was chosen, once it is.
  public mutating func press(_ key: Key) -> Way? {
    let last = ways.count - 1
    switch key {
    case .named(.up), .named(.backTab): marked = max(0, marked - 1)
    case .named(.down), .named(.tab): marked = min(last, marked + 1)
    case .named(.enter): return ways[marked]
    case .named(.escape), .control("c"), .control("q"), .named(.f10): return .leave
    case .character(let digit):
      guard let number = digit.wholeNumberValue, (1...ways.count).contains(number) else { break }
      return ways[number - 1]
    case .named, .control, .alt, .paste, .mouse: break
    }
    return nil
  }

  public func view(_ size: Size) -> Frame {
    var sheet = Sheet(size: size, look: Look(setting))
    let look = sheet.look
    let whole = sheet.frame.area
    let columns = min(72, whole.columns) - 4
    let texts = [story, backup?.phrase, backup.map { .verbatim($0.path) }].compactMap(\.self)
    let lines = texts.flatMap { sheet.width.wrapped(look($0), columns: columns) }
    let inner = sheet.dialogue(
      look(
        isEmptied ? Phrase("数据文件被清空了", "The file is empty") : Phrase("数据文件不见了", "The file is gone")),
      columns: 72, rows: lines.count + ways.count + 4, in: whole)
    for (row, line) in lines.enumerated() { sheet.draw(Line(line), row: row, in: inner) }
    for (place, way) in ways.enumerated() {
      let row = lines.count + 1 + place
      let isMarked = place == marked
      sheet.draw(
        Line([
          Span(look.pointer(isMarked), Theme.accent), Span("\(place + 1)  ", Theme.title),
          Span(look(label(way))),
        ]), row: row, in: inner)
      sheet.finishRow(row, in: inner, place: place, isMarked: isMarked)
    }
    let keys = [
      Span("↵", Theme.key), Span(look(Phrase("选定  ", " choose  "))), Span("Esc", Theme.key),
      Span(look(Phrase("离开", " leave"))),
    ]
    sheet.draw(Line(keys), row: whole.rows - 1, in: whole, indent: 1)
    return sheet.frame
  }

  private var story: Phrase {
    isEmptied
      ? Phrase("\(path) 里原来有数据，现在是空的。", "\(path) once held data and is empty now.")
      : Phrase("\(path) 原来在这里，现在没有了。", "\(path) once was here and is gone.")
  }

  private func label(_ way: Way) -> Phrase {
    switch way {
    case .restore: Phrase("恢复这份备份", "Bring this backup back")
    case .begin: Phrase("从空白文件开始（备份保留）", "Start with an empty file (backups stay)")
    case .leave: Phrase("退出，什么都不动", "Quit; nothing is touched")
    }
  }
}
