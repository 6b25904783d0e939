import Matchmaking

/// Heads that have been seen, by what they mean (DOMAIN: data as it really arrives); words between
/// spaces, as ``HeadText`` leaves them.
enum HeadWords {
  static let fields: [(RosterField, String)] = [
    (.number, "会员编号 会员号 会员id 档案编号 档案号 登记号 memberno membernumber memberid"),
    (
      .name,
      """
      真实姓名 名字 报名人 嘉宾姓名 职工姓名 员工姓名 参与人姓名 参加人姓名 参与者姓名 参加者姓名 报名人姓名 报名者姓名 报名姓名 申请人姓名 单身职工姓名 \
      单身青年姓名 青年姓名 会员姓名 学员姓名 人员姓名 选手姓名 登记人姓名 中文姓名 中文名 中文名字 姓名全称 全名 fullname chinesename wholename \
      namefull participantname membername guestname employeename applicantname staffname workername attendeename
      """
    ),
    (.familyName, "姓氏 姓 lastname surname familyname"),
    (.givenName, "名 firstname givenname forename"),
    (.sex, "男/女 男女 gender m/f 姓别 male/female"),
    (
      .birth,
      """
      出生日期 生日 出生年份 出生年月日 出生 出生时间 出生年 出生日 出生年/月 出生年/月/日 公历生日 阳历生日 公历出生日期 阳历出生日期 公历出生年月 阳历出生年月 生日公历 \
      dateofbirth birthdate birthday dob born birthyear yearofbirth birthdateofbirth birthmonth
      """
    ),
    (.age, "周岁 年纪 实岁 实际年龄"),
    (
      .phone,
      """
      手机 手机号 手机号码 电话 电话号码 联系方式 移动电话 联络电话 联络方式 联系手机 联系号码 联系电话号码 手机电话 移动号码 行动电话 常用电话 常用手机 常用手机号 电话手机 \
      手机号联系电话 手机微信同号 手机号微信同号 电话微信同号 mobile mobilephone mobilenumber mobileno mobilephonenumber cell cellphone cellnumber cellphonenumber phonenumber \
      phoneno telephone telephonenumber tel telno telnumber contact contactnumber contactno contactphone contactphonenumber phonemobile
      """
    ),
    (
      .contact,
      "手机微信 手机号微信号 微信手机 手机号微信 电话微信 微信电话 手机及微信 联系电话微信 联系电话微信号 phonewechat wechatphone phone/wechat"
    ),
    (.height, "净身高 裸高 裸身高 实际身高 净高"),
    (.verification, "审核意见 单位意见 工会意见 核验状态 审核状态 审核结果 审核情况 核验结果"),
    (
      .resident,
      "身份证 身份证号码 证件号码 证件号 公民身份号码 公民身份证号码 居民身份证号 居民身份证号码 居民身份证 身份号码 身份证件号码 身份证字号 idcard idcardno idcardnumber idnumber idno residentid residentnumber residentidnumber identitycard nationalid"
    ),
    (
      .answered,
      "提交答卷时间 答卷提交时间 提交时间 答卷时间 答题时间 结束答题时间 答题结束时间 填报时间 填写时间 报名时间 报名提交时间 timestamp 时间戳记 时间戳 submittedat submissiontime submittime completiontime answeredat"
    ),
  ]

  static let texts: [(MemberText, String)] = [
    (.wechat, "微信 微信账号 微信id 微信帐号 vx wx weixin wechatid wechatno wechatnumber wechataccount"),
    (.ethnicity, "族别 所属民族 ethnicgroup"),
    (.politics, "政治面目 政治身份 政治状况 党派 politicalstatus politicalaffiliation politicaloutlook"),
    (.hometown, "祖籍 家乡 老家 原籍 出生地 籍贯地 nativeplace birthplace placeofbirth"),
    (
      .household,
      "户口所在地 户籍所在地 户籍地 户口 户籍地址 户口地址 户口地 户籍所在 户籍情况 hukou registeredresidence"
    ),
    (
      .residence,
      """
      居住地 所在区域 现住址 现居地 现居地址 现居住地址 居住地址 常住地 常住地址 现住地 现居住地区 现居住城市 现居城市 居住城市 居住区域 家庭住址 家庭地址 住址 所在城市 城市 所在地 所在地区 \
      地区 区域 currentresidence currentcity city address homeaddress location currentaddress livingin placeofresidence
      """
    ),
    (
      .education,
      "文化程度 最高学历 教育程度 学历学位 学历/学位 学位 全日制学历 最高学历学位 第一学历 文化水平 受教育程度 教育水平 学历层次 educationlevel highesteducation degree highestdegree academicqualification qualification educationalbackground academicdegree"
    ),
    (
      .employer,
      """
      单位 所在单位 单位名称 公司 公司名称 企业名称 企业 所在企业 所在公司 工作单位名称 工作单位全称 单位全称 就职单位 任职单位 现工作单位 就业单位 用人单位 服务单位 工作地点单位 所在单位名称 所在单位全称 所在工作单位 现单位 现所在单位 \
      工作单位及职务 工作单位和职务 工作单位及岗位 工作单位职务 单位及职务 单位职务 工作单位/职务 单位/职务 工作单位及部门 单位及部门 所在单位及职务 company employer organization organisation workplace \
      companyname employername organizationname organisationname workunit placeofwork companyemployer
      """
    ),
    (
      .union,
      "所属工会 推荐单位 县区 系统 所在工会 工会 基层工会 工会组织 工会名称 所属基层工会 所属系统 所在县区 推荐工会 推荐单位工会 tradeunion unionname"
    ),
    (.sector, "行业 工作类型 企业性质 所属行业 从事行业 行业类别 行业类型 职业类型 所在行业 工作性质 单位类型 单位类别 industry companytype"),
    (
      .job,
      "职务 职业 工种 职称 职位 工作岗位 现任职务 从事职业 职业岗位 职务职称 职务/职称 岗位职务 职务岗位 工作 从事工作 现从事工作 jobtitle position occupation profession"
    ),
    (
      .income,
      "收入 月薪 月工资 工资 薪资 薪酬 月均收入 平均月收入 收入水平 月收入水平 经济收入 收入情况 月收入情况 税后月收入 税前月收入 个人月收入 monthlyincome salary monthlysalary wage earnings incomemonthly"
    ),
    (.marital, "婚况 婚恋状况 婚姻 婚姻状态 婚姻情况 婚恋情况 婚恋状态 maritalstatus marriage marriagestatus civilstatus"),
    (
      .children,
      "子女 子女状况 子女数 子女数量 孩子 孩子情况 有无子女 是否有子女 有无孩子 是否有孩子 有没有孩子 小孩情况 有无小孩 是否有小孩 子女信息 haschildren kids numberofchildren"
    ),
    (
      .housing,
      "房产 住房情况 房产情况 购房情况 住房状况 购房 房子 有无住房 是否有房 是否有住房 有无房产 是否购房 有房 婚房 房产状况 居住情况 住房条件 house home ownsahome"
    ),
    (.car, "车辆情况 购车情况 车 车辆 有无车辆 是否有车 有无汽车 有无车 是否购车 有车 汽车 私家车 购车状况 vehicle ownsacar"),
    (.onlyChild, "是否独生子女 是否独生 是否为独生子女 独生 独生子女情况"),
    (.weight, "净体重 实际体重"),
    (
      .interests,
      "特长 爱好 兴趣 爱好特长 兴趣特长 特长爱好 兴趣爱好特长 兴趣爱好及特长 兴趣爱好和特长 业余爱好 个人爱好 个人特长 个人兴趣 hobbies hobby interest"
    ),
    (
      .introduction,
      "个人简介 内心独白 个人介绍 自我描述 自我简介 自我评价 个人自述 简介 自述 个人描述 个人说明 一句话介绍 selfintroduction aboutme bio about aboutyourself introduceyourself personalprofile"
    ),
    (
      .criteria,
      """
      择偶标准 择偶条件 择偶期望 择偶意向 择偶意愿 择偶观 择偶标准要求 择偶条件要求 择偶要求及标准 对对方的要求 对对方要求 对对方的期望 对另一半的要求 对另一半的期望 对另一半要求 对另一半期望 \
      对未来另一半的要求 对未来另一半的期望 对伴侣的要求 对伴侣的期望 对ta的要求 对ta的期望 对象要求 期望对象 理想对象 理想的另一半 理想另一半 理想型 征婚要求 交友要求 交友标准 希望对方 partnercriteria expectations \
      partnerpreferences partnerpreference lookingfor idealpartner partnerrequirements requirements
      """
    ),
    (.matchmaker, "介绍人 推荐人 红娘姓名 介绍人姓名 推荐人姓名 牵线人 introducer introducedby referrer referredby"),
    (
      .note, "说明 其他 其它 备注说明 其他说明 其它说明 附注 补充说明 其他信息 notes remark remarks comment comments memo other"
    ),
    (
      .residentDigits,
      "身份证号后四位 身份证末四位 身份证后4位 身份证号后4位 身份证号码后四位 身份证号码后4位 身份证尾号 证件号后四位 idlastfour lastfourofid"
    ),
  ]

  /// Heads that are a detail and say besides how bare cells are meant.
  static let meaningful: [(RosterField, HeadSense, String)] = [
    (
      .text(.income), .money("", perYear: true),
      "年收入 年薪 年均收入 税前年收入 税后年收入 个人年收入 年收入水平 年收入情况 年工资 年工资收入 全年收入 annualincome annualsalary yearlyincome yearlysalary incomeperyear salaryperyear annualpay"
    ),
    (.text(.marital), .question(yes: "已婚", no: "单身"), "是否已婚 婚否 是否结婚 结婚与否 married"),
    (.text(.marital), .marriages, "婚史 婚姻史 婚姻经历 有无婚史"),
  ]

  /// 序号: tells rows apart.
  static let serials: Set<String> = Set(
    words(
      "序号 序 序列 序列号 顺序号 行号 行次 no # sn s/n serial serialno serialnumber rowno row 序号# 答卷编号 答卷序号 答题序号 提交序号 填写id 答卷id 记录id"
    ))

  /// What only survey sites and forms add.
  static let survey: Set<String> = Set(
    words(
      """
      所用时间 答题时长 填写时长 答题用时 作答时长 来源详情 来自ip ip地址 填写ip 提交ip 答题ip 开始答题时间 答题开始时间 更新时间 修改时间 填写设备 答题设备 答卷来源 提交者 答卷人 答题者 填写者 用户id openid unionid \
      ipaddress duration starttime useragent respondentid responseid
      """))

  /// What may be a survey's where one of the others stands beside it.
  static let surveyBesides: Set<String> = Set(
    words(
      "来源 总分 得分 开始时间 结束时间 完成时间 提交人 设备 操作系统 浏览器 ip id 用户类型 地理位置 填写者微信昵称 微信昵称 昵称 头像 扩展属性 自定义字段 邮箱地址 名称 source score browser os device endtime"
    ))

  static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}
