public import Matchmaking

extension ImportProblem {
  /// What is wrong there, with what stood there; not where, which a table has columns for.
  public var phrase: Phrase {
    let shown = evidence
    let quoted =
      evidence.isEmpty ? Phrase.empty : Phrase("“\(evidence)”", "\u{201c}\(evidence)\u{201d}")
    let bracketed =
      evidence.isEmpty ? Phrase.empty : Phrase("（\(evidence)）", " (\(evidence))")
    switch code {
    case .unsupportedFile: return unsupported
    case .emptyFile: return Phrase("文件是空的", "the file is empty")
    case .encryptedFile:
      return Phrase(
        "表格设了密码，请在 Excel 或 WPS 里取消密码后另存再导入",
        "the workbook has a password; save a copy without one in Excel or WPS")
    case .damagedFile:
      return row == 0
        ? Phrase(
          "文件已损坏或不完整，请重新下载或另存一次", "the file is damaged or cut off; download or save it again")
        : Phrase(
          "文件从这一行起已损坏，之后的行没有导入", "damaged from here on; the rows behind were not imported")
    case .oversizedFile:
      return Phrase(
        "解压后大得不合常理，未导入；请把名册另存为新的 .xlsx",
        "unpacks to an absurd size, so it was left alone; save the roster as a new .xlsx")
    case .unknownSheet:
      return Phrase("没有这张工作表；有：\(shown)", "no sheet of that name; there are: \(shown)")
    case .otherSheets:
      return Phrase(
        "另有工作表像名册，未读：\(shown)；用 --sheet 指定",
        "other sheets look like rosters too and were not read: \(shown); choose with --sheet")
    case .hiddenSheets:
      return isRefusal
        ? Phrase(
          "看得见的工作表都是空的，隐藏的工作表里有内容：\(shown)；用 --sheet 指定，操作台里按 F4",
          "only hidden sheets have rows: \(shown); choose with --sheet, or F4 at the desk"
        )
        : Phrase(
          "隐藏的工作表像名册，未读：\(shown)；用 --sheet 指定",
          "hidden sheets look like rosters and were not read: \(shown); choose with --sheet")
    case .titleRow:
      return Phrase("表头之前的标题，已跳过：\(shown)", "a title above the head, passed over: \(shown)")
    case .passedOver: return passedOver
    case .replaced:
      return Phrase(
        "第 \(shown) 行是同一人后来的答卷，以那一行为准",
        "row \(shown) is the same person's later answer and stands instead of this one")
    case .otherHead:
      return Phrase(
        "从第 \(shown) 行起是另一张表，列不同，未导入；请另存为一个文件",
        "from row \(shown) on the columns are others, so it was left out; save that table as a file of its own"
      )
    case .sideTable:
      return Phrase(
        "从“\(shown)”列起是并排的另一张表，未导入；请把它接到第一张表的下面",
        "from the column \(shown) on a second table stands beside the first and was left out; put its rows below the others"
      )
    case .mergedCells:
      return Phrase(
        "\(shown) 是合并单元格，只有第一格有内容，请拆开填满",
        "\(shown) are merged, only the first has the value; unmerge and fill them")
    case .unreadableCell:
      return Phrase(
        "这一格在文件里写坏了\(bracketed.chinese)，未导入；请在 Excel 或 WPS 里补填",
        "the file holds no readable value for this cell\(bracketed.english), so it was left out; type it in again"
      )
    case .tooManyColumns:
      return Phrase(
        "列数太多（\(shown)），后面的列未读；请删去多余的列",
        "too many columns (\(shown)); those behind were not read; take out what is no roster")
    case .otherEncoding where shown == "windows-1252":
      return Phrase(
        "不是 UTF-8 也不是国标编码，已按西文（windows-1252）读取，请核对带符号的字母",
        "neither UTF-8 nor GB 18030; it was read as windows-1252, so check the letters with accents"
      )
    case .otherEncoding:
      return Phrase(
        "这一行的编码是 \(shown)，与全文件不同，已照此读取", "this row is in \(shown), unlike the rest; it was read so")
    case .formulaError:
      return Phrase("公式出错 \(shown)，此格未导入", "the formula failed \(shown); the cell was left out")
    case .formulaWithoutValue:
      return Phrase(
        "公式没有存下结果，请在 Excel 里打开并保存一次",
        "the formula has no stored result; open and save the file in Excel once")
    case .residentMismatch:
      return Phrase(
        "身份证号与性别或生日不符 \(shown)，请核对",
        "the resident number disagrees with sex or birth \(shown); check both")
    case .spoiltNumber:
      return Phrase(
        "号码被表格软件改坏了 \(shown)，请把该列设为文本后重填",
        "spoilt by Excel \(shown); set the column to text and type it again")
    case .missingColumn:
      return Phrase(
        "没有“\(column)”这一列；表头是：\(shown)", "no column for \(column); the head reads: \(shown)")
    case .missingName: return Phrase("没有姓名，这一行未导入", "no name, so the row was left out")
    case .unclearName:
      return Phrase(
        "“\(shown)”不像一个人的姓名，这一行未导入；一人一行，姓名单独一格",
        "“\(shown)” is not one person's name, so the row was left out; one person a row, the name in a cell of its own"
      )
    case .brokenQuotes:
      return Phrase("引号不成对，请在表格软件里另存一次", "quotes do not match; save the file again")
    case .cellCount:
      return Phrase(
        "格数与表头不符 \(shown)，请核对这一行",
        "not as many cells as the head has \(shown); check the row")
    case .notUTF8:
      return Phrase("文字编码认不出，请另存为 UTF-8", "the text is not readable; save the file as UTF-8")
    case .controlCharacters:
      return Phrase("含有看不见的控制符，已去掉", "invisible control characters were taken out")
    // What can be typed as well is wrong in the same words.
    case .unknownSex: return FieldFault.unknownSex(shown).phrase
    case .unknownBirth: return UnreadBirth(shown).phrase(isYearTaken: shown.contains("→"))
    case .unknownPhone: return FieldFault.unknownPhone(shown).phrase
    case .unknownHeight: return FieldFault.unknownHeight(shown).phrase
    case .unknownVerification:
      return quoted + Phrase("看不出是否核验，请改正", " does not say whether verified; correct it")
    case .residentNumber: return ResidentFault.invalid(shown)
    case .repeatedColumn:
      return Phrase(
        "表头“\(column)”不止一列，后面的记作“\(shown)”",
        "the head “\(column)” comes more than once; behind the first it is called “\(shown)”")
    case .repeatedRow:
      return Phrase("与第 \(shown) 行是同一人", "the same person as in row \(shown)")
    case .numberTaken:
      let words = shown.split(separator: " ", maxSplits: 1).map(String.init)
      return RegisterRefusal.numberTaken(words.first ?? "", holder: words.last ?? "").phrase
    case .tooLong where isRefusal:
      return Phrase("太长，这一行未导入 \(shown)", "too long, so the row was left out \(shown)")
    case .tooLong: return Phrase("太长，此格未导入 \(shown)", "too long, so the cell was left out \(shown)")
    case .unknownConsent:
      return quoted + Phrase("看不出同意与否，未记授权", " is neither yes nor no, so no consent was noted")
    case .consentEnded:
      return Phrase(
        "这一行不同意，\(shown) 给的授权从此无效", "says no, so the consent of \(shown) holds no more")
    case .consentStaysEnded:
      return Phrase(
        "这一行同意，但 \(shown) 已撤回授权，未恢复；请向本人确认",
        "says yes, but it was revoked on \(shown) and stays so; ask the person")
    case .memberDiffers:
      return Phrase(
        "名单与名册对不上：\(shown)；请核对手机或编号",
        "the list and the register differ: \(shown); check the phone or the number")
    case .handCorrected:
      return difference?.keptPhrase
        ?? Phrase("与手工更正不同，保留手工的 \(shown)", "corrected by hand, which stands \(shown)")
    case .notSingle where isRefusal:
      return quoted
        + Phrase(
          "不是单身职工，这一行未导入；写错了请改正再导",
          " is no single worker, so the row was left out; correct a mistake and import it again")
    case .notSingle:
      return quoted
        + Phrase(
          "：名册里已有此人，问清之前不能报名和入场；写错了请改婚姻状况，已婚请改状态",
          ": known as a member, who can neither be registered nor come in until that is settled: correct "
            + "the marital status, or set the member to married")
    case .unknownMember: return Phrase("名册里没有", "not in the register: ") + quoted
    case .ambiguousMember:
      return quoted + Phrase("在名册里不止一人，请写编号", " fits several people; give the number")
    case .moreProblems:
      return Phrase(
        "问题太多，另有 \(shown) 处没有逐条列出；请先改好列出的，再导一次",
        "so many problems that \(shown) more \(shown == "1" ? "is" : "are") not listed; mend those that are, then import again"
      )
    case .unknownBadge where evidence.isEmpty:
      return Phrase("没有写号牌，请照纸票补上", "no badge is written; add it from the paper")
    case .unknownBadge: return quoted + Phrase("不是本场的号牌", " is no badge of this event")
    case .refused where refusal != nil: return refusal?.phrase(Clock()) ?? .empty
    case .refused: return Phrase("未登记：\(shown)", "refused: \(shown)")
    }
  }

  /// What a row is that is no person.
  private var passedOver: Phrase {
    let quoted =
      evidence.isEmpty ? Phrase.empty : Phrase("：\(evidence)", ": \(evidence)")
    let what =
      switch kind {
      case .total: Phrase("合计行，已跳过", "a total, passed over")
      case .signature: Phrase("落款行，已跳过", "a line to sign, passed over")
      case .note: Phrase("说明文字，已跳过", "a note, passed over")
      case .example: Phrase("填写示例，已跳过", "the form's example, passed over")
      case .head: Phrase("重复的表头，已跳过", "the head once more, passed over")
      case .page: Phrase("页码，已跳过", "a page number, passed over")
      case .title: Phrase("标题或分组名，已跳过", "a title between the rows, passed over")
      case .unfilled: Phrase("没有填写，已跳过", "nothing filled in, passed over")
      case nil: Phrase("不是人员，已跳过", "no person, passed over")
      }
    return what + quoted
  }

  /// Which kind of file it was instead, and how to make a roster of it.
  private var unsupported: Phrase {
    switch evidence {
    case "xls":
      Phrase(
        "这是旧格式的 Excel 表格（.xls），请在 Excel 或 WPS 里另存为 .xlsx 再导入",
        "this is an Excel file of the old kind (.xls); save it as .xlsx in Excel or WPS")
    case "xlsb", "ods", "numbers", "html":
      Phrase(
        "这种表格（\(evidence)）读不了，请在 Excel 或 WPS 里另存为 .xlsx 再导入",
        "a table of this kind (\(evidence)) cannot be read; save it as .xlsx in Excel or WPS")
    case "pdf", "docx", "pptx":
      Phrase(
        "这是 \(evidence) 文档，不是表格，请要一份 .xlsx",
        "this is a \(evidence) document and no table; ask for the roster as .xlsx")
    default:
      Phrase("这不是表格，请另存为 .xlsx 或 CSV", "this is no table; save it as .xlsx or CSV")
    }
  }

  /// `第 12 行 出生日期`, `row 12, 出生日期`.
  public var place: Phrase {
    // Who is refused and stands in no file is named by the refusal.
    guard row > 0 || refusal != nil else { return Phrase("整个文件", "whole file") }
    guard row > 0 else { return .empty }
    let head = column.isEmpty ? Phrase.empty : Phrase(" \(column)", ", \(column)")
    return Phrase("第 \(row) 行", "row \(row)") + head
  }
}

extension ImportSummary {
  public var phrase: Phrase {
    switch kind {
    case .registrations:
      return Phrase("\(rows) 行：", "\(counted): ") + registrationPhrase
    case .found:
      return Phrase("\(rows) 人：", "\(rows) found: ") + registrationPhrase
    case .members: break
    }
    return Phrase(
      "\(rows) 行：新增 \(added)，更新 \(updated)，未变 \(unchanged)，未导入 \(refused)",
      "\(counted): \(added) new, \(updated) updated, \(unchanged) unchanged, \(refused) refused")
      + besides
  }

  /// Not grouped: programs read it too.
  private var counted: String { rows == 1 ? "1 row" : "\(rows) rows" }

  /// Rows that came to nothing for a good reason, where there are some.
  private var besides: Phrase {
    let later =
      replaced > 0
      ? Phrase(
        "，被后来的答卷取代 \(replaced)",
        ", \(replaced) replaced by \(replaced == 1 ? "a later answer" : "later answers")") : .empty
    let others =
      passedOver > 0
      ? Phrase(
        "；另跳过 \(passedOver) 行非人员",
        passedOver == 1
          ? "; 1 row passed over that is no person"
          : "; \(passedOver) rows passed over that are no people") : .empty
    return later + others
  }

  private var registrationPhrase: Phrase {
    let waiting = updated > 0 ? Phrase("，候补 \(updated)", ", \(updated) waiting") : .empty
    return Phrase("登记 \(added)", "\(added) registered") + waiting
      + Phrase(
        "，早已报名 \(unchanged)，未登记 \(refused)", ", \(unchanged) already registered, \(refused) refused"
      )
      + besides
  }
}
