import Matchmaking

extension ActSummary {
  /// What was done in the register.
  var registerPhrase: Phrase {
    switch verb {
    case .saveFilter: Phrase("保存常用筛选“\(subject)”", "saved the filter \(quoted)")
    case .deleteFilter: Phrase("删去常用筛选“\(subject)”", "deleted the filter \(quoted)")
    case .rememberColumns: Phrase("记住了这种表头各列认作什么", "remembered what these columns are")
    case .mergeBundle:
      Phrase("并入另一份数据 \(count ?? 0) 项操作", "took in \(changesOfOthers) of another copy")
    case .settleConflict: Phrase("两边不同的内容已确认", "settled what two copies say differently")
    case .eraseMembers:
      Phrase("删除 \(count ?? 0) 人的资料，不能恢复", "erased \(people), for good") + movedUpPhrase
    case .seeDetails where name.isEmpty:
      Phrase("查看了 \(count ?? 0) 人的完整号码", "looked at the whole numbers of \(people)")
    default: Phrase(chinese, english)
    }
  }

  private var changesOfOthers: String { count == 1 ? "1 change" : "\(count ?? 0) changes" }
  private var subject: String { detail ?? "" }
  private var quoted: String { "\u{201c}\(subject)\u{201d}" }

  private var chinese: String { name.isEmpty ? said.chinese : "\(name) \(said.chinese)" }
  private var english: String { name.isEmpty ? said.english : "\(name) \(said.english)" }

  /// What stands behind the person's name.
  private var said: Phrase {
    switch verb {
    case .addMember: Phrase("已加入名册", "entered in the register")
    case .editMember: Phrase("资料已修改", "details changed") + movedUpPhrase
    case .setStatus: Phrase("改为\(status.chinese)", "now \(status.english)")
    case .verify: Phrase("核验通过", "verified")
    case .reject: Phrase("核验未通过", "verification rejected")
    case .reopenVerification: Phrase("退回待核验", "to be verified again")
    case .giveConsent: Phrase("授权：\(purpose.chinese)", "consented: \(purpose.english)")
    case .revokeConsent: Phrase("撤回授权：\(purpose.chinese)", "revoked consent: \(purpose.english)")
    case .keepApart: Phrase("与\(subject)是两个人", "and \(subject) are two people")
    case .mergeMembers: Phrase("重复登记已合并", "duplicate entries merged")
    case .seeDetails: Phrase("完整号码已查看", "whole numbers looked at")
    case .exportMember: Phrase("资料已导出", "details exported")
    default: .empty
    }
  }

  private var status: Phrase { MemberStatus(rawValue: subject)?.phrase ?? .verbatim(subject) }
  private var purpose: Phrase { ConsentPurpose(rawValue: subject)?.phrase ?? .verbatim(subject) }
}
