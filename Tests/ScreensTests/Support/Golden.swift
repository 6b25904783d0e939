import Canvas
import Foundation
import Testing

/// Frames as they should be, kept beside the tests.
///
/// With `QUEQIAO_RECORD=1` the frames are written anew, and the run fails, so that nothing is
/// recorded unseen.
enum Golden {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Goldens")

  private static let isRecording = ProcessInfo.processInfo.environment["QUEQIAO_RECORD"] == "1"

  static func expect(_ frame: Frame, _ name: String, _ location: SourceLocation = #_sourceLocation)
    throws
  {
    let file = folder.appending(path: name + ".txt")
    let transcript = frame.transcript
    if isRecording {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(transcript.utf8).write(to: file)
      Issue.record("recorded \(name)", sourceLocation: location)
      return
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    #expect(transcript == golden, "\(name)", sourceLocation: location)
  }
}
