import ArgumentParser
import Canvas
import Characters
import Exchange
import Files
import Foundation
import Wording

/// Results to standard output, messages to standard error; nothing that could drive a terminal.
enum Output {
  nonisolated(unsafe) private static var waiting: [UInt8] = []  // Commands run on one thread.

  /// What is printed tells what is on disk; where nobody reads it, no more may be done.
  nonisolated(unsafe) static var isAcknowledging = false  // As above.

  static func write(_ text: String) { write(bytes: text.utf8) }

  static func write(bytes: some Collection<UInt8>) {
    waiting += bytes
    if waiting.count > 1 << 16 { flush() }
  }

  /// One line of text that may be somebody's: a path, say.
  static func line(_ text: String) { write(text.cleaned() + "\n") }

  static func flush() {
    send(waiting, to: 1)
    waiting.removeAll(keepingCapacity: true)
  }

  static func message(_ text: String) {
    send(Array((text.cleaned(keepingNewlines: true) + "\n").utf8), to: 2)
  }

  /// Unlike a message it may move the cursor back; only for text of our own.
  static func progress(_ text: String) { send(Array(text.utf8), to: 2) }

  private static func send(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if sent < 0, errno == EINTR { continue }
      guard sent > 0 else {
        // Messages nobody can read are no error.
        if descriptor == 1 { leave(errno) }
        return
      }
      rest = rest.dropFirst(sent)
    }
  }
}

extension Output {
  /// Results that nobody can read are an error, but for a list of which somebody read enough.
  private static func leave(_ code: Int32) -> Never {
    if code == EPIPE, !isAcknowledging { Foundation.exit(0) }
    let sentence =
      Phrase("queqiao: 结果写不出去：", "queqiao: cannot write the results: ")
      + SystemFault(code: code).why
    message(sentence(Invocation.language))
    Foundation.exit(74)
  }
}

/// How results are written, the same for every command that lists.
struct FormatOptions: ParsableArguments {
  @Option(
    help: .both("结果的格式：table 给人看，csv 和 json 给程序用。", "How to write the result.", value: .format))
  var format: TableFormat = .table

  @Flag(help: .both("CSV 前面加字节顺序标记，供 Excel 打开。", "Put a byte-order mark before CSV, for Excel."))
  var bom = false

  func print(_ table: Table) {
    let width = Width(.narrow)
    Output.write(bytes: table.bytes(as: format, bom: bom) { width.columns(written: $0) })
  }

  func writer(_ columns: [TableColumn]) -> TableWriter {
    let width = Width(.narrow)
    return TableWriter(columns, as: format, bom: bom) { width.columns(written: $0) }
  }
}
