import Canvas
import Matchmaking
import Screens
import TestSupport
import Testing
import Wording

@Suite struct `Whatever comes` {
  @Test(arguments: 1...6) func `random keys, sizes and answers never trap`(seed: UInt64) {
    var dice = Dice(seed: seed)
    var hall = Hall(
      SampleEvening.evening(
        of: SampleEvening.event(pools: seed.isMultiple(of: 2) ? .two : .one),
        people: Int(seed) * 20, arrived: Int(seed) * 13, slips: 60),
      language: .english)
    var size = Size(columns: 80, rows: 24)
    for step in 0..<600 {
      switch Int.random(in: 0..<40, using: &dice) {
      case 0:
        size = Size(
          columns: .random(in: 0...140, using: &dice), rows: .random(in: 0...45, using: &dice))
        hall.send(.resized(size))
      case 1: hall.finish(.failed(.store(.busy(path: "store.sqlite"))))
      case 2: hall.isSlow.toggle()
      case 3: hall.finish(.refused(.door(.full(capacity: 3), name: "王志超")))
      case 4: hall.finish(.imported(Hall.summary(RosterChoice(path: "x.csv")), nil))
      default: hall.send(.key(Self.key(&dice)))
      }
      let frame = hall.desk.view(size)
      if let cursor = frame.cursor {
        #expect(cursor.column >= 0 && cursor.column < max(1, size.columns), "step \(step)")
        #expect(cursor.row >= 0 && cursor.row < max(1, size.rows), "step \(step)")
      }
    }
  }

  private static func key(_ dice: inout Dice) -> Key {
    let text = Array("wzcmf0123456789 王志超女男F12？：/qnujkhy\u{301}👨‍👩‍👧\u{202e}")
    switch Int.random(in: 0..<10, using: &dice) {
    case 0..<4: return .named(Key.Named.allCases.randomElement(using: &dice) ?? .enter)
    case 4..<8: return .character(text.randomElement(using: &dice) ?? "a")
    case 8:
      let letter: Character = Array("abefkruwxyz").randomElement(using: &dice) ?? "a"
      return Bool.random(using: &dice)
        ? .control(letter) : .alt(Array("12345").randomElement(using: &dice) ?? "1")
    default:
      let place = Point(
        column: .random(in: 0..<140, using: &dice), row: .random(in: 0..<45, using: &dice))
      return Bool.random(using: &dice)
        ? .mouse(.press, place) : .paste("F33 3 7\n王志超\u{1b}[31m")
    }
  }
}
