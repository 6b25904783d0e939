import Files
import GRDB
import Matchmaking

extension Store {
  /// Opens the file for looking alone: nothing is made, settled, migrated or kept beside it, and no seat is taken.
  ///
  /// Where nobody else has it open SQLite makes the index of its log, without which nothing can be read.
  /// Who looks holds nobody up: the file may be written, moved or put back under it (`isInPlace`).
  ///
  /// - Returns: nil where there never was a file.
  /// - Throws: `StoreFault`.
  public static func look(at path: String, context: StoreContext) throws -> Store? {
    let site = Site(path)
    do {
      switch try site.standing() {
      case .file: break
      case .noFile: throw StoreFault.notAStore(path: path)
      case .scrap: throw StoreFault.unreadable(path: path)
      case .nothing, .empty:
        let (isLeft, backup) = site.remains()
        guard isLeft else { return nil }
        throw StoreFault.missing(
          path: path, isEmptied: try site.standing() == .empty, backup: backup)
      }
      let queue = try connect(site.real, isReadOnly: true, checkedAs: path)
      guard try queue.read(Schema.migrator.hasCompletedMigrations) else {
        throw StoreFault.readOnly(path: path)
      }
      return Store(
        path: path, context: context, isReadOnly: true, queue: queue,
        vouching: Vouching(site.real, seat: nil, look: nil))
    } catch {
      throw StoreFault.reading(error, path: path)
    }
  }

  /// Whether the names still lead to what is open; else it is opened anew once they lead somewhere.
  public var isInPlace: Bool {
    do {
      try vouching.lookAtNames()
      return true
    } catch {
      return false
    }
  }
}
