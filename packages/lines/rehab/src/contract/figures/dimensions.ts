import { type Dimension, personDimensions } from '@opendpf/figures'
import { texts } from '@opendpf/messages'

const yesOrNo = (yes: readonly [zh: string, en: string], no: readonly [zh: string, en: string]) => [
  { code: 'true', zh: yes[0], en: yes[1] },
  { code: 'false', zh: no[0], en: no[1] },
]

/** What figures about clients are broken down by: who they are, and whether they were poor on the day that counts. */
export const clientDimensions = {
  ...personDimensions,
  economy: {
    title: texts('经济状况', 'Means'),
    codes: [
      {
        code: 'poor',
        zh: '困难（低保、特困、低保边缘、监测对象）',
        en: 'Poor: on an allowance, supported or monitored',
      },
      { code: 'other', zh: '其他', en: 'Others' },
    ],
  },
} as const satisfies Readonly<Record<string, Dimension>>

/** Whether something cost the person nothing; not known where the cost is not. */
export const freeDimension = {
  title: texts('是否免费', 'Free'),
  codes: yesOrNo(['免费', 'Free'], ['部分自付', 'Partly paid by the person']),
} as const satisfies Dimension

/** Whether somebody was served in his own town. */
export const nearDimension = {
  title: texts('是否就近', 'Near'),
  codes: yesOrNo(['在本乡镇', 'In the own town'], ['在外地', 'Elsewhere']),
} as const satisfies Dimension

/** By what kind of institution somebody was served: a station, an institution of rehabilitation, a hospital. */
export const institutionDimension = {
  title: texts('机构类型', 'Kind of institution'),
  field: 'organisations.organisation.type',
} as const satisfies Dimension

/** A dimension whose codes are the values of a field of the line. */
export const fieldDimension = (field: `${string}.${string}`, zh: string, en: string) =>
  ({ title: texts(zh, en), field: `rehab.${field}` }) as const satisfies Dimension
