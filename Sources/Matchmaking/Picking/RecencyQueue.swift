/// Variables by when they last had a part in a contradiction, the latest first to be decided
/// (Ryan 2004).
struct RecencyQueue {
  private var earlier: [Int32]
  private var later: [Int32]
  private var stamp: [Int]
  private var latest: Int32
  /// Everything later than it is decided.
  private var place: Int32
  private var clock: Int

  /// The lowest number is the first to be decided.
  init(count: Int) {
    let numbers = (0..<Int32(count))
    earlier = numbers.map { $0 + 1 == Int32(count) ? -1 : $0 + 1 }
    later = numbers.map { $0 - 1 }
    stamp = numbers.map { count - Int($0) }
    latest = count > 0 ? 0 : -1
    place = latest
    clock = count
  }

  /// The next to be decided; nil where all are.
  mutating func next(isOpen: (Int32) -> Bool) -> Int32? {
    while place >= 0, !isOpen(place) { place = earlier[Int(place)] }
    return place >= 0 ? place : nil
  }

  /// A decision was taken back.
  mutating func reopen(_ variable: Int32) {
    if place < 0 || stamp[Int(variable)] > stamp[Int(place)] { place = variable }
  }

  /// Moves variables to the front; among them the order stays.
  mutating func moveToFront(_ variables: [Int32]) {
    for variable in variables.sorted(by: { stamp[Int($0)] < stamp[Int($1)] }) {
      moveToFront(variable)
    }
  }

  private mutating func moveToFront(_ variable: Int32) {
    guard variable != latest else { return }
    let index = Int(variable)
    let (before, after) = (earlier[index], later[index])
    // Who has a part in a contradiction is decided.
    if place == variable { place = before }
    if before >= 0 { later[Int(before)] = after }
    earlier[Int(after)] = before
    later[Int(latest)] = variable
    earlier[index] = latest
    later[index] = -1
    latest = variable
    clock += 1
    stamp[index] = clock
  }
}
