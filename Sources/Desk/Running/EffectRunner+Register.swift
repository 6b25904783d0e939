import Dispatch
import Matchmaking
import Screens
import Store
import Synchronization

/// The register as the list of members asks for it. Where its facts are not kept, reading them takes a second
/// or two; it is done in pieces, between which everything else is answered.
extension EffectRunner {
  /// What is asked for last makes what was asked before it needless, at once.
  func note(_ effect: Effect) {
    switch effect {
    case .browse(let question): newest.withLock { $0 = question.generation }
    case .loadCircle(_, _, _, let generation), .loadLonely(_, let generation):
      circles.want(generation)
    case .stopCircles: circles.stop()
    default: break
    }
  }

  func take(_ effect: Effect) {
    if waitsForBook(effect) { return }
    switch effect {
    case .loadCircle, .loadLonely:
      guard let book = register.book else { return mailbox.answered() }
      circles.run(effect, book, version: register.version)
    default:
      attempt(effect) { mailbox.post(try answer(effect)) }
      mailbox.answered()
    }
  }

  func browse(_ question: RegisterQuestion) throws -> [Message] {
    guard isNewest(question) else { return [] }
    let page = try register.page(question, in: store)
    // The rows first; counts of what may be typed next are not waited for.
    if register.wantsBook(question, page) {
      completionAwaited = question
      beginBook()
    } else {
      queue.async { [self] in complete(question) }
    }
    return [.browsed(page)]
  }

  private func complete(_ question: RegisterQuestion) {
    guard isNewest(question), let found = register.completion(question) else { return }
    mailbox.post([.completed(found, generation: question.generation)])
  }

  private func isNewest(_ question: RegisterQuestion) -> Bool {
    newest.withLock { $0 } == question.generation
  }

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
    case .browse(let question): isNewest(question) && register.needsBook(question)
    case .registerFound(_, let question): register.needsBook(question)
    case .loadCircle, .loadLonely: register.book?.hasHopes != true
    default: false
    }
  }

  func forgetRegister() {
    register.forget()
    // What was read so far may be old.
    if bookInMaking != nil { bookInMaking = RegisterBook() }
  }

  private func readOn() {
    queue.async { [self] in
      do {
        try readPiece()
      } catch {
        bookInMaking = nil
        completionAwaited = nil
        // What was to be changed has failed, so that keys wait for it no longer; the rest is only said.
        let isChange = waitingForBook.contains(where: \.isChange)
        mailbox.post([isChange ? .failed(Fault(error)) : .noticed(Fault(error))])
        for _ in waitingForBook { mailbox.answered() }
        waitingForBook = []
      }
    }
  }

  private func readPiece() throws {
    guard var book = bookInMaking else { return }
    // The only copy, so that nothing is copied when it grows.
    bookInMaking = RegisterBook()
    guard try !book.readOn(store) else {
      bookInMaking = book
      // Who only types ahead waits for nothing.
      if !waitingForBook.isEmpty, book.isMade {
        let share = Double(book.count) / Double(max(book.expected, book.count))
        mailbox.post([.readingRegister(share)])
      }
      return readOn()
    }
    bookInMaking = nil
    register.take(book)
    let waiting = waitingForBook
    waitingForBook = []
    for effect in waiting { take(effect) }
    if let question = completionAwaited { complete(question) }
    completionAwaited = nil
    // What cannot be kept is made again the next time.
    queue.async { [self] in register.keepFacts(in: store) }
  }
}

extension Effect {
  /// Whether it is answered by what members hope for.
  fileprivate var asksHopes: Bool {
    switch self {
    case .loadCircle, .loadLonely: true
    default: false
    }
  }
}
