public enum PairingRule: String, Sendable, CaseIterable { case all, stable, best, most }
public enum SlipRefusal: Error, Hashable, Sendable {
  case noPicker
  public var code: String { "no-picker" }
}
public struct Ballot: Hashable, Sendable {
  public var picker: Badge
  public var choices: [Badge]
  public var isUnranked: Bool
  public init(picker: Badge, choices: [Badge], isUnranked: Bool = false) {
    self.picker = picker
    self.choices = choices
    self.isUnranked = isUnranked
  }
}
