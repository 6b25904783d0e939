public import Exchange
import Files
import Foundation
public import Matchmaking
public import Store

extension Fault {
  /// What went wrong, as it is told.
  public init(_ error: any Error) {
    self =
      switch error {
      case let fault as StoreFault: .store(fault)
      case let fault as FileFault: Fault(fault)
      case is RosterStopped: .stopped
      case let fault as Fault: fault
      default: .other("\(error)")
      }
  }

  public init(_ fault: FileFault) {
    self =
      switch fault {
      case .cannotOpen(let path, let code) where code == ENOENT: .noSuchFile(path)
      case .cannotOpen(let path, let code), .cannotRead(let path, let code):
        .unreadable(path, code: code)
      case .isStore(let path): .isStore(path)
      }
  }

  /// What was found while the file was opened.
  ///
  /// - Parameter isShort: for a line of a screen, which has room for names and not for paths.
  public init(_ note: OpeningNote, isShort: Bool = false) {
    func named(_ path: String) -> String { isShort ? PathParts(path).name : path }
    self =
      switch note {
      case .strangeLog(let path): .strangeLog(keptAs: named(path))
      case .lostLog(let path): .lostLog(path: named(path))
      case .noRoom: .noRoom
      }
  }
}
