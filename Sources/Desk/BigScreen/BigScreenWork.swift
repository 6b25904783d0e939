import BigScreen
import Matchmaking
import Store
import Wording

/// What a big screen hears of its evening.
enum BigScreenNews: Sendable {
  case showing(Showing)
  case trouble(Phrase)
}

/// Looks at an evening several times a second and reads it where another process wrote; it never writes.
///
/// Where the file is gone, or another was put in its place, it is opened anew as soon as it is there.
final class BigScreenWork: ProgramWork {
  private let evening: ShownEvening
  private var store: Store?
  private var poller: ChangePoller?
  /// Of the file, when it was read last; nil until then, so that nothing is missed that was written while
  /// the first frame was made.
  private var version: Int?
  /// When it was read last: consents that name somebody on the wall hold by the day.
  private var day: Day?
  private var news: [BigScreenNews] = []
  private var triesAgain: ContinuousClock.Instant

  private static let betweenTries = Duration.milliseconds(400)

  init(_ evening: ShownEvening) {
    self.evening = evening
    store = evening.store
    poller = evening.store.map { ChangePoller($0) }
    triesAgain = ContinuousClock.now
  }

  var wake: Int32? { nil }
  /// What was read is drawn at once. A second that ticks between two looks must not put the next one off for
  /// long, so they are twice as many as they need be.
  var pause: Duration? { news.isEmpty ? .milliseconds(120) : .zero }
  var isBusy: Bool { false }

  func begin() { read() }
  func run(_ effect: Never) {}
  func finish() {}

  func takeAnswers() -> [BigScreenNews] {
    defer { news = [] }
    return news
  }

  func look(at now: ContinuousClock.Instant, isIdle: Bool) {
    if store == nil {
      guard triesAgain <= now else { return }
      triesAgain = now + Self.betweenTries
      return open()
    }
    if poller?.seesNews(now) ?? false || evening.context.today != day { read() }
  }

  private func read() {
    guard let store else { return }
    guard store.isInPlace else { return lose(Self.gone) }
    do {
      let now = try store.dataVersion()
      guard now != version || evening.context.today != day else { return }
      try tell(store)
      version = now
    } catch {
      lose(Self.unreadable)
    }
  }

  private func tell(_ store: Store) throws {
    day = evening.context.today
    guard let showing = try store.showing(of: evening.code) else {
      return news.append(.trouble(Self.noEvent(evening.code)))
    }
    news.append(.showing(showing))
  }

  /// The connection is closed before another is opened.
  private func lose(_ trouble: Phrase) {
    poller = nil
    store = nil
    version = nil
    news.append(.trouble(trouble))
  }

  private func open() {
    do {
      guard let opened = try evening.look() else { return }
      let now = try opened.dataVersion()
      try tell(opened)
      (store, version, poller) = (opened, now, ChangePoller(opened))
    } catch {
      // It was told already that it is away.
    }
  }

  private static let gone = Phrase(
    "数据文件暂时不在，画面照旧，回来后自动继续", "the data file is away; this goes on when it is back")
  private static let unreadable = Phrase(
    "暂时读不到数据，画面照旧，正在重试", "the data cannot be read now; trying again")
  private static func noEvent(_ code: String) -> Phrase {
    Phrase("活动 \(code) 已不在数据文件里", "event \(code) is not in the file any more")
  }
}
