public import ArgumentParser
public import Canvas
public import Exchange
public import Matchmaking
public import Printing
public import Screens

// Words of the field as arguments; ArgumentParser lists their cases in the help.

extension ConsentPurpose: ExpressibleByArgument {}
extension PrintKind: ExpressibleByArgument {}
extension Sheet: ExpressibleByArgument {}
extension Day: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
extension EventKind: ExpressibleByArgument {}
extension MemberStatus: ExpressibleByArgument {}
extension PairingRule: ExpressibleByArgument {}
extension Pools: ExpressibleByArgument {}
extension Tab: ExpressibleByArgument {}
extension RoundsMethod: ExpressibleByArgument {}
extension Sex: ExpressibleByArgument {
  /// As a roster may have it: `M`, `女`, `female`.
  public init?(argument: String) {
    guard let sex = FieldReading.sex(argument) else { return nil }
    self = sex
  }
}
extension ShownAs: ExpressibleByArgument {}
extension CoupleStage: ExpressibleByArgument {}
extension TableFormat: ExpressibleByArgument {}
extension Width.Ambiguous: ExpressibleByArgument {}
