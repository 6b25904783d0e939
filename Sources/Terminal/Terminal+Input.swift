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
    let end = timeout.map { ContinuousClock.now + $0 }
    while events.isEmpty {
      // Counted from the last byte and not from here: whoever calls every quarter of a second would never
      // wait for the second that ends a paste.
      let patience = patienceEnd
      let wait = [end, patience].compactMap { $0 }.min().map {
        max(0, ($0 - ContinuousClock.now).milliseconds)
      }
      let seen = cterm_wait(wake ?? -1, Int32(clamping: wait ?? -1))
      events = tell(seen)
      guard seen == 0 else { continue }
      if let patience, patience <= ContinuousClock.now {
        events = decoder.giveUp().map { .key($0) }
      } else if let end, end <= ContinuousClock.now {
        break
      }
    }
    return events
  }

  /// Until when the bytes that wait for others do so; nil if there are none.
  private var patienceEnd: ContinuousClock.Instant? {
    switch decoder.wait {
    case nil: nil
    case .escape: lastInput + .milliseconds(Int64(cterm_escape_delay()))
    case .rest, .pasteEnd: lastInput + .seconds(1)
    }
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
      lastInput = ContinuousClock.now
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
