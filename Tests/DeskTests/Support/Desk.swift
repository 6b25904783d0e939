import Dispatch
import Foundation
import Matchmaking
import Screens
import Store
import TestSupport
import Testing

@testable import Desk

/// A desk without a screen: an effect runner, the store it changes, and what it has answered.
final class RunnerDesk {
  let store: Store
  let mailbox = Mailbox()
  let runner: EffectRunner
  private(set) var told: [Message] = []
  private(set) var answers = 0
  private var requests = 0
  private let folder: TemporaryFolder?

  /// - Parameter folder: is kept until nothing is done any more: a file taken away under a desk is rescued to
  ///   the home folder.
  init(_ store: Store, in folder: TemporaryFolder? = nil) {
    self.store = store
    self.folder = folder
    runner = EffectRunner(store: store, mailbox: mailbox)
  }

  deinit { runner.finish() }

  /// The kinds of what was told, in order.
  var names: [String] { told.map(\.name) }

  func run(_ questions: Question...) { for each in questions { runner.run(.ask(each, next())) } }
  func run(_ changes: Change...) { for each in changes { runner.run(.change(each, next())) } }

  private func next() -> RequestID {
    requests += 1
    return RequestID(requests)
  }

  /// Waits until so many more effects are answered, whatever else is still being done.
  func wait(for count: Int = 1) { waits { self.answers >= count } }

  /// Waits until something of a kind was told.
  func wait(until name: String) { waits { self.names.contains(name) } }

  /// What was told is forgotten, as if the desk had just sat down.
  func forget() {
    collect()
    (told, answers) = ([], 0)
  }

  /// Does it, and waits for its answer.
  func outcome(_ question: Question) -> [String] { outcome { run(question) } }
  func outcome(_ change: Change) -> [String] { outcome { run(change) } }

  private func outcome(_ ask: () -> Void) -> [String] {
    forget()
    ask()
    wait()
    return names
  }

  func collect() {
    let (messages, count) = mailbox.empty()
    told += messages
    answers += count
  }

  private func waits(_ isDone: () -> Bool) {
    collect()
    while !isDone() {
      var entry = pollfd(fd: mailbox.wake, events: Int16(POLLIN), revents: 0)
      guard poll(&entry, 1, 60_000) > 0 else {
        Issue.record("nothing came any more; told \(names)")
        return
      }
      collect()
    }
  }
}

extension Message {
  /// Of an answer or an outcome its own, whosever it is.
  var name: String {
    let told: Any =
      switch self {
      case .answered(_, let answer): answer
      case .done(_, let outcome): outcome
      default: self
      }
    return String("\(told)".prefix { $0 != "(" })
  }
}

extension DispatchQueue {
  /// Keeps the queue busy until the gate is opened, as something that takes long would.
  func hold() -> DispatchSemaphore {
    let gate = DispatchSemaphore(value: 0)
    async { gate.wait() }
    return gate
  }
}

/// A roster that comes slowly, through a pipe: whoever reads it waits until it is finished.
final class SlowRoster: @unchecked Sendable {
  let path: String
  private var descriptor: Int32 = -1

  init(in folder: String) throws {
    path = folder + "/slow-\(UUID().uuidString.prefix(8)).csv"
    try #require(mkfifo(path, 0o600) == 0)
  }

  /// Returns when somebody has begun to read it.
  func awaitReader() { descriptor = open(path, O_WRONLY | O_CLOEXEC) }

  func finish(people: Int = 1) {
    var text = "姓名,性别\n"
    for person in 0..<people { text += "新人\(person),女\n" }
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { break }
      sent += count
    }
    close(descriptor)
  }
}

extension StoreContext {
  static func desk(_ station: String = "A") -> StoreContext {
    StoreContext(
      station: station, operatorName: "tester",
      now: { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) },
      random: { UInt64.random(in: .min ... .max) })
  }
}

extension Store {
  /// An event with so many men registered.
  func evening(men: Int) throws -> (EventID, [Guest]) {
    let day = try #require(Day("2026-08-19"))
    let (event, _) = try create(EventForm(code: "QX", title: "七夕", date: day))
    let guests = try (0..<men).map { number in
      let (member, _) = try addMember([.name: "王\(number)", .sex: "M"])
      return try #require(try register([Enrolment(member: member.id)], for: event.id).0.first).get()
    }
    return (event.id, guests)
  }
}
