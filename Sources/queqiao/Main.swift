import ArgumentParser
import Foundation
import Store
import Wording

@main
enum Main {
  static func main() {
    keepStandardDescriptors()
    // Everything this program writes is for its owner alone.
    umask(0o077)
    // A file that may grow no further is said to be full, not a reason to die.
    signal(SIGXFSZ, SIG_IGN)
    // Who reads the results may stop reading; what that means the command knows.
    signal(SIGPIPE, SIG_IGN)
    unblockSignals()
    setlocale(LC_ALL, "")
    var arguments = Array(CommandLine.arguments.dropFirst())
    do {
      try Invocation.take(from: &arguments)
      try lookForDescriptors()
    } catch {
      ProcessExit.exit(with: error)
    }
    do {
      Invocation.arguments = arguments
      try CommandNames.check(arguments)
      var command = try Queqiao.parseAsRoot(arguments)
      try command.run()
    } catch {
      ProcessExit.exit(with: error)
    }
  }

  /// A file opened in the place of standard error would be told our messages.
  private static func keepStandardDescriptors() {
    while true {
      let descriptor = open("/dev/null", O_RDONLY)
      guard (0...2).contains(descriptor) else {
        if descriptor > 2 { close(descriptor) }
        return
      }
    }
  }

  /// What a start takes with some to spare; without them the system's own libraries give up in the
  /// middle of something.
  private static let fewestDescriptors = 40

  private static func lookForDescriptors() throws {
    var limit = rlimit()
    if getrlimit(__rlimit_resource_t(7), &limit) == 0, limit.rlim_cur < 256 {
      limit.rlim_cur = min(256, limit.rlim_max)
      setrlimit(__rlimit_resource_t(7), &limit)
    }
    let found = (0..<fewestDescriptors).map { _ in open("/dev/null", O_RDONLY | O_CLOEXEC) }
    for descriptor in found where descriptor >= 0 { close(descriptor) }
    guard found.contains(where: { $0 < 0 }) else { return }
    throw Stop(
      status: 74,
      phrase: Phrase(
        "系统允许同时打开的文件太少；请先运行 ulimit -n 256 再试",
        "the system lets too few files be open at once; run ulimit -n 256 first"))
  }

  /// Whoever started us may have left them blocked, and then nothing but kill -9 would end us.
  private static func unblockSignals() {
    var ending = sigset_t()
    sigemptyset(&ending)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] { sigaddset(&ending, signal) }
    pthread_sigmask(SIG_UNBLOCK, &ending, nil)
  }
}

/// The root of the commands; without one the desk opens.
struct Queqiao: ParsableCommand {
  static let configuration = CommandConfiguration(
    "queqiao",
    Phrase(
      "鹊桥：办单身职工联谊会，从签到到牵手，数据都在本机的一个文件里。",
      "鹊桥: runs singles' mixers from the door to the pairs, in one local file."),
    discussion: Phrase(
      """
      不写子命令就打开操作台。操作台能做的，子命令都能做。

      \(ProcessExit.statuses.chinese)
      """,
      """
      Without a command the organizer's desk opens. Everything the desk does can be done by \
      commands too.

      \(ProcessExit.statuses.english)
      """),
    version: Version.text,
    subcommands: [
      DeskCommand.self, DemoCommand.self, EventCommand.self, MemberCommand.self,
      CheckInCommand.self, CalendarCommand.self, ProgrammeCommand.self,
      RoundsCommand.self, TopicsCommand.self, ThreadCommand.self, HeartsCommand.self,
      ScreenCommand.self, BallotCommand.self, PickingCommand.self, PairsCommand.self,
      CoupleCommand.self,
      SearchCommand.self,
      CircleCommand.self, ListingCommand.self, PrintCommand.self,
      BundleCommand.self, LogCommand.self, UndoCommand.self, RedoCommand.self, StoreCommand.self,
      DoctorCommand.self, ManualCommand.self,
    ],
    defaultSubcommand: DeskCommand.self)
}

enum Version {
  static let text = "0.1.0"
}
