import Matchmaking
import TestSupport
import Testing

@testable import Store

@Suite("Files that know the same acts")
struct ConvergenceTests {
  @Test("hold the same, in whatever order and however often they heard of them", arguments: 1...24)
  func converge(seed: UInt64) throws {
    let laptops = try Laptops(3, seed: seed) { store in
      var organizer = Organizer([store], seed: seed, announces: true)
      for _ in 0..<25 { try organizer.act(back: true) }
    }
    var dice = Dice(seed: seed)
    var organizers = laptops.stores.enumerated().map {
      Organizer([$1], seed: seed &* 100 &+ UInt64($0), naming: "\($0)", announces: true)
    }
    for _ in 0..<4 {
      for index in organizers.indices {
        for _ in 0..<12 { try organizers[index].act(back: true) }
      }
      // Some hear of some, in any order, some twice.
      for _ in 0..<dice.roll(4) {
        let (one, other) = (dice.roll(3), dice.roll(3))
        if one != other { try laptops.merge(one, into: other) }
      }
    }
    for _ in 0..<2 {
      for (one, other) in [(0, 1), (1, 2), (2, 0), (0, 1), (1, 0), (1, 2)] {
        try laptops.merge(one, into: other)
      }
    }
    let contents = try laptops.stores.map { try $0.wholeContents() }
    #expect(Laptops.differences(contents[1], contents[0]) == [])
    #expect(Laptops.differences(contents[2], contents[0]) == [])
    for store in laptops.stores {
      let problems = try store.verify()
      #expect(problems == [])
      #expect(try store.merge(laptops.bundle(of: laptops.stores[0])).acts == 0)
    }
  }

  @Test("a file made again of its bundle is equal to the file", arguments: 1...6)
  func madeAgain(seed: UInt64) throws {
    let laptops = try Laptops(1, seed: seed) { store in
      var organizer = Organizer([store], seed: seed, announces: true)
      for _ in 0..<120 { try organizer.act(back: true) }
    }
    let copy = try Store.open(
      laptops.folder.folder + "/new.sqlite", as: .command, context: .fixed(seed: 999))
    try copy.merge(laptops.bundle(of: laptops.stores[0]))
    let (made, original) = (try copy.wholeContents(), try laptops.stores[0].wholeContents())
    #expect(Laptops.differences(made, original) == [])
  }
}
