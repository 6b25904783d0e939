public import Matchmaking

extension ImportProblem {
  /// What is wrong there, with what stood there; not where, which a table has columns for.
  public var phrase: Phrase {
    let shown = evidence
    let quoted =
      evidence.isEmpty ? Phrase.empty : Phrase("“\(evidence)”", "\u{201c}\(evidence)\u{201d}")
    switch code {
    case .unsupportedFile:
      return Phrase(
        "读不了这种文件（\(shown)），请另存为 CSV（UTF-8）",
        "this kind of file (\(shown)) cannot be read; save it as CSV in UTF-8")
    case .emptyFile: return Phrase("文件是空的", "the file is empty")
    case .residentMismatch:
      return Phrase(
        "身份证号与出生日期或性别不符 \(shown)，未保存",
        "the resident number says otherwise (\(shown)), so it was not kept")
    case .spoiltNumber:
      return Phrase(
        "编号 \(shown) 被表格软件改坏了，请把该列设为文本",
        "the number \(shown) was spoilt by Excel; format the column as text")
    case .missingColumn:
      return Phrase("没有“\(shown)”这一列，请补上表头", "there is no column for \(shown); add its head")
    case .missingName: return Phrase("没有姓名，这一行未导入", "no name, so the row was left out")
    case .brokenQuotes:
      return Phrase("引号不成对，请在表格软件里另存一次", "quotes do not match; save the file again")
    case .cellCount:
      return Phrase("格数与表头不符 \(shown)", "not as many cells as the head has \(shown)")
    case .notUTF8:
      return Phrase("文字编码认不出，请另存为 UTF-8", "the text is not readable; save the file as UTF-8")
    case .controlCharacters:
      return Phrase("含有看不见的控制符，已去掉", "invisible control characters were taken out")
    case .unknownSex: return quoted + Phrase("不是男或女", " is neither man nor woman")
    case .unknownBirth: return quoted + Phrase("读不成出生日期", " is no date of birth")
    case .unknownPhone: return quoted + Phrase("不是手机号", " is no mobile number")
    case .unknownHeight: return quoted + Phrase("读不成身高", " is no height")
    case .unknownVerification: return quoted + Phrase("看不出是否核验", " does not say if verified")
    case .residentNumber:
      return Phrase("身份证号不对或被表格软件截断 \(shown)", "resident number wrong or cut by Excel \(shown)")
    case .repeatedColumn: return Phrase("列“\(shown)”出现两次", "the column \(shown) comes twice")
    case .repeatedRow:
      return Phrase("与前面的行是同一人 \(shown)", "the same person as a row before \(shown)")
    case .numberTaken: return Phrase("编号 \(shown) 已属别人", "number \(shown) belongs to somebody else")
    case .tooLong: return Phrase("太长，已截短 \(shown)", "too long, so it was cut \(shown)")
    case .unknownMember: return Phrase("名册里没有", "not in the register: ") + quoted
    case .ambiguousMember:
      return quoted + Phrase("在名册里不止一人，请写编号", " fits several people; give the number")
    case .unknownBadge: return quoted + Phrase("不是本场的号牌", " is no badge of this event")
    case .refused: return Phrase("未收：\(shown)", "refused: \(shown)")
    }
  }

  /// `第 12 行 出生日期`, `row 12, 出生日期`.
  public var place: Phrase {
    guard row > 0 else { return Phrase("整个文件", "whole file") }
    let head = column.isEmpty ? Phrase.empty : Phrase(" \(column)", ", \(column)")
    return Phrase("第 \(row) 行", "row \(row)") + head
  }
}

extension ImportSummary {
  public var phrase: Phrase {
    Phrase(
      "\(rows) 行：新增 \(added)，更新 \(updated)，未变 \(unchanged)，未收 \(refused)",
      "\(rows) rows: \(added) new, \(updated) updated, \(unchanged) unchanged, \(refused) refused")
  }
}
