import Foundation
import Wording

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The organizer's own editor, for long texts: `$VISUAL`, else `$EDITOR`, else `vi`.
struct Editor {
  let command: String

  static var usual: Editor {
    let environment = ProcessInfo.processInfo.environment
    let named = [environment["VISUAL"], environment["EDITOR"]].compactMap(\.self)
    return Editor(command: named.first { !$0.isEmpty } ?? "vi")
  }

  struct Fault: Error {
    let command: String

    func reason(_ language: Language) -> String {
      Phrase(
        "编辑器 \(command) 没有正常结束，文字没有改；请检查 $EDITOR",
        "the editor \(command) failed and the text is as it was; check $EDITOR")(language)
    }
  }

  /// Lets the text be edited in a file that only this user can read, and that is gone afterwards.
  func write(_ text: String) -> Result<String, Fault> {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("queqiao-\(UUID().uuidString)", isDirectory: true)
    let file = folder.appendingPathComponent("text.txt")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
      try Data((text + "\n").utf8).write(to: file)
      // Through the shell, as `git` does: the variable may hold arguments. `system` keeps the editor in
      // the foreground and its Ctrl-C away from us, which Foundation's Process does not.
      guard system("\(command) \(Self.quoted(file.path))") == 0 else {
        return .failure(Fault(command: command))
      }
      return .success(String(decoding: try Data(contentsOf: file), as: UTF8.self))
    } catch {
      return .failure(Fault(command: command))
    }
  }

  private static func quoted(_ path: String) -> String {
    "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
