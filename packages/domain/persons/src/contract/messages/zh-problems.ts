/** Chinese sentences for what the register refuses or remarks on: what is wrong, and what to do. */
export const zhProblems = {
  'person.problem.sexMismatch': '性别与身份证号不一致，请核对证件后改正其中一项',
  'person.problem.birthDateMismatch': '出生日期与身份证号不一致，请核对证件后改正其中一项',
  'person.problem.idTypeMismatch': '证件类型与号码不一致，请核对证件后改正其中一项',
  'person.problem.idNumberNeeded': '所选证件类型须填写身份证号，没有号码的请选“居民户口簿”',
  'person.problem.idTypeNeeded': '填写了其他证件号码的，请选择证件类型',
  'person.problem.birthDateNeeded': '没有身份证号的，请填写出生日期',
  'person.problem.birthDateFuture': '出生日期晚于今天，请核对',
  'person.problem.idNumberFuture': '身份证号中的出生日期晚于今天，请核对证件',
  'person.problem.deathBeforeBirth': '死亡日期早于出生日期，请核对',
  'person.problem.deathFuture': '死亡日期晚于今天，请核对',
  'person.problem.deceasedContradicts': '填写了死亡日期，“已死亡”不能选“否”',
  'person.problem.otherNumberNeeded': '所选证件没有身份证号的，请填写“其他证件号码”',
  'person.duplicate.same-name-and-birth-date':
    '疑似已登记：“{{name}}”姓名和出生日期相同（相似度 {{score}}）。请先核对，确为同一人的不要重复登记',
  'person.duplicate.same-sound-and-birth-date':
    '疑似已登记：“{{name}}”姓名读音和出生日期相同（相似度 {{score}}）。请先核对，确为同一人的不要重复登记',
  'person.duplicate.similar-name-and-birth-date':
    '疑似已登记：“{{name}}”姓名相近、出生日期相同（相似度 {{score}}）。请先核对，确为同一人的不要重复登记',
  'person.duplicate.same-name-near-birth-date-and-village':
    '疑似已登记：同村（社区）“{{name}}”同名且出生日期相差三年以内（相似度 {{score}}）。请先核对，确为同一人的不要重复登记',
  'person.duplicate.same-name-and-village':
    '疑似已登记：同村（社区）“{{name}}”同名（相似度 {{score}}）。请先核对，确为同一人的不要重复登记',
  'person.move.leavesHousehold': '户籍迁往外县：从今天起不再是“{{head}}”户的成员',
  'person.move.isHead': '是“{{head}}”户的户主，户内还有他人：请在该户变更户主，再结束其成员关系',
  'person.duplicate.checked': '已在您的管辖范围内查重（规则第 {{version}} 版，共 {{rules}} 条规则）',

  'member.problem.otherHousehold': '该人员现在属于另一个家庭，请先办理迁出，或使用“迁移成员”',
  'member.problem.secondHead': '该家庭已有户主，请使用“变更户主”',
  'member.problem.noHead': '家庭须有且只有一名户主，请先登记户主（与户主关系选“本人或户主”）',
  'member.problem.headLeaves': '户主离户前，请先为其余成员变更户主',
  'member.problem.period': '离户日期早于入户日期，请核对',
  'member.problem.future': '离户日期晚于今天，请在离户后再登记',
  'member.problem.ended': '该家庭已销户，不能再登记成员',

  'status.problem.period': '结束日期早于开始日期，请核对',
  'status.problem.overlap': '同一类状态的起止时间不能重叠，请先结束原有记录',
  'guardian.problem.period': '监护结束日期早于开始日期，请核对',
  'guardian.problem.self': '监护人不能是本人',
  'account.problem.thirdParty': '户名与本人姓名不一致的，请填写使用非本人账户的原因',
  'account.problem.closedDefault': '已停用的账户不能作为默认账户',
  'account.problem.secondDefault': '已有默认账户，请先取消原默认账户',
  'need.problem.future': '登记日期晚于今天，请核对',
  'need.problem.metEarly': '满足日期早于登记日期，请核对',

  'merge.problem.same': '要合并的两份档案是同一份',
  'merge.problem.pairGone': '其中一份档案已不存在或不在您的管辖范围内',
  'merge.problem.touched': '合并后“{{record}}”已有变动，不能撤销合并',
  'merge.problem.undone': '该次合并已经撤销',
  'merge.problem.field': '“{{field}}”不能选择取舍',
  'household.problem.notMember': '所选人员不是该家庭的现有成员',
  'household.problem.emptySplit': '请选择分出的成员，且原家庭至少保留一人',
  'household.problem.headNotChosen': '新户主须是分出的成员之一',
  'household.problem.newHeadNeeded': '原户主分出后，请为原家庭指定新户主',
  'household.problem.sameHousehold': '转入的家庭与原家庭相同',
  'household.problem.relationNeeded': '请填写每名成员与户主的关系',
  'household.problem.secondHead': '只能有一名户主',
} as const
