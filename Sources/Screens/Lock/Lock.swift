import Canvas
import Wording

extension Command.ID {
  public static let unlock = Self("unlock")
  public static let lock = Self("lock")
}

extension Context {
  /// Over the door of a desk that is locked, in the place of what holds for all tabs.
  public static let locked = Self(
    "locked", Phrase("已锁定", "Locked"), typing: .none, home: .nowhere)
}

/// What a desk that shows the door alone lets do.
enum Lock {
  static let key = Key.named(.f11)

  /// Of the commands of the door and of those that count everywhere; dialogues over the door have their own.
  static let allowed: Set<Command.ID> = [
    .checkIn, .walkIn, .changeBadge, .leaveEvent, .clear, .undo, .redo, .language, .help, .unlock,
    .up, .down, .pageUp, .pageDown, .first, .last,
  ]

  /// Whose commands are looked at.
  static let contexts: Set<Context> = [.door, .desk, .everywhere]

  static let obstacle = Obstacle.useless(
    Phrase("本台已锁定，只办签到；组织者按 F11 解锁", "This desk is locked to the door; F11 unlocks it"))
}

/// Asks for the organizer's PIN; what was typed stands behind dots, and is tried while the door goes on.
struct UnlockForm: Dialogue {
  private var field = TextField()

  var contexts: [Context] { [.entry] }

  func label(of id: Command.ID) -> Phrase? { id == .enterForm ? Phrase("解锁", "unlock") : nil }

  static let commands: [Command] = [
    Command(
      .unlock, in: .locked, [Lock.key], Phrase("解锁", "unlock"),
      help: Phrase("组织者输入密码，打开其余各页", "The organizer's PIN opens the other tabs"), at: 9,
      does: { _ in [.open(UnlockForm())] }),
    Command(
      .lock, in: .desk, [Lock.key], Phrase("锁定", "lock"),
      help: Phrase("只留签到，其余各页锁起来", "Shows the door alone again"),
      unless: {
        $0.setting.isForDoor
          ? nil
          : .useless(
            Phrase("用 desk --lock 打开的才能锁定", "only a desk opened with --lock can be locked"))
      }, does: { _ in [.ask(.lock)] }),
  ]

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    guard id == .enterForm else { return nil }
    guard !field.isEmpty else { return [.close] }
    // Asked by the door, so that whoever comes meanwhile is typed there and not here.
    return [.close, .ask(.unlock(field.text))]
  }

  mutating func type(_ key: Key, in environment: Environment) -> [Intent] {
    field.type(key)
    return []
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let inner = sheet.dialogue(look(Phrase("解锁", "Unlock")), columns: 56, rows: 6, in: area)
    let label = look(Phrase("组织者密码 ", "Organizer's PIN "))
    let start = look.width.columns(label) + 1
    sheet.draw(Line(label, Theme.title), row: 1, in: inner)
    let dots = TextField(String(repeating: "*", count: field.text.count))
    sheet.frame.cursor = dots.draw(
      on: &sheet.frame, at: Point(column: inner.column + start, row: inner.row + 1),
      columns: max(1, min(14, inner.columns - start)), Theme.field)
    let note = Phrase("回车解锁；Esc 回到签到", "Enter unlocks; Esc goes back to the door")
    sheet.draw(Line(look(note), Theme.dim), row: 3, in: inner)
  }
}
