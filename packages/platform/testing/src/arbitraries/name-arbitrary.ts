import fc from 'fast-check'

const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗',
  ...'单解仇曾查区盖尉任洗逄',
  '欧阳',
  '司马',
  '尉迟',
  '上官',
]
const common = [...'伟芳娜敏静秀英丽强磊军洋勇艳杰娟涛明超兰霞平刚桂']
const rare = [...'堃喆燚犇垚淼赟翀翯彧頔䶮㛃𬭎𠮷𫖯']
const ethnic = ['阿卜杜拉', '古丽', '买买提', '艾合买提', '卓玛', '多杰', '扎西', '其其格', '阿依古丽']

const han = fc
  .tuple(
    fc.constantFrom(...surnames),
    fc.array(
      fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...common) },
        { weight: 1, arbitrary: fc.constantFrom(...rare) },
      ),
      { minLength: 1, maxLength: 2 },
    ),
  )
  .map(([surname, given]) => surname + given.join(''))

const dotted = fc.array(fc.constantFrom(...ethnic), { minLength: 2, maxLength: 3 }).map((parts) => parts.join('·'))

/** Names as a register holds them: two to four characters, surnames with a reading of their own, rare characters, names with a dot. */
export const nameArbitrary: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: han },
  { weight: 1, arbitrary: dotted },
)
