import Foundation
import Matchmaking
import TestSupport

@testable import Store

/// A folder of its own that goes with the test.
final class Scratch {
  private let own: TemporaryFolder

  init() throws { own = try TemporaryFolder() }

  var folder: String { own.path }
  var path: String { folder + "/store.sqlite" }

  func open(
    _ name: String = "store.sqlite", as sitter: Seat.Sitter? = nil, seed: UInt64 = 1
  ) throws -> Store {
    try Store.open(
      name.hasPrefix("/") ? name : folder + "/" + name, as: sitter, context: .fixed(seed: seed)
    )
  }

  func bytes(_ name: String = "store.sqlite") throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
  }

  func write(_ bytes: Data, to name: String = "store.sqlite") throws {
    try bytes.write(to: URL(fileURLWithPath: folder + "/" + name))
  }

  func names(in name: String = "") -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + name)
    return (names ?? []).sorted()
  }

  func rights(_ name: String) -> mode_t? {
    var status = stat()
    return stat(folder + "/" + name, &status) == 0 ? status.st_mode & 0o777 : nil
  }
}
