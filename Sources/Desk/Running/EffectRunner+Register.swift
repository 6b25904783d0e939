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
    case .loadCircle, .loadLonely:
      guard let book = register.book else { return mailbox.answered() }
      circles.run(effect, book, version: register.version)
    case .registerFound(let id, let question): find(question, toRegisterFor: id, effect)
    default:
      attempt(effect) { mailbox.post(try answer(effect)) }
      end(effect)
    }
    // What cannot be kept is made again the next time.
    if let index = register.takeUnkeptIndex() {
      queue.async { [self] in try? index.keep(in: store) }
    }
  }

  private func find(_ question: RegisterQuestion, toRegisterFor id: EventID, _ effect: Effect) {
    let found = Result { try register.everybody(question, in: reader()) }
    queue.async { [self] in
      attempt(effect) { mailbox.post(try register(everybody: found.get(), for: id)) }
      end(effect)
    }
  }

  func browse(_ question: RegisterQuestion) throws -> [Message] {
    guard isNewest(question) else { return [] }
    let page = try register.page(question, in: reader())
    // The rows first; counts of what may be typed next are not waited for.
    if register.wantsBook(question, page) {
      completionAwaited = question
      beginBook()
    } else {
      questions.async { [self] in complete(question) }
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
    // What was to be changed has failed, so that keys wait for it no longer; the rest is only said.
    mailbox.post([waiting.contains(where: \.isChange) ? .failed(fault) : .noticed(fault)])
    for effect in waiting { end(effect) }
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
    let fresh = register.takeFreshFacts()
    queue.async { [self] in try? store.keep(fresh) }
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
