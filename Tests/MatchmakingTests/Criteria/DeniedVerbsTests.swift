import Matchmaking
import Testing

@Suite struct `Whoever does not mind` {
  static let verbs = [
    "看重", "在乎", "在意", "关心", "计较", "挑", "挑剔", "讲究", "注重", "重视", "纠结", "拘泥", "苛刻", "介意", "要求",
    "强求", "嫌弃", "排斥", "反感",
  ]

  @Test(arguments: ["不", "不太", "不怎么", "不会", "不很", "并不", "从不", "不是很", "没那么", "不特别"])
  func `asks for nothing, whatever the verb`(negator: String) {
    for verb in Self.verbs {
      for text in ["有车\(negator)\(verb)", "有车\(negator)\(verb)。", "对有车\(negator)\(verb)"] {
        let asked = CriteriaReading(text, of: .woman).criteria.all
        #expect(asked.isEmpty, "\(text)")
      }
    }
  }

  @Test(arguments: ["没车别来", "没车别来的", "抽烟勿扰", "抽烟勿扰的", "没车免谈的"])
  func `of what is refused leaves words`(refusal: String) {
    #expect(!CriteriaReading(refusal, of: .woman).criteria.all.isEmpty)
    for tolerance in ["不看重", "不在乎", "不计较", "无所谓", "不介意", "不拘泥"] {
      #expect(CriteriaReading(refusal + tolerance, of: .woman).criteria.all.isEmpty)
    }
  }

  @Test(arguments: ["有车，大度不计较", "有车，为人不计较", "有车，不斤斤计较"])
  func `by nature says nothing of the other's car`(text: String) {
    let asked = CriteriaReading(text, of: .woman).criteria.all
    #expect(asked.map { $0.demand.text(.chinese) } == ["购车=有车"])
  }
}
