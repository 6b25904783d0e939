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
    case .ask(.browse, let id): newest.withLock { $0 = id }
    case .ask(.loadCircle, let id), .ask(.loadLonely, let id): circles.want(id)
    case .withdraw(let id): circles.stop(id)
    case .ask, .change, .program: break
    }
  }

  func take(_ effect: Effect) {
    if waitsForBook(effect) { return }
    switch effect {
    case .ask(.loadCircle, let id), .ask(.loadLonely, let id):
      guard case .ask(let question, _) = effect, let book = register.book else {
        return mailbox.answered()
      }
      return circles.run(question, id, book, version: register.version)
    case .ask(let question, let id): mailbox.post(answer(question, id))
    case .change(let change, let id): mailbox.post(make(change, id))
    case .withdraw, .program: break
    }
    mailbox.answered()
  }

  func browse(_ question: RegisterQuestion, _ id: RequestID) throws -> [Answer] {
    guard isNewest(id) else { return [] }
    let page = try register.page(question, in: store)
    // The rows first; counts of what may be typed next are not waited for.
    if register.wantsBook(question, page) {
      completionAwaited = (question, id)
      beginBook()
    } else {
      queue.async { [self] in complete(question, id) }
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
    bookInMaking = RegisterBook()
    readOn()
  }

  private func needsBook(_ effect: Effect) -> Bool {
    switch effect {
    case .ask(.browse(let question), let id): isNewest(id) && register.needsBook(question)
    case .change(.registerFound(_, let question), _): register.needsBook(question)
    case .ask(.loadCircle, _), .ask(.loadLonely, _): register.book == nil
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
        for effect in waitingForBook {
          switch effect {
          case .ask(_, let id): mailbox.post([.answered(id, .failed(Fault(error)))])
          case .change(_, let id): mailbox.post([.done(id, .failed(Fault(error)))])
          case .withdraw, .program: break
          }
          mailbox.answered()
        }
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
    queue.async { [self] in register.keepFacts(in: store) }
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
