public import Matchmaking

extension Act.Kind {
  /// Whether something was done, or taken back.
  public var phrase: Phrase {
    switch self {
    case .original: Phrase("办理", "done")
    case .undo: Phrase("撤销", "undone")
    case .redo: Phrase("重做", "done again")
    case .merge: Phrase("并入", "merged")
    }
  }
}

extension ActSummary.Verb {
  /// What kind of thing was done, in a word or two.
  public var phrase: Phrase {
    switch self {
    case .createEvent: Phrase("新建活动", "create event")
    case .editEvent: Phrase("修改活动", "change event")
    case .closeEvent: Phrase("结束互选", "close picking")
    case .removeEvent: Phrase("删去活动", "remove event")
    case .register: Phrase("登记报名", "register")
    case .unregister: Phrase("取消报名", "cancel registration")
    case .decline: Phrase("报名未通过", "decline")
    case .checkIn: Phrase("签到", "check in")
    case .takeBackCheckIn: Phrase("撤回签到", "take back check-in")
    case .leave: Phrase("离场", "leave")
    case .changeBadge: Phrase("换号牌", "change badge")
    case .walkIn: Phrase("现场报名", "walk-in")
    case .refuse: Phrase("未准入场", "turn away")
    case .refuseRegistration: Phrase("未准报名", "refuse registration")
    case .saveSlip: Phrase("录选票", "enter slip")
    case .correctSlip: Phrase("更正选票", "correct slip")
    case .importSlips: Phrase("导入选票", "import slips")
    case .importMembers: Phrase("导入名册", "import roster")
    case .createSample: Phrase("建立样例", "set up sample")
    case .addMember: Phrase("新增单身职工", "add member")
    case .editMember: Phrase("修改资料", "edit member")
    case .setStatus: Phrase("改状态", "set status")
    case .verify: Phrase("核验通过", "verify")
    case .reject: Phrase("核验未通过", "reject verification")
    case .reopenVerification: Phrase("退回待核验", "reopen verification")
    case .giveConsent: Phrase("登记授权", "give consent")
    case .revokeConsent: Phrase("撤回授权", "revoke consent")
    case .keepApart: Phrase("认定为两个人", "keep apart")
    case .mergeMembers: Phrase("合并重复登记", "merge members")
    case .saveFilter: Phrase("存常用筛选", "save filter")
    case .deleteFilter: Phrase("删去常用筛选", "delete filter")
    case .rememberColumns: Phrase("记住表头", "remember columns")
    case .seeDetails: Phrase("查看完整号码", "see whole numbers")
    case .print: Phrase("打印", "print")
    case .exportMember: Phrase("导出资料", "export member")
    case .eraseMembers: Phrase("删除资料", "erase members")
    case .mergeBundle: Phrase("并入另一份数据", "merge a bundle")
    case .settleConflict: Phrase("确认两边不同的内容", "settle a conflict")
    case .setProgramme: Phrase("编排流程", "set programme")
    case .nextSegment: Phrase("进入下一环节", "next segment")
    case .pauseSegment: Phrase("暂停环节", "pause segment")
    case .resumeSegment: Phrase("继续环节", "resume segment")
    case .stopSegment: Phrase("结束环节", "end segment")
    case .extendSegment: Phrase("调整环节时间", "change a segment's time")
    case .planRounds: Phrase("编排轮换", "plan rounds")
    case .planTopics: Phrase("编排话题桌", "plan topic tables")
    case .startRound: Phrase("开始一轮", "start round")
    case .finishRound: Phrase("结束一轮", "finish round")
    case .forbidPair: Phrase("安排两人不同桌", "keep two people apart")
    case .allowPair: Phrase("取消不同桌", "let two people meet")
    case .comeBack: Phrase("回场", "come back")
    case .seeOutcome: Phrase("查看个人互选结果", "see one outcome")
    }
  }
}
