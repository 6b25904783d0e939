import Files
import GRDB
import Matchmaking
import Synchronization

/// Holds a store's files to what they were when it was opened: what they cannot be vouched for is not
/// said to be saved.
///
/// SQLite writes through what it has open, whatever the names lead to by now, and keeps pages in
/// memory. It would go on for hours in a file that nobody finds any more. So each change is looked at
/// from both sides, before it is written and when it is: that the names still lead to the files that
/// are open, and that these are neither cut nor written over. It takes a few calls of the system, some
/// microseconds.
final class Vouching: Sendable {
  private struct Facts {
    var size: Int64
    var cookie: UInt32
    var isLetGo = false
    /// What happened once and cannot be put right.
    var mishap: Mishap?
    var rescued: String?
    var last: (sequence: Int64, id: String)?
    var next: (sequence: Int64, id: String)?
  }

  private let names: [(path: String, end: String, file: FileIdentity)]
  private let facts: Mutex<Facts>

  /// - Parameters:
  ///   - path: of the file itself, through all links.
  ///   - look: how it looks now.
  init(_ path: String, seat: Seat?, look: FileLook?) {
    var names: [(path: String, end: String, file: FileIdentity)] = []
    for end in ["", "-wal", "-shm"] {
      if let file = FileIdentity(path + end) { names.append((path + end, end, file)) }
    }
    if let file = seat?.identity { names.append((path + ".seats", ".seats", file)) }
    self.names = names
    facts = Mutex(Facts(size: look?.size ?? 0, cookie: look?.cookie ?? 0))
    FilesInUse.hold(names.map(\.file))
  }

  /// For what is no file, or whose names nobody need hold to.
  init() {
    names = []
    facts = Mutex(Facts(size: 0, cookie: 0))
  }

  deinit { letGo() }

  /// The files are closed: their numbers may be other files' from now on.
  func letGo() {
    let isFirst = facts.withLock { facts in
      defer { facts.isLetGo = true }
      return !facts.isLetGo
    }
    if isFirst { FilesInUse.letGo(names.map(\.file)) }
  }

  /// What happened and cannot be put right, with the file that was rescued from it.
  var loss: (mishap: Mishap, rescued: String?)? {
    facts.withLock { facts in facts.mishap.map { ($0, facts.rescued) } }
  }

  var rescued: String? { facts.withLock(\.rescued) }
  func noteRescued(_ path: String?) { facts.withLock { $0.rescued = path } }

  /// The newest act that was acknowledged here.
  var last: (sequence: Int64, id: String)? { facts.withLock(\.last) }
  /// The act that is being written; it counts once the change is on the disk and vouched for.
  func noteNext(_ sequence: Int64, _ id: String) { facts.withLock { $0.next = (sequence, id) } }

  func confirmLast() {
    facts.withLock { facts in
      if let next = facts.next { facts.last = next }
      facts.next = nil
    }
  }

  /// A file that is missing may be put back where it was, and nothing was lost; anything else stays.
  func note(_ mishap: Mishap) {
    guard mishap != .moved else { return }
    facts.withLock { if $0.mishap == nil { $0.mishap = mishap } }
  }

  /// Whether every name leads to what is open.
  func lookAtNames() throws(Mishap) {
    for name in names {
      let found = FileIdentity(name.path)
      guard found != name.file else { continue }
      if name.end.isEmpty { throw found == nil ? .moved : .replaced }
      throw .companion(name.end)
    }
  }

  /// Whether what is open is neither cut nor written over.
  ///
  /// The file may grow, and shrinks only when VACUUM wrote it anew, which the schema's cookie tells.
  func look(_ look: FileLook) throws(Mishap) {
    guard look.hasHead, look.isOurs else { throw .overwritten }
    let isCut = facts.withLock { facts in
      if look.size < facts.size, look.cookie == facts.cookie { return true }
      (facts.size, facts.cookie) = (look.size, look.cookie)
      return false
    }
    if isCut { throw .overwritten }
    if look.hasIndex, !look.endsWell { throw .log }
  }
}

/// How a file looked, and the generation of its log.
typealias Vouched = (look: FileLook, generation: UInt32)

extension Store {
  /// Everything this store knows of its files is looked at, within a transaction that holds off others.
  ///
  /// - Parameter before: how it looked just now. In the same log the generation is the same, and asking for it
  ///   outside of a transaction takes one of its own.
  /// - Returns: nil for what is no file; else how it looks, and the generation of its log.
  /// - Throws: `Mishap`.
  func vouch(_ db: Database, after before: Vouched? = nil) throws -> Vouched? {
    guard isFile else { return nil }
    try vouching.lookAtNames()
    guard let look = FileLook(db) else { return nil }
    try vouching.look(look)
    let generation =
      if let before, before.look.isSameLog(as: look) { before.generation } else {
        try Generation.read(db)
      }
    guard look.fits(generation) else { throw Mishap.overwritten }
    return (look, generation)
  }

  /// The same after a change: nobody is held off any more, so what looks wrong is looked at again.
  func vouchAfterwards(_ db: Database, _ before: Vouched?) throws {
    do {
      guard let (look, generation) = try vouch(db, after: before), look.hasIndex else { return }
      seat?.note(LogMark(generation: generation, salt: look.salt, frames: look.frames))
    } catch is Mishap {
      try holdingOff(db) { _ = try vouch(db) }
    }
  }

  private func holdingOff(_ db: Database, _ body: () throws -> Void) throws {
    try Prepared("BEGIN IMMEDIATE", in: db).run([])
    defer { try? Prepared("ROLLBACK", in: db).run([]) }
    try body()
  }

  /// Looks whether all is as it was, where nothing is to be written.
  ///
  /// - Throws: `StoreFault.lost`, with what was rescued.
  public func vouch() throws {
    guard isFile, !isReadOnly else { return }
    try guardingAgainstLoss {
      try queue.writeWithoutTransaction { db in
        do {
          _ = try vouch(db)
        } catch let mishap as Mishap {
          if mishap.isOfNamesAlone { throw mishap }
          // Somebody may just have been writing.
          try holdingOff(db) { _ = try vouch(db) }
        }
      }
    }
  }

  /// Turns a mishap into a fault that names what was rescued.
  func guardingAgainstLoss<Value>(_ body: () throws -> Value) throws -> Value {
    if let loss = vouching.loss {
      throw StoreFault.lost(path: path, loss.mishap, rescued: loss.rescued)
    }
    do {
      return try body()
    } catch {
      guard let mishap = mishap(behind: error) else { throw error }
      vouching.note(mishap)
      throw StoreFault.lost(path: path, mishap, rescued: rescue(mishap))
    }
  }

  /// What became of the file, where that is why SQLite failed.
  func mishap(behind error: any Error) -> Mishap? {
    if let mishap = error as? Mishap { return mishap }
    guard isFile, !isReadOnly, isOfTheFile(error) else { return nil }
    return queue.writeWithoutTransaction { db in
      do {
        try vouching.lookAtNames()
        if let look = FileLook(db) { try vouching.look(look) }
        return nil
      } catch {
        return error as? Mishap
      }
    }
  }

  private func isOfTheFile(_ error: any Error) -> Bool {
    if error is UnreadableRow || error is RowDecodingError { return true }
    return switch (error as? DatabaseError)?.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_PROTOCOL: true
    default: false
    }
  }
}
