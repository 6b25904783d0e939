import Files
import Matchmaking
import Printing
import Screens
import Store
import Wording

/// Paper, made from the desk.
extension EffectRunner {
  func printed(_ request: PaperRequest, _ id: RequestID) throws -> [Message] {
    do {
      var order = PrintOrder(
        request.kind, for: try store.evening(request.event).event, try Self.settings(request))
      order.onlyNew = request.isOnlyNew
      let place = try OutputPlace(
        RosterDesk.expanded(request.path), over: .refused,
        sparing: SparedFiles(store: store.path))
      let outcome = try order.print(to: place, in: store)
      guard outcome.count > 0 || ![.badges, .ballots].contains(request.kind) else {
        throw Fault.said(Self.nothing(request))
      }
      return try saved(id) { outcome.act }
    } catch let refusal as OutputRefusal {
      throw refusal.reason == .exists
        ? Fault.fileExists(request.path) : .said(refusal.phrase(request.language))
    } catch let refusal as PrintRefusal {
      throw Fault.said(refusal.phrase(request.language))
    }
  }

  /// - Throws: what was typed that is no measure.
  private static func settings(_ request: PaperRequest) throws -> PrintSettings {
    let offset = request.offset.isEmpty ? Offset.none : Offset(request.offset)
    let scale = request.scale.isEmpty ? Scale.whole : Scale(request.scale)
    guard let offset else { throw Fault.said(Adjustment.badOffset(request.language)) }
    guard let scale else { throw Fault.said(Adjustment.badScale(request.language)) }
    return PrintSettings(
      sheet: request.kind.sheets[0], offset: offset, scale: scale, language: request.language)
  }

  private static func nothing(_ request: PaperRequest) -> String {
    Phrase(
      request.isOnlyNew ? "没有要发号的人，没有写文件" : "还没有人报名，没有写文件",
      request.isOnlyNew
        ? "Nobody is without a number, no file was made"
        : "Nobody is registered yet, no file was made")(request.language)
  }
}
