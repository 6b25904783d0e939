import Canvas
import Wording

extension Command.ID {
  public static let newEvent = Self("newEvent")
}

extension EventDraft {
  static let commands: [Command] = [
    Command(
      .newEvent, in: .events, [.named(.f2), .character("n")], Phrase("新建活动", "new event"),
      help: Phrase("新建一场活动", "Creates an event"), at: 2, does: { [.open(EventDraft(in: $0))] })
  ]
}
