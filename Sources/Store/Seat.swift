import Foundation

/// A place at the file: which desk this process is, for as long as it runs.
///
/// Seats are locks on bytes of a small file beside the store, so that they are free again whatever
/// way a process ends. Open-file-description locks are used (fcntl(2)), because the usual ones fall
/// when any descriptor of the file is closed.
public final class Seat: Sendable {
  public enum Sitter: Sendable {
    /// The first desk that is free, `A` to `Z`.
    case desk
    /// Beside other commands and desks.
    case command
  }

  /// `A` to `Z`; nil for a command, which is no desk.
  public let letter: String?
  private let descriptor: Int32

  private static let ofdSetLock: Int32 = 37
  private static let commands: Int64 = 100
  private static let everything: Int64 = 0

  private init(letter: String?, descriptor: Int32) {
    self.letter = letter
    self.descriptor = descriptor
  }

  deinit { _ = Glibc.close(descriptor) }

  static func take(_ sitter: Sitter, at path: String) throws -> Seat {
    switch sitter {
    case .desk: try desk(at: path)
    case .command: try command(at: path)
    }
  }

  private static func desk(at path: String) throws -> Seat {
    let descriptor = try file(beside: path)
    for (place, letter) in "ABCDEFGHIJKLMNOPQRSTUVWXYZ".enumerated()
    where lock(descriptor, Int16(F_WRLCK), from: Int64(place), count: 1) {
      return Seat(letter: String(letter), descriptor: descriptor)
    }
    _ = Glibc.close(descriptor)
    throw StoreFault.busy(path: path)
  }

  private static func command(at path: String) throws -> Seat {
    let descriptor = try file(beside: path)
    guard lock(descriptor, Int16(F_RDLCK), from: commands, count: 1) else {
      _ = Glibc.close(descriptor)
      throw StoreFault.busy(path: path)
    }
    return Seat(letter: nil, descriptor: descriptor)
  }

  /// Takes the whole file; refused while any desk or command has it open.
  static func alone(at path: String) throws -> Seat {
    let descriptor = try file(beside: path)
    guard lock(descriptor, Int16(F_WRLCK), from: everything, count: 0) else {
      _ = Glibc.close(descriptor)
      throw StoreFault.busy(path: path)
    }
    return Seat(letter: nil, descriptor: descriptor)
  }

  private static func file(beside path: String) throws -> Int32 {
    let descriptor = Glibc.open(path + ".seats", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Store.fault(creating: path) }
    return descriptor
  }

  private static func lock(
    _ descriptor: Int32, _ kind: Int16, from start: Int64, count: Int64
  ) -> Bool {
    var lock = flock()
    lock.l_type = kind
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = Int(start)
    lock.l_len = Int(count)
    return fcntl(descriptor, ofdSetLock, &lock) == 0
  }
}
