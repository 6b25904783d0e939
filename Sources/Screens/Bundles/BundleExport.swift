import Canvas
import Matchmaking
import Wording

extension Command.ID {
  public static let writeBundle = Self("writeBundle")
}

extension Context {
  public static let bundleExport = Self(
    "bundleExport", Phrase("导出数据包", "Writing a bundle"), typing: .caret,
    home: .within(.writeBundle))
}

extension BundleExport {
  static let commands: [Command] = [
    Command(
      .writeBundle, in: .desk, [.alt("w")], Phrase("导出数据包", "write a bundle"),
      help: Phrase("把本机知道的一切写成一个文件，给另一台电脑并入", "Writes all this file knows, for another laptop"),
      does: { [.open(BundleExport(folder: $0.folder, on: $0.setting))] }),

    Command(
      .choose, in: .bundleExport, [.named(.enter)], Phrase("写出", "write"),
      help: Phrase("写出数据包；已有的文件不会被盖掉", "Writes the bundle; what is there is not written over"),
      at: 1),
    .close(.bundleExport, Phrase("返回", "back")),
  ]
}

/// Writing what this file knows, for another laptop: under which name.
struct BundleExport: Dialogue {
  private var field: TextField
  private var isWriting = false
  private var fault: Phrase?
  private var written: (path: String, contents: BundleContents)?

  init(folder: String, on setting: Setting) {
    field = TextField("\(folder)queqiao-\(setting.today).qqb")
  }

  private static let hint = Phrase(
    "里面有全部个人资料：请像数据文件一样保管，用完删掉。",
    "It holds everybody's details: keep it as safe as the file itself, and delete it afterwards.")

  var contexts: [Context] { [.bundleExport] }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    guard id == .choose else { return nil }
    if written != nil { return [.close] }
    let path = field.text.unquotedPath
    guard !path.isEmpty, !isWriting else { return [] }
    isWriting = true
    fault = nil
    return [.ask(.writeBundle(path: path, environment.setting.language))]
  }

  mutating func type(_ key: Key, in environment: Environment) -> [Intent] {
    guard !isWriting else { return [] }
    (fault, written) = (nil, nil)
    field.type(key)
    return []
  }

  mutating func take(
    _ answer: Answer, about subject: String, in environment: Environment
  ) -> [Intent] {
    isWriting = false
    switch answer {
    case .bundleWritten(.success(let contents)): written = (field.text.unquotedPath, contents)
    case .bundleWritten(.failure(let failure)), .failed(let failure): fault = failure.phrase
    default: break
    }
    return []
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let inner = sheet.dialogue(
      look(Phrase("导出数据包", "Write a bundle")), columns: sheet.readable(area),
      rows: min(area.rows, 10), in: area)
    let label = look(Phrase("写到", "File")) + "  "
    let start = look.width.columns(label)
    sheet.draw(Line(label, Theme.title), row: 0, in: inner)
    sheet.frame.cursor = field.draw(
      on: &sheet.frame, at: Point(column: inner.column + start, row: inner.row),
      columns: max(1, inner.columns - start), Theme.field)
    let (said, style) = state
    sheet.paragraph(look(said), style, row: 2, in: inner)
  }

  private var state: (Phrase, Style) {
    if let fault { return (fault, Theme.warning) }
    if isWriting { return (Phrase("正在写出…", "Writing…"), Theme.accent) }
    guard let written else { return (Self.hint, Theme.dim) }
    let megabytes = max(1, (written.contents.bytes + 524_288) / 1_048_576)
    return (
      Phrase(
        "已写好：\(written.path)，\(written.contents.acts) 步操作，约 \(megabytes) MB。在另一台电脑上并入即可。",
        "Written: \(written.path), \(written.contents.acts.counted("step")), about \(megabytes) MB. Take it in on the other laptop."
      ), Theme.done
    )
  }
}
