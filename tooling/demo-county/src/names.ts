import type { Random } from './random.js'

const surnames =
  '王王王王李李李李张张张张刘刘刘陈陈陈杨杨黄黄赵赵吴吴周周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤查单解仇'
const compound = ['欧阳', '上官', '司马', '诸葛', '慕容', '令狐', '尉迟']
const male = '伟强磊军洋勇杰涛明超刚平辉鹏华飞斌波宇浩凯健俊帆龙建国林文斌志永庆春生福贵德义海山树根水金柱'
const female = '芳娜秀英敏静丽艳娟霞兰玉萍红云莲真环雪荣爱妹香月莺媛桂凤琴梅菊珍翠巧莉婷慧淑贤素贞花'
/** Characters that old programs cannot show; a register must. */
const rare = ['䶮', '𬭎', '堃', '犇', '翀', '㛃', '昇', '玥', '赟', '喆']
const ethnicFirst = {
  male: ['阿不都', '买买提', '艾力', '吐尔逊', '热合曼'],
  female: ['古丽娜尔', '阿依古丽', '帕提古丽', '热孜万', '麦合木提'],
}
const ethnicLast = ['买买提', '热西提', '艾山江', '吐尔逊', '卡德尔', '阿不力孜']

/** A person's name and ethnicity (GB/T 3304). */
export interface DemoName {
  readonly name: string
  readonly ethnicity: string
}

/** A plausible name: one in fifty with a compound surname, one in two hundred with a rare character, some with the dot of Uyghur names. */
export function makeName(random: Random, sex: 'male' | 'female'): DemoName {
  if (random.chance(0.01))
    return { name: `${random.pick(ethnicFirst[sex])}·${random.pick(ethnicLast)}`, ethnicity: '05' }
  const surname = random.chance(0.02) ? random.pick(compound) : random.pick([...surnames])
  const characters = [...(sex === 'male' ? male : female)]
  const given = [random.pick(characters), ...(random.chance(0.62) ? [random.pick(characters)] : [])]
  if (random.chance(0.005)) given[given.length - 1] = random.pick(rare)
  const ethnicity = random.weighted([
    ['01', 93],
    ['03', 3],
    ['11', 1],
    ['15', 1],
    ['06', 1],
    ['08', 1],
  ] as const)
  return { name: surname + given.join(''), ethnicity }
}
