import GRDB
import Matchmaking
import Synchronization

extension Store {
  /// A copy of what the file holds now, to be changed for trial: nobody who writes to the file waits for it.
  ///
  /// SQLite keeps it in memory as far as a small cache goes, the rest in a file of its own that nobody else can
  /// open and that is gone with the connection, however the process ends. It writes as the replica the file would
  /// write as.
  func copyForTrial() throws -> Store {
    guard !isReadOnly else { throw unwritable }
    return try guardingAgainstLoss {
      try vouching.lookAtNames()
      do {
        let source = try Store.connect(real, isReadOnly: true)
        defer { try? source.close() }
        let queue = try DatabaseQueue(path: "", configuration: Store.trialConfiguration)
        try source.backup(to: queue)
        let copy = Store(
          path: ":memory:", context: context, isReadOnly: false, queue: queue, seat: seat)
        let own = try queue.writeWithoutTransaction { db in
          try Replica.current(
            at: Whereabouts(at: real), mark: seat?.replicaMark, context: context, in: db)
        }
        copy.replica.withLock { $0 = own }
        return copy
      } catch {
        throw StoreFault.reading(error, path: path)
      }
    }
  }

  /// What is thrown away need not reach the disk.
  private static var trialConfiguration: Configuration {
    var configuration = Configuration()
    configuration.label = "trial"
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = OFF")
      try db.execute(sql: "PRAGMA journal_mode = MEMORY")
    }
    return configuration
  }
}
