import Foundation
import Matchmaking
import Testing

@testable import Store

@Suite struct `A log made ready for a rush` {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func size(_ name: String) -> Int {
    var status = stat()
    return stat(scratch.folder + "/" + name, &status) == 0 ? Int(status.st_size) : 0
  }

  @Test func `has its full size at once, and what is written stays in it`() throws {
    let store = try scratch.open()
    try store.setMark("before", "1")
    store.preallocateLog()
    let full = size("store.sqlite-wal")
    #expect(full == 32 + Store.logPages * (24 + 4096))
    try store.setMark("after", "2")
    store.preallocateLog()
    #expect(size("store.sqlite-wal") == full)
    let other = try scratch.open(seed: 2)
    #expect(try other.mark("before") == "1" && other.mark("after") == "2")
    try other.setMark("other", "3")
    #expect(try store.mark("other") == "3")
  }

  @Test(arguments: [false, true])
  func `loses nothing where the program dies`(isWrittenBefore: Bool) throws {
    let store = try scratch.open()
    if isWrittenBefore { try store.setMark("before", "1") }
    store.preallocateLog()
    try store.setMark("after", "2")
    // What a machine without power would find: the file and its log, and no memory of either.
    for suffix in ["", "-wal"] {
      try scratch.write(try scratch.bytes("store.sqlite" + suffix), to: "found.sqlite" + suffix)
    }
    let found = try scratch.open("found.sqlite", seed: 3)
    #expect(try found.mark("after") == "2")
    #expect(try found.mark("before") == (isWrittenBefore ? "1" : nil))
    #expect(try found.verify().isEmpty)
    withExtendedLifetime(store) {}
  }

  @Test func `leaves a file alone that is read only`() throws {
    do { try scratch.open().setMark("a", "b") }
    chmod(scratch.path, 0o400)
    let store = try scratch.open()
    store.preallocateLog()
    #expect(size("store.sqlite-wal") == 0)
  }
}
