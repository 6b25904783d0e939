public import Matchmaking

extension ConditionFault {
  /// What is wrong, with the next step.
  public var phrase: Phrase { kind.phrase }
}

extension ConditionFault.Kind {
  public var phrase: Phrase {
    switch self {
    case .unknownField(let word, let nearest?):
      Phrase(
        "没有“\(word)”这一项，是不是“\(nearest.chinese)”？",
        "no detail “\(word)”; did you mean \(nearest.english)?")
    case .unknownField(let word, nil):
      Phrase("没有“\(word)”这一项，按 Tab 看有哪些", "no detail “\(word)”; Tab lists them")
    case .missingOperator(let field):
      Phrase("“\(field.chinese)”后面写 = 和内容", "write = and a value behind \(field.english)")
    case .missingValue(let field):
      Phrase("“\(field.chinese)”缺少内容", "a value is missing for \(field.english)")
    case .notANumber(let text): Phrase("“\(text)”不是数字", "“\(text)” is not a number")
    case .implausible(let measure, let number):
      Phrase(
        "\(ConditionField.measure(measure).chinese) \(number) 不合理，请检查",
        "\(ConditionField.measure(measure).english) \(number) cannot be right; check it")
    case .emptyRange: Phrase("范围写反了，请把小的写在前面", "the range is empty; write the smaller first")
    case .unknownValue(let field, let word):
      Phrase("“\(field.chinese)”没有“\(word)”", "\(field.english) has no “\(word)”")
    case .unknownPlace(let word):
      Phrase("没有地名“\(word)”，请写市或县的名称", "no place “\(word)”; write a city or county")
    case .ambiguousPlace(let word):
      Phrase("“\(word)”不止一处，请写上所在城市", "several places are called “\(word)”; add the city")
    case .noOrder(let field):
      Phrase("“\(field.chinese)”不分大小，请用 =", "\(field.english) has no order; use =")
    case .noWords(let field):
      Phrase("“\(field.chinese)”是数字，请用 = >= <=", "\(field.english) is a number; use = >= <=")
    case .oneValueOnly(let field):
      Phrase("“\(field.chinese)”只能写一个数或一个范围", "\(field.english) takes one value or one range")
    case .unclosedQuote: Phrase("引号没有配对，请补上", "the quote is not closed; close it")
    case .nothingBehind: Phrase("后面缺少条件", "a condition is missing behind it")
    case .onlyInCriteria: Phrase("这一条只能写在择偶要求里", "this belongs in criteria only")
    case .notACondition(let word): Phrase("“\(word)”不是条件", "“\(word)” is not a condition")
    case .joiningWord(let word):
      Phrase(
        "条件之间只用空格，不用“\(word)”；几个值任选其一用逗号，如 学历=本科,硕士",
        "conditions are joined by blanks, not by “\(word)”; for one of several values write commas, as in education=本科,硕士"
      )
    case .onlyInTheOther: Phrase("这里不能这样写", "this cannot stand here")
    case .tooLong(let most):
      Phrase("条件太长，最多 \(most) 字，请写短些", "more than \(most) characters of conditions; write fewer")
    case .tooMany(let most):
      Phrase("条件太多，最多 \(most) 项，请减少几项", "more than \(most) conditions; leave some out")
    }
  }
}

extension ConsentPurpose {
  public var phrase: Phrase {
    switch self {
    case .listing: Phrase("每周单身信息", "weekly listing")
    case .broadcast: Phrase("直播", "broadcast")
    case .bigScreen: Phrase("大屏显示姓名", "name on the big screen")
    case .photo: Phrase("照片", "photo")
    case .contact: Phrase("牵手后交换联系方式", "contact to one's partner")
    }
  }
}

extension ConsentRefusal {
  public var phrase: Phrase {
    switch self {
    case .missing(let purpose):
      Phrase(
        "没有“\(purpose.phrase.chinese)”的授权，请先征得同意",
        "no consent for: \(purpose.phrase.english); ask first")
    case .notYet(let purpose, let day):
      Phrase(
        "“\(purpose.phrase.chinese)”的授权从 \(day) 起有效",
        "consent for \(purpose.phrase.english) holds from \(day)")
    case .expired(let purpose, let day):
      Phrase(
        "“\(purpose.phrase.chinese)”的授权已于 \(day) 到期，请重新征得同意",
        "consent for \(purpose.phrase.english) ended on \(day); ask again")
    case .revoked(let purpose, let day):
      Phrase(
        "“\(purpose.phrase.chinese)”的授权已于 \(day) 撤回，请重新征得同意",
        "consent for \(purpose.phrase.english) was revoked on \(day); ask again")
    }
  }
}

extension Evidence {
  public var phrase: Phrase {
    switch self {
    case .employerStamp: Phrase("单位工会盖章", "employer's stamp")
    case .realName: Phrase("实名", "real name")
    case .singlePledge: Phrase("单身承诺书", "pledge of being single")
    }
  }
}

extension VerificationRecord.Outcome {
  public var phrase: Phrase {
    switch self {
    case .verified: Phrase("核验通过", "verified")
    case .rejected: Phrase("核验未通过", "rejected")
    }
  }
}

extension VerificationRefusal {
  public var phrase: Phrase {
    switch self {
    case .noName: Phrase("请填写核验人", "say who verified")
    case .missingEvidence(let missing):
      Phrase(
        "还缺："
          + Evidence.allCases.filter(missing.contains).map(\.phrase.chinese).joined(separator: "、"),
        "still missing: "
          + Evidence.allCases.filter(missing.contains).map(\.phrase.english).joined(separator: ", ")
      )
    case .endsBeforeItBegins: Phrase("有效期早于核验日期，请检查", "it ends before it begins; check the dates")
    case .noReason: Phrase("请写明不通过的原因", "say why it is rejected")
    case .tooLong(.by):
      Phrase(
        "核验人太长，最多 \(VerificationRecord.Part.by.longest) 字",
        "who verified is too long; \(VerificationRecord.Part.by.longest) characters at most")
    case .tooLong(.note):
      Phrase(
        "备注太长，最多 \(VerificationRecord.Part.note.longest) 字",
        "the note is too long; \(VerificationRecord.Part.note.longest) characters at most")
    }
  }
}

extension DuplicateGround {
  public var phrase: Phrase {
    switch self {
    case .phone: Phrase("手机号相同", "the same phone")
    case .residentDigitsAndName: Phrase("姓名和身份证后四位相同", "the same name and last four of the ID")
    case .nameAndBirth: Phrase("姓名和出生年月相同", "the same name and birth date")
    }
  }
}

extension ListingRefusal {
  public var phrase: Phrase {
    switch self {
    case .anotherMember: Phrase("授权属于另一个人", "the consent is another member's")
    case .notLooking(let status):
      Phrase("\(status.phrase.chinese)，不刊登", "\(status.phrase.english): not listed")
    case .notVerified(let verification):
      Phrase("\(verification.phrase.chinese)，请先核验", "\(verification.phrase.english): verify first")
    }
  }
}
