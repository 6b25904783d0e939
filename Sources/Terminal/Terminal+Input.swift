import CTerm
import Canvas

extension Terminal {
  /// Waits until something happens, then returns all that has happened.
  ///
  /// Every byte waiting is read before it returns, so a loop that draws after each call draws once
  /// for a burst of keys.
  ///
  /// - Parameters:
  ///   - wake: a descriptor to watch as well, which the caller then reads; nil for none.
  ///   - timeout: how long to wait at most; nil waits for ever. An empty result is a time-out.
  public func events(wake: Int32? = nil, timeout: Duration? = nil) -> [TerminalEvent] {
    var events = early
    early = []
    let clock = ContinuousClock()
    let end = timeout.map { clock.now + $0 }
    while events.isEmpty {
      let left = end.map { max(0, ($0 - clock.now).milliseconds) }
      let patience = decoderPatience
      let wait = [left, patience].compactMap { $0 }.min()
      let seen = cterm_wait(wake ?? -1, Int32(clamping: wait ?? -1))
      events = tell(seen)
      if seen == 0 {
        if let patience, wait == patience {
          let keys = decoder.isPasting ? decoder.endPaste() : decoder.flush()
          events = keys.map { .key($0) }
          continue
        }
        if left == wait, left != nil { break }
      }
    }
    return events
  }

  /// How long the bytes of an unfinished sequence may wait for the rest; nil if there are none.
  private var decoderPatience: Int? {
    // A paste over a slow line pauses; one that never ends must not take the keyboard away.
    if decoder.isPasting { return 1000 }
    return decoder.isWaiting ? Int(cterm_escape_delay()) : nil
  }

  func tell(_ seen: Int32) -> [TerminalEvent] {
    func has(_ bit: Int) -> Bool { Int(seen) & bit != 0 }
    var events: [TerminalEvent] = []
    let before = size
    // A window changed while we were stopped sends no signal to us.
    if has(CTERM_CONTINUED) { cterm_return() }
    if has(CTERM_RESIZED) { cterm_resize() }
    if size != before { events.append(.resized(size)) }
    var gone = has(CTERM_HANG_UP)
    if has(CTERM_INPUT) {
      let (keys, ended) = drain()
      if takesWidth() { events.append(.widened) }
      events += keys.map { .key($0) }
      gone = gone || ended
    }
    if has(CTERM_STOP_ASKED) { events.append(.stopAsked) }
    if has(CTERM_WAKE) { events.append(.woken) }
    if gone { events.append(.hangUp) }
    return events
  }

  /// Reads until nothing waits, or long enough for one drawing to be due.
  private func drain() -> (keys: [Key], gone: Bool) {
    var keys: [Key] = []
    for _ in 0..<64 {
      guard let bytes = Self.read() else { return (keys, true) }
      if bytes.isEmpty { break }
      keys += decoder.feed(bytes)
    }
    return (keys, false)
  }

  /// What can be read without waiting; nil if the terminal is gone.
  static func read() -> [UInt8]? {
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, initialized in
      count = cterm_read(buffer.baseAddress, buffer.count)
      initialized = max(0, count)
    }
    return count < 0 ? nil : bytes
  }
}

extension Duration {
  /// Rounded up, so that a wait does not end just before its time.
  var milliseconds: Int {
    let (seconds, attoseconds) = components
    let thousandth: Int64 = 1_000_000_000_000_000
    return Int(clamping: seconds) * 1000 + Int((attoseconds + thousandth - 1) / thousandth)
  }
}
