import Dispatch
import Matchmaking
import Screens
import Store
import Synchronization

/// The register as the list of members asks for it. Where its facts are not kept, reading them takes a second
/// or two; it is done in pieces, between which everything else is answered.
extension EffectRunner {
  func take(_ effect: Effect) {
    if waitsForBook(effect) { return }
    switch effect {
    case .ask(.loadCircle, let id), .ask(.loadLonely, let id):
      guard case .ask(let question, _) = effect, let book = register.book else {
        return end(effect)
      }
      circles.run(question, id, book, version: register.version)
    case .change(.registerFound(let event, let question), let id):
      find(question, toRegisterFor: event, id, effect)
    case .ask, .change, .withdraw, .program:
      mailbox.post(answer(effect))
      end(effect)
    }
    // What cannot be kept is made again the next time.
    if let index = register.takeUnkeptIndex() {
      queue.async { [self] in try? index.keep(in: store) }
    }
  }

  private func find(
    _ question: RegisterQuestion, toRegisterFor event: EventID, _ id: RequestID, _ effect: Effect
  ) {
    let found = Result { try register.everybody(question, in: reader()) }
    queue.async { [self] in
      mailbox.post(attempt(id) { try register(everybody: found.get(), for: event, id) })
      end(effect)
    }
  }

  func browse(_ question: RegisterQuestion, _ id: RequestID) throws -> [Answer] {
    guard isNewest(id) else { return [] }
    let page = try register.page(question, in: reader())
    // The rows first; counts of what may be typed next are not waited for.
    if register.wantsBook(question, page) {
      completionAwaited = (question, id)
      beginBook()
    } else {
      questions.async { [self] in complete(question, id) }
    }
    return [.browsed(page)]
  }

  private func complete(_ question: RegisterQuestion, _ id: RequestID) {
    guard isNewest(id), let found = register.completion(question) else { return }
    mailbox.post([.answered(id, .completed(found))])
  }

  private func isNewest(_ id: RequestID) -> Bool { newest.withLock { $0 } == id }

  /// Whether an effect has to wait until the facts are read; then it is answered later.
  func waitsForBook(_ effect: Effect) -> Bool {
    guard needsBook(effect) else { return false }
    waitingForBook.append(effect)
    beginBook()
    return true
  }

  private func beginBook() {
    guard bookInMaking == nil else { return }
    bookInMaking = RegisterBook(hopes: waitingForBook.contains(where: \.asksHopes))
    readOn()
  }

  private func needsBook(_ effect: Effect) -> Bool {
    switch effect {
    case .ask(.browse(let question), let id): isNewest(id) && register.needsBook(question)
    case .change(.registerFound(_, let question), _): register.needsBook(question)
    case .ask(.loadCircle, _), .ask(.loadLonely, _): register.book?.hasHopes != true
    default: false
    }
  }

  func forgetRegister() {
    register.forget()
    // What was read so far may be old.
    if bookInMaking != nil { bookInMaking = RegisterBook() }
  }

  private func readOn() {
    questions.async { [self] in
      do {
        try readPiece()
      } catch {
        giveUpReading(Fault(error))
      }
    }
  }

  /// Somebody stopped what they waited for.
  func stopReading() {
    if !waitingForBook.isEmpty { giveUpReading(.stopped) }
  }

  private func giveUpReading(_ fault: Fault) {
    bookInMaking = nil
    completionAwaited = nil
    let waiting = waitingForBook
    waitingForBook = []
    for effect in waiting {
      switch effect {
      case .ask(_, let id): mailbox.post([.answered(id, .failed(fault))])
      case .change(_, let id): mailbox.post([.done(id, .failed(fault))])
      case .withdraw, .program: break
      }
      end(effect)
    }
  }

  private func readPiece() throws {
    guard var book = bookInMaking else { return }
    // The only copy, so that nothing is copied when it grows.
    bookInMaking = RegisterBook()
    guard try !book.readOn(reader()) else {
      bookInMaking = book
      // Who only types ahead waits for nothing.
      if !waitingForBook.isEmpty, book.isMade {
        let share = Double(book.count) / Double(max(book.expected, book.count))
        tellWaiting(share)
      }
      return readOn()
    }
    bookInMaking = nil
    register.take(book)
    let waiting = waitingForBook
    waitingForBook = []
    for effect in waiting { take(effect) }
    if let (question, id) = completionAwaited { complete(question, id) }
    completionAwaited = nil
    // What cannot be kept is made again the next time.
    let fresh = register.takeFreshFacts()
    queue.async { [self] in try? store.keep(fresh) }
  }

  private func tellWaiting(_ share: Double) {
    for effect in waitingForBook {
      switch effect {
      case .ask(_, let id): mailbox.post([.answered(id, .readingRegister(share))])
      case .change(_, let id): mailbox.post([.progress(id, share)])
      case .withdraw, .program: break
      }
    }
  }
}

extension Effect {
  /// Whether it is answered by what members hope for.
  fileprivate var asksHopes: Bool {
    switch self {
    case .ask(.loadCircle, _), .ask(.loadLonely, _): true
    default: false
    }
  }
}
