extension KeyDecoder {
  /// Longest escape sequence taken for one; a longer one is dropped where it stands.
  private static let longest = 64
  /// Longest text of a terminal's own, a colour or its name, that is waited for.
  private static let longestString = 4096

  /// What begins with ESC: a key's sequence, a character held with Alt, or the Esc key.
  static func escape(_ bytes: ArraySlice<UInt8>, final: Bool) -> Found {
    let after = bytes.dropFirst()
    guard let next = after.first else {
      return final ? .key(.named(.escape), length: 1) : .incomplete
    }
    switch next {
    case UInt8(ascii: "["):
      if after.count == 1 { return final ? .key(.alt("["), length: 2) : .incomplete }
      return controlSequence(bytes, final: final)
    case UInt8(ascii: "O"):
      guard let last = after.dropFirst().first else {
        return final ? .key(.alt("O"), length: 2) : .incomplete
      }
      guard let key = singleShift(last) else { return .key(.alt("O"), length: 2) }
      return .key(.named(key), length: 3)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
      return controlString(bytes, final: final)
    // Esc pressed twice, or before an arrow: the first is a key of its own.
    case 0x1B: return .key(.named(.escape), length: 1)
    // A word back, as shells have it.
    case 0x08, 0x7F: return .key(.control("w"), length: 2)
    case 0x00...0x1F: return .key(control(next), length: 2)
    case 0x20...0x7E: return .key(.alt(Character(Unicode.Scalar(next))), length: 2)
    // Nobody holds Alt with what an input method wrote: Esc, and then a character of its own. After a
    // broken byte, noise on the line, Esc is the safer reading as well.
    default: return .key(.named(.escape), length: 1)
    }
  }

  /// Whether bytes that are not complete may be Esc alone, or a character held with Alt.
  static func isInDoubt(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.first == 0x1B, let next = bytes.dropFirst().first else {
      return bytes.first == 0x1B
    }
    switch next {
    case UInt8(ascii: "["), UInt8(ascii: "O"): return bytes.count == 2
    // A terminal sends what it tells of itself in one piece; who typed it would wait for their own text.
    default: return true
    }
  }

  /// `ESC ] text BEL`, `ESC P text ESC \`: what a terminal tells of itself, and nobody typed.
  ///
  /// Without an end in time it was a character held with Alt, and what follows was typed.
  private static func controlString(_ bytes: ArraySlice<UInt8>, final: Bool) -> Found {
    let body = bytes.dropFirst(2)
    let end = body.firstIndex { $0 == 0x07 || $0 == 0x1B }
    if let end {
      if bytes[end] == 0x07 { return .key(nil, length: end - bytes.startIndex + 1) }
      if bytes[(end + 1)...].first == UInt8(ascii: "\\") {
        return .key(nil, length: end - bytes.startIndex + 2)
      }
    }
    let mayEnd = end.map { $0 + 1 == bytes.endIndex } ?? (body.count < longestString)
    if mayEnd, !final { return .incomplete }
    let held = Character(Unicode.Scalar(bytes[bytes.startIndex + 1]))
    return .key(.alt(held), length: 2)
  }

  /// `ESC [ parameters final`, as xterm, the Linux console and rxvt send it.
  private static func controlSequence(_ bytes: ArraySlice<UInt8>, final: Bool) -> Found {
    let body = bytes.dropFirst(2)
    // The Linux console's F1 to F5.
    if body.first == UInt8(ascii: "[") {
      guard let last = body.dropFirst().first else {
        return final ? .key(nil, length: 3) : .incomplete
      }
      let keys: [Key.Named] = [.f1, .f2, .f3, .f4, .f5]
      guard (0x41...0x45).contains(last) else { return .key(nil, length: 3) }
      return .key(.named(keys[Int(last - 0x41)]), length: 4)
    }
    // rxvt ends the shifted forms of its keys with `$`, elsewhere an intermediate byte.
    let parameters = body.prefix { (0x20...0x3F).contains($0) && $0 != UInt8(ascii: "$") }
    guard parameters.count < longest else { return .key(nil, length: 2 + parameters.count) }
    guard let last = body.dropFirst(parameters.count).first else {
      return final ? .key(nil, length: bytes.count) : .incomplete
    }
    let length = 2 + parameters.count + 1
    // A byte that cannot end a sequence broke it off and is read again by itself.
    guard (0x40...0x7E).contains(last) || last == UInt8(ascii: "$") else {
      return .key(nil, length: length - 1)
    }
    return sequence(parameters, last, rest: body.dropFirst(parameters.count + 1), length, final)
  }

  private static func sequence(
    _ parameters: ArraySlice<UInt8>, _ last: UInt8, rest: ArraySlice<UInt8>, _ length: Int,
    _ final: Bool
  ) -> Found {
    let numbers = numbers(parameters)
    switch last {
    case UInt8(ascii: "M"), UInt8(ascii: "m"):
      if parameters.first == UInt8(ascii: "<") {
        let pressed = last == UInt8(ascii: "M")
        return .key(pressed ? mouse(numbers) : nil, length: length)
      }
      // The old mouse protocol, from a terminal that knows no other: three bytes follow.
      guard parameters.isEmpty, last == UInt8(ascii: "M") else { return .key(nil, length: length) }
      guard rest.count >= 3 else { return final ? .key(nil, length: length) : .incomplete }
      let three = rest.prefix(3).map { Int($0) - 32 }
      return .key(mouse(three), length: length + 3)
    case UInt8(ascii: "~"), UInt8(ascii: "$"), UInt8(ascii: "^"), UInt8(ascii: "@"):
      guard let number = numbers.first else { return .key(nil, length: length) }
      if number == 200, last == UInt8(ascii: "~") { return .pasteBegins(length: length) }
      return .key(numbered[number].map { .named($0) }, length: length)
    case UInt8(ascii: "R"):
      // An F3 with a modifier; with another row it is a report of where the cursor is.
      if numbers.isEmpty || numbers[0] == 1 { return .key(.named(.f3), length: length) }
      return numbers.count == 2
        ? .report(column: numbers[1], length: length) : .key(nil, length: length)
    default:
      guard parameters.allSatisfy({ $0 == 0x3B || (0x30...0x39).contains($0) }) else {
        return .key(nil, length: length)
      }
      return .key(lettered(last).map { .named($0) }, length: length)
    }
  }

  private static func numbers(_ parameters: ArraySlice<UInt8>) -> [Int] {
    let digits = parameters.first == UInt8(ascii: "<") ? parameters.dropFirst() : parameters
    return digits.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
      Int(String(decoding: $0, as: UTF8.self)) ?? 0
    }
  }

  /// Button code, column and row from one; releases, motion and other buttons mean nothing.
  private static func mouse(_ numbers: [Int]) -> Key? {
    guard numbers.count == 3, (1...10_000).contains(numbers[1]), (1...10_000).contains(numbers[2])
    else { return nil }
    let place = Point(column: numbers[1] - 1, row: numbers[2] - 1)
    // Shift, Alt and Control are bits 4, 8 and 16, and change nothing here.
    switch numbers[0] & ~28 {
    case 0: return .mouse(.press, place)
    case 64: return .mouse(.scrollUp, place)
    case 65: return .mouse(.scrollDown, place)
    default: return nil
    }
  }

  private static func lettered(_ last: UInt8) -> Key.Named? {
    switch last {
    case UInt8(ascii: "A"), UInt8(ascii: "a"): .up
    case UInt8(ascii: "B"), UInt8(ascii: "b"): .down
    case UInt8(ascii: "C"), UInt8(ascii: "c"): .right
    case UInt8(ascii: "D"), UInt8(ascii: "d"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "Z"): .backTab
    case UInt8(ascii: "P"): .f1
    case UInt8(ascii: "Q"): .f2
    case UInt8(ascii: "S"): .f4
    default: nil
    }
  }

  /// `ESC O final`: application mode, xterm's F1 to F4, the keypad's Enter.
  private static func singleShift(_ last: UInt8) -> Key.Named? {
    switch last {
    case UInt8(ascii: "R"): .f3
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "Z"): nil
    default: lettered(last)
    }
  }

  private static let numbered: [Int: Key.Named] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .f1, 12: .f2, 13: .f3, 14: .f4, 15: .f5, 17: .f6, 18: .f7, 19: .f8, 20: .f9, 21: .f10,
    23: .f11, 24: .f12,
  ]
}
