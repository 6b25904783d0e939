public import Matchmaking

extension MemberField {
  public var phrase: Phrase {
    switch self {
    case .number: Phrase(canonicalHead, "Number")
    case .name: Phrase(canonicalHead, "Name")
    case .sex: Phrase(canonicalHead, "Sex")
    case .birth: Phrase(canonicalHead, "Born")
    case .phone: Phrase(canonicalHead, "Phone")
    case .height: Phrase(canonicalHead, "Height")
    case .text(let text): text.phrase
    case .extra(let head): .verbatim(head)
    }
  }
}

extension FieldFault {
  /// What is wrong, with how to write it.
  public var phrase: Phrase {
    switch self {
    case .unknownColumn(let word):
      Phrase(
        "没有“\(word.brief)”这一项，queqiao member edit --help 列出各项",
        "no detail “\(word.brief)”; see queqiao member edit --help")
    case .noName: Phrase("请填写姓名", "give a name")
    case .noNumber: Phrase("请填写编号", "give a number")
    case .unknownSex(let text):
      Phrase(
        "“\(text.brief)”不是男或女，请改正", "“\(text.brief)” is neither man nor woman; correct it")
    case .unknownBirth(let text):
      UnreadBirth(text).phrase(isYearTaken: false)
    case .unknownPhone(let text):
      Phrase("“\(text.brief)”不是手机号，应为 11 位", "“\(text.brief)” is no mobile number of 11 digits")
    case .unknownHeight(let text):
      Phrase(
        "“\(text.brief)”不是身高，请写厘米数，\(Self.least) 到 \(Self.most)",
        "“\(text.brief)” is no height; write centimetres, \(Self.least) to \(Self.most)")
    case .tooLong(let field, let most):
      Phrase(
        "“\(field.phrase.chinese.brief)”太长，最多 \(most) 字",
        "\(field.phrase.english.brief) is too long; \(most) characters at most")
    case .residentDigits:
      Phrase(
        "请写身份证后四位（末位可为 X），或完整号码以便核对", "write the last four of the ID, or all of it to be checked")
    case .residentInside(let field):
      Phrase(
        "“\(field.phrase.chinese.brief)”里有完整身份证号，不能保存，请删去",
        "\(field.phrase.english.brief) holds a whole ID number, which is never kept; take it out")
    case .resident(let fault): fault.phrase
    }
  }

  private static let (least, most) =
    (FieldReading.heights.lowerBound, FieldReading.heights.upperBound)
}

extension UnreadBirth {
  /// What is wrong with the text, and what to write.
  ///
  /// - Parameter isYearTaken: whether the year was kept where the month is in doubt.
  func phrase(isYearTaken: Bool) -> Phrase {
    let quoted = Phrase("“\(written.brief)”", "\u{201c}\(written.brief)\u{201d}")
    return switch reason {
    case .dayOrMonth(let one, let other):
      quoted
        + Phrase(
          "分不清哪个是月、哪个是日，请写成 \(one) 或 \(other)",
          " may have day or month first; write \(one) or \(other)")
    case .lostZero(let year):
      quoted + Phrase("可能是 1 月，也可能是 10 月", " may be January or October")
        + (isYearTaken ? Phrase("，只记了年份", ", so only the year was taken") : .empty)
        + Phrase("；请写成 \(year)-01 或 \(year)-10", "; write \(year)-01 or \(year)-10")
    case .ahead: quoted + Phrase("晚于今天，请核对后改正", " lies ahead; check it and correct it")
    case .unclear:
      quoted + Phrase("不是出生日期，请写成 1992-05-04", " is no date of birth; write it as 1992-05-04")
    }
  }
}

extension ResidentFault {
  /// - Parameter shown: what stood there, where no whole number can be in it.
  static func invalid(_ shown: String) -> Phrase {
    let shown = shown.isEmpty ? "" : " " + shown
    return Phrase(
      "身份证号不对或被表格软件截断\(shown)，请照证件核对",
      "the ID number is wrong or was cut by Excel\(shown); check the card")
  }

  /// Never with the number itself.
  public var phrase: Phrase {
    switch self {
    case .invalid: Self.invalid("")
    case .otherBirth(let inside, let known):
      Phrase(
        "身份证号里的生日是 \(inside)，登记的是 \(known)，请核对",
        "the ID says born on \(inside), the register \(known); check both")
    case .otherSex(let inside, let known):
      Phrase(
        "身份证号里的性别是\(inside.word.chinese)，登记的是\(known.word.chinese)，请核对",
        "the ID says \(inside.word.english), the register \(known.word.english); check both")
    case .otherDigits(let known):
      Phrase(
        "身份证号与登记的后四位 \(known) 不符，请核对",
        "the ID does not end in \(known) as the register has it; check both")
    }
  }
}

extension RegisterRefusal {
  public var phrase: Phrase {
    switch self {
    case .numberTaken(let number, let holder):
      Phrase(
        "编号 \(number.brief) 已属 \(holder.brief)，请换一个或留空",
        "number \(number.brief) is \(holder.brief)’s; choose another or leave it out")
    case .sameMember(let name):
      Phrase(
        "写的是同一个人 \(name.brief)，请另写一人", "both are the same entry, \(name.brief); name another")
    case .bothRegistered(let event, let kept, let other):
      Phrase(
        "\(kept) 和 \(other) 都报了 \(event) 的名，请先取消其中一个的报名",
        "\(kept) and \(other) are both registered for \(event); cancel one of them first")
    case .resident(let fault): fault.phrase
    case .filterName: Phrase("请给筛选起个名字，最多 40 字", "give the filter a name, 40 characters at most")
    case .noFilter(let name):
      Phrase(
        "没有常用筛选“\(name.brief)”，用 queqiao member filters 查看",
        "no filter “\(name.brief)” is saved; queqiao member filters lists them")
    case .purgeTooYoung(let days):
      Phrase("至少保留 \(days) 天，请写长一些", "details are kept \(days) days at least; give a longer time")
    }
  }
}

extension String {
  /// Short enough for a line.
  fileprivate var brief: String { count > 24 ? prefix(23) + "…" : self }
}
