import GRDB
import Matchmaking

extension Store {
  /// A second connection to the file, which cannot change it: whoever asks by it sees all that is on disk,
  /// and neither waits for who writes nor holds them up.
  ///
  /// What is kept in memory, or cannot be changed, has one connection, and this is it.
  public func reader() throws -> Store {
    guard isFile, !isReadOnly else { return self }
    return try guardingAgainstLoss {
      // A file that was put in the place of ours is not what is asked about.
      try vouching.lookAtNames()
      do {
        let queue = try Store.connect(real, isReadOnly: true)
        // Questions walk over much and come back to little of it.
        try queue.read { db in try db.execute(sql: "PRAGMA cache_size = -1024") }
        return Store(path: path, context: context, isReadOnly: true, queue: queue)
      } catch {
        throw StoreFault.reading(error, path: path)
      }
    }
  }
}
