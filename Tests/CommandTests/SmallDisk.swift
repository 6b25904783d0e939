import Foundation
import TestSupport

/// A disk of a few hundred kilobytes, which takes the right to mount one.
enum SmallDisk {
  /// What a shell puts before its lines: nothing for the superuser, else a world of one's own where the
  /// system gives one.
  static let way: String? = ["", "unshare --user --map-root-user --mount "].first { way in
    guard let home = try? Home() else { return false }
    let line = "mkdir d && \(way)bash -c 'mount -t tmpfs -o size=100k tmpfs d && umount d'"
    return (try? home.shell(line).status) == 0
  }
}
