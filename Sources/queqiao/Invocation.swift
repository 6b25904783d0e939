import ArgumentParser
import Desk
import Files
import Foundation
import Matchmaking
import Store
import Wording

/// What stands before the command: which file, which language.
///
/// The two options are taken out of the arguments wherever they stand, so that they work before
/// and behind the name of a command alike.
enum Invocation {
  nonisolated(unsafe) private(set) static var storeOption: String?  // Written once, by main.
  nonisolated(unsafe) private(set) static var languageOption: Language?  // As above.

  /// What is left for the parser.
  nonisolated(unsafe) static var arguments: [String] = []  // As above.

  static func take(from arguments: inout [String]) throws {
    if let path = try value(of: "--store", in: &arguments) {
      guard !path.isEmpty else { throw ValidationError("--store 后面要写文件名", "--store needs a file") }
      storeOption = path
    }
    if let text = try value(of: "--lang", in: &arguments) {
      guard let language = Language(rawValue: text) else {
        throw ValidationError(
          "--lang 只能写 zh 或 en，不能写“\(text.cleanedLine)”",
          "--lang takes zh or en, not '\(text.cleanedLine)'")
      }
      languageOption = language
    }
    settled = nil
  }

  /// The two options, as the help of the program lists them.
  static let options: [(name: String, value: Phrase, help: Phrase)] = [
    (
      "--store", Phrase("<文件>", "<file>"),
      Phrase(
        "用哪个数据文件。不写就看 QUEQIAO_STORE，再没有就是 $XDG_DATA_HOME/queqiao/store.sqlite。",
        "The file to work on; otherwise QUEQIAO_STORE, or $XDG_DATA_HOME/queqiao/store.sqlite.")
    ),
    (
      "--lang", .verbatim("zh|en"),
      Phrase(
        "语言。不写就看 QUEQIAO_LANG、操作台上次选的语言，再看系统的语言环境。",
        "The language; otherwise QUEQIAO_LANG, the one last chosen at the desk, or the locale's.")
    ),
  ]

  private static func value(of option: String, in arguments: inout [String]) throws -> String? {
    let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
    guard
      let place = arguments[..<end].lastIndex(where: {
        $0 == option || $0.hasPrefix(option + "=")
      })
    else { return nil }
    let argument = arguments.remove(at: place)
    if argument != option { return String(argument.dropFirst(option.count + 1)) }
    guard place < arguments.count, place + 1 < end else {
      throw ValidationError("\(option) 后面缺少内容", "\(option) needs a value")
    }
    return arguments.remove(at: place)
  }

  static var storePath: String {
    if let storeOption { return storeOption }
    if let path = environment("QUEQIAO_STORE") { return path }
    return dataFolder + "/store.sqlite"
  }

  static var dataFolder: String {
    let base = environment("XDG_DATA_HOME") ?? home + "/.local/share"
    return base + "/queqiao"
  }

  private static var home: String { environment("HOME") ?? NSHomeDirectory() }

  /// Found once: every word of help asks for it.
  static var language: Language {
    if let settled { return settled }
    let language = foundLanguage
    settled = language
    return language
  }

  nonisolated(unsafe) private static var settled: Language?  // Commands run on one thread.

  private static var foundLanguage: Language {
    if let languageOption { return languageOption }
    if let language = environment("QUEQIAO_LANG").flatMap(Language.init(rawValue:)) {
      return language
    }
    if let language = remembered { return language }
    return Language(
      locale: environment("LC_ALL") ?? environment("LC_MESSAGES") ?? environment("LANG") ?? "")
  }

  private static var memory: String {
    (environment("XDG_STATE_HOME") ?? home + "/.local/state") + "/queqiao/language"
  }

  /// The language last chosen at the desk.
  private static var remembered: Language? {
    let text = try? String(contentsOfFile: memory, encoding: .utf8)
    return text.flatMap { Language(rawValue: $0.trimmingCharacters(in: .whitespacesAndNewlines)) }
  }

  static func remember(_ language: Language) {
    settled = nil
    let folder = PathParts(memory).folder
    // Only a convenience: where it cannot be kept, the locale decides the next time.
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try? keep(language)
  }

  private static func keep(_ language: Language) throws(OutputRefusal) {
    let file = try OutputFile(
      at: OutputPlace(memory, over: .replaced, sparing: SparedFiles(store: storePath)))
    try file.write(language.rawValue)
    try file.finish()
  }

  static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// The hall's wall clock.
  static var clock: Clock {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return Clock(minutesFromUTC: Int(parts.tm_gmtoff) / 60)
  }

  static func context(station: String) -> StoreContext {
    StoreContext(
      station: station, operatorName: environment("USER") ?? NSUserName(),
      now: {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(
          milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
      },
      random: { UInt64.random(in: .min ... .max) },
      steady: {
        SteadyClock.reading().map { SteadyTime(boot: $0.boot, milliseconds: $0.milliseconds) }
      })
  }
}

/// A command's hold on the store.
struct Session {
  let store: Store

  /// - Parameters:
  ///   - path: nil is the one the arguments or the environment name.
  ///   - mayBegin: what this command does is what a file is begun with. So where the old one is missing
  ///     it begins a new one, and says where the last backup lies; other commands would find nothing.
  static func open(_ path: String? = nil, mayBegin: Bool = false) throws -> Session {
    Waiting.whenever { Output.message($0.phrase(Invocation.language)) }
    let path = path ?? Invocation.storePath
    let context = Invocation.context(station: "cli")
    let store: Store
    do {
      store = try Store.open(path, as: .command, context: context)
    } catch StoreFault.missing(_, isEmptied: false, let backup?)
      where mayBegin && !Store.leavesLog(path)
    {
      try Store.begin(path, context: context)
      store = try Store.open(path, as: .command, context: context)
      Output.message(begun(path, backup: backup)(Invocation.language))
    }
    for note in store.notes { Output.message(Fault(note).phrase(Invocation.language)) }
    keepBackup(of: store)
    return Session(store: store)
  }

  /// A backup that cannot be kept is told, but stops nobody: the queue at the door is longer.
  private static func keepBackup(of store: Store) {
    do {
      try store.backUpOnceADay()
    } catch let fault as StoreFault {
      // What it says of the step at hand is about the backup alone.
      let reason = if case .diskFull = fault { Fault.noRoomForBackup } else { fault.inFull }
      Output.message(
        (noBackup + reason)(Invocation.language))
    } catch {
      Output.message(
        (noBackup + .verbatim("\(error)"))(Invocation.language))
    }
  }

  private static func begun(_ path: String, backup: String) -> Phrase {
    Phrase(
      "\(path) 不见了，已新建空白文件；备份 \(backup) 保留着，用 queqiao store restore 恢复",
      "\(path) is gone, so a new one was begun; the backup \(backup) stays: queqiao store restore brings it back"
    )
  }

  private static let noBackup = Phrase("今天的备份没有做成：", "no backup was kept today: ")

  func event(_ code: String) throws -> Event {
    guard let event = try store.event(code: code) else {
      throw NothingFound(
        Phrase(
          "没有代号为 \(code) 的活动；用 queqiao event list 查看",
          "there is no event \(code); see queqiao event list"))
    }
    return event
  }
}

extension Waiting {
  var phrase: Phrase {
    Phrase("正在等待", "waiting for ") + Holder.phrase(of: holder)
      + Phrase("放开 \(path)……", " to release \(path) …")
  }
}

extension Fault {
  fileprivate static let noRoomForBackup = Phrase(
    "磁盘已满，请腾出空间", "the disk is full, make room")
}
