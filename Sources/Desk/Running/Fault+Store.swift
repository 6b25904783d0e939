import Exchange
import Files
import Foundation
public import Matchmaking
public import Store

extension Fault {
  /// What went wrong, as the screens tell it.
  init(_ error: any Error) {
    self =
      switch error {
      case StoreFault.diskFull: .diskFull
      case StoreFault.readOnly: .readOnly
      case StoreFault.damaged(_, let backup): .damaged(backup: backup)
      case StoreFault.busy(_, let holder): .busy(by: holder)
      case StoreFault.lost(_, .moved, let rescued): .gone(rescued: rescued)
      case StoreFault.lost(_, _, let rescued): .lost(rescued: rescued)
      case FileFault.cannotOpen(let path, let code) where code == ENOENT: .noSuchFile(path)
      case FileFault.cannotOpen(let path, let code), FileFault.cannotRead(let path, let code):
        .unreadable(path, code: code)
      case FileFault.isStore(let path): .isStore(path)
      case is RosterStopped: .stopped
      case StoreFault.other(_, let reason): .other(reason)
      case let fault as Fault: fault
      default: .other("\(error)")
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
