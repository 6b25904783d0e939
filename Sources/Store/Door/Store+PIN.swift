import CCrypt
import Foundation
import GRDB
public import Matchmaking

/// The organizer's PIN is kept as a salted slow hash, and how often it was wrong beside it, so that starting the
/// program again makes nobody quicker. No act: neither is undone nor told to other files.
extension Store {
  public var hasPIN: Bool { get throws { try mark(PINKey.hash) != nil } }

  /// - Parameters:
  ///   - pin: nil takes it away.
  ///   - old: what was typed for the one there is; a wrong one is counted as at the desk.
  /// - Returns: how many wrong ones were typed since the last right one.
  /// - Throws: `Refusal.pin`.
  @discardableResult
  public func setPIN(_ pin: PIN?, knowing old: String = "") throws -> Int {
    let wrong = try hasPIN ? tryPIN(old) : 0
    let hash = try pin.map { try SlowHash.make($0.digits, random: context.random) }
    try write { db in
      try db.execute(
        sql: "DELETE FROM meta WHERE key IN (?, ?)", arguments: [PINKey.hash, PINKey.tries])
      guard let hash else { return }
      try db.execute(
        sql: "INSERT INTO meta (key, value) VALUES (?, ?)", arguments: [PINKey.hash, hash])
    }
    return wrong
  }

  /// Tries what was typed.
  ///
  /// - Returns: how many wrong ones were typed since the last right one.
  /// - Throws: `Refusal.pin`; after each wrong one the next has to wait longer.
  @discardableResult
  public func tryPIN(_ text: String) throws -> Int {
    guard let hash = try mark(PINKey.hash) else { throw Refusal.pin(.none) }
    let before = try countTry()
    // Hashed whatever was typed, so that all take as long.
    let digits = PIN(text.trimmingCharacters(in: .whitespaces))?.digits ?? ""
    guard try SlowHash.again(digits, as: hash) == hash, !digits.isEmpty else {
      let wrong = before + 1
      throw Refusal.pin(.wrong(tries: wrong, seconds: PINPatience.seconds(after: wrong)))
    }
    if !isReadOnly { try setMark(PINKey.tries, "") }
    return before
  }

  /// Counts it as wrong before it is looked at: of several at once each waits for the one before.
  ///
  /// - Returns: how many were wrong before.
  private func countTry() throws -> Int {
    let now = context.now().milliseconds
    guard !isReadOnly else { return PINTries(try mark(PINKey.tries) ?? "").wrong }
    return try write { db in
      let text = try String.fetchOne(
        db, sql: "SELECT value FROM meta WHERE key = ?", arguments: [PINKey.tries])
      let tries = PINTries(text ?? "")
      if let seconds = tries.wait(at: now) { throw Refusal.pin(.tooSoon(seconds: seconds)) }
      try db.execute(
        sql: "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)",
        arguments: [PINKey.tries, tries.next(at: now).text])
      return tries.wrong
    }
  }
}

private enum PINKey {
  static let hash = "pin"
  static let tries = "pin-tries"
}

/// How often in a row it was wrong, and until when one waits.
struct PINTries {
  let wrong: Int
  let until: Int64

  init(wrong: Int, until: Int64) {
    self.wrong = wrong
    self.until = until
  }

  init(_ text: String) {
    let parts = text.split(separator: " ")
    wrong = parts.first.flatMap { Int($0) } ?? 0
    until = parts.last.flatMap { Int64($0) } ?? 0
  }

  var text: String { "\(wrong) \(until)" }

  /// Seconds, rounded up; nil where one may try. Never longer than the wait itself: the clock may have been
  /// set back.
  func wait(at now: Int64) -> Int? {
    let left = min(until - now, Int64(PINPatience.seconds(after: wrong)) * 1000)
    return left > 0 ? Int((left + 999) / 1000) : nil
  }

  func next(at now: Int64) -> Self {
    let wrong = min(self.wrong, 1_000) + 1
    return Self(wrong: wrong, until: now + Int64(PINPatience.seconds(after: wrong)) * 1000)
  }
}

/// SHA-512 crypt of the system: no library of ours to carry, and little memory, unlike yescrypt.
enum SlowHash {
  /// About a tenth of a second on a laptop.
  private static let rounds = 100_000
  private static let room: Int32 = 256
  private static let letters = Array(
    "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")

  static func make(_ secret: String, random: () -> UInt64) throws -> String {
    let salt = String((0..<16).map { _ in letters[Int(random() % 64)] })
    return try again(secret, as: "$6$rounds=\(rounds)$\(salt)$")
  }

  /// - Parameter setting: a hash made before, whose salt and rounds are taken.
  static func again(_ secret: String, as setting: String) throws -> String {
    try withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(room)) { hash in
      guard let start = hash.baseAddress, ccrypt_hash(secret, setting, start, room) == 0 else {
        throw UnreadableRow(description: "meta pin")
      }
      return String(cString: start)
    }
  }
}
