import ArgumentParser
import Foundation
import Store
import Wording

@main
enum Main {
  static func main() {
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
    } catch {
      Leaving.exit(with: error)
    }
    do {
      try CommandNames.check(arguments)
      var command = try Queqiao.parseAsRoot(arguments)
      try command.run()
    } catch {
      Leaving.exit(with: error)
    }
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
    commandName: "queqiao",
    abstract: "鹊桥: runs singles' mixers from the door to the pairs, in one local file.",
    usage: "queqiao [--store FILE] [--lang zh|en] [COMMAND]",
    discussion: """
      Without a command the organizer's desk opens. Everything the desk does can be done by \
      commands too.

      --store FILE   the file to work on (QUEQIAO_STORE; otherwise \
      $XDG_DATA_HOME/queqiao/store.sqlite)
      --lang zh|en   the language (QUEQIAO_LANG; otherwise the locale's)

      Exit status: 0 done, 1 nothing found, 64 usage, 65 wrong data or refused, 66 no such input, \
      73 cannot create, 74 input/output, 75 try again, 77 not permitted.
      """,
    version: Version.text,
    subcommands: [
      DeskCommand.self, DemoCommand.self, EventCommand.self, MemberCommand.self,
      CheckInCommand.self, BallotCommand.self, PairsCommand.self, SearchCommand.self,
      CircleCommand.self, ListingCommand.self,
      LogCommand.self, UndoCommand.self, RedoCommand.self, StoreCommand.self,
      DoctorCommand.self, ManualCommand.self,
    ],
    defaultSubcommand: DeskCommand.self)
}

enum Version {
  static let text = "0.1.0"
}
