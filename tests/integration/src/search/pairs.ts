/** A name in the register and what a clerk types for it. */
export interface Pair {
  readonly name: string
  /** Searches that find the name. */
  readonly by: readonly string[]
  /** Searches that do not. */
  readonly notBy?: readonly string[]
}

/**
 * Labelled pairs of names and searches: what a search must find, and what it must leave out. Characters, any two or more of them in a
 * row, pinyin as far as it was typed, initials; surnames by their own reading as well as by the usual one of the character; rare
 * characters; names of several parts.
 */
export const pairs: readonly Pair[] = [
  {
    name: '张三丰',
    by: [
      '张',
      '三',
      '丰',
      '张三',
      '三丰',
      '张三丰',
      'zhang',
      'zhangsan',
      'zhangsanfeng',
      'zsf',
      'ZHANGSAN',
      'sanfeng',
      '张三丰 zsf',
    ],
    notBy: ['丰三', '三张', '张丰', 'zhangfeng', 'fz'],
  },
  { name: '张三', by: ['张三', 'zhangsan', 'zs'], notBy: ['张三丰', 'zhangsanfeng', 'zsf'] },
  { name: '李小龙', by: ['李小龙', '小龙', 'lixiaolong', 'lxl', 'xiaolong', '李 龙'], notBy: ['李龙', '大龙'] },
  // surnames that are read otherwise than the word
  { name: '单小雨', by: ['shan', 'shanxiaoyu', 'sxy', '单', '单小雨', 'danxiaoyu', 'dxy'], notBy: ['chanyu'] },
  { name: '解明', by: ['xie', 'xieming', 'xm', 'jieming', '解'], notBy: ['jia'] },
  { name: '仇英', by: ['qiu', 'qiuying', 'qy', 'chouying'], notBy: ['qu'] },
  { name: '曾国强', by: ['zeng', 'zengguoqiang', 'zgq', 'cengguoqiang'], notBy: ['zheng'] },
  { name: '查良', by: ['zha', 'zhaliang', 'zl', 'chaliang'], notBy: ['zhang'] },
  { name: '区志明', by: ['ou', 'ouzhiming', 'ozm', 'quzhiming'] },
  { name: '盖丽', by: ['ge', 'geli', 'gaili'] },
  { name: '任飞', by: ['ren', 'renfei', 'rf'] },
  { name: '尉迟恭', by: ['yuchi', 'yuchigong', 'ycg', '尉迟'] },
  { name: '欧阳修', by: ['ouyang', 'ouyangxiu', 'oyx', '欧阳', '阳修'] },
  // given names with characters of several readings
  { name: '王长乐', by: ['wangchangle', 'wcl', '长乐', 'changle'] },
  { name: '吕行', by: ['lv', 'lvxing', 'lx', 'lü'], notBy: ['liu'] },
  { name: '朱重阳', by: ['zhuchongyang', 'zcy'] },
  // rare characters, some outside the first plane
  { name: '刘𬭎', by: ['𬭎', '刘𬭎', 'liu'], notBy: ['刘宏'] },
  { name: '赵㛃', by: ['㛃', '赵㛃'], notBy: ['赵洁'] },
  { name: '王堃喆', by: ['堃', '堃喆', '王堃喆', 'wangkunzhe', 'wkz'] },
  { name: '𠮷田', by: ['𠮷', '𠮷田'], notBy: ['吉'] },
  { name: '马彧', by: ['马彧', 'mayu', 'my'] },
  // names of several parts, with whichever dot
  {
    name: '阿卜杜拉·买买提',
    by: [
      '阿卜杜拉',
      '买买提',
      '阿卜杜拉买买提',
      '阿卜杜拉·买买提',
      '阿卜杜拉•买买提',
      '杜拉买',
      'abudula',
      'maimaiti',
      'abudulamaimaiti',
      'abdlmmt',
      'mmt',
    ],
    notBy: ['买提买', '艾买提'],
  },
  { name: '古丽・艾合买提', by: ['古丽', '艾合买提', '古丽·艾合买提', 'guli', 'aihemaiti', 'gl'] },
  { name: '扎西多杰', by: ['扎西', '多杰', '扎西多杰'] },
  // written with blanks, in full width, in Latin letters
  { name: '王 伟', by: ['王伟', '王 伟', 'wangwei', 'ww', '伟'] },
  { name: 'Ａｎｎａ', by: ['anna', 'Anna', 'an'], notBy: ['nan'] },
  { name: 'Müller Anna', by: ['müller', 'mü'], notBy: ['xx'] },
]
