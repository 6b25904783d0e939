import Matchmaking
import Wording

/// What commands ask of where one is: for whom, and why not.
extension Environment {
  /// Opens a dialogue on the member who is marked in the list.
  func onMarked(_ dialogue: (Member) -> any Dialogue) -> [Intent] {
    members.markedMember.map { [.open(dialogue($0))] } ?? []
  }

  /// Opens a dialogue on the open event.
  func atEvening(_ dialogue: (Evening) -> any Dialogue) -> [Intent] {
    evening.map { [.open(dialogue($0))] } ?? []
  }

  /// Nobody is marked in the list of members.
  @Sendable static func nobodyMarked(_ environment: Environment) -> Obstacle? {
    environment.members.obstacle.map { .first($0) }
  }

  @Sendable static func nothingOpen(_ environment: Environment) -> Obstacle? {
    environment.open == nil ? .useless(.noEvening) : nil
  }

  /// No event is open, or the one that is has ended.
  @Sendable static func notOpen(_ environment: Environment) -> Obstacle? {
    environment.open.map(\.obstacle) ?? .useless(.noEvening)
  }
}
