import { choice, date, defineRecord, division, multiline, name, number, optional, reference } from '@opendpf/kit'

/**
 * A row of a list: somebody by name and ID number. It goes into the list of its county that receives. Whom it means is found by the whole
 * number; where the name is another, a person looks.
 */
export const entry = defineRecord({
  fields: {
    name: name({ headings: ['姓名', '人员姓名', '对象姓名', '户主姓名', '死者姓名'] }),
    idNumber: number('resident-id', {
      headings: ['身份证号', '身份证号码', '公民身份号码', '居民身份证号', '证件号码'],
    }),
    /** The day that the list gives for this row: of an award, a death, an admission. */
    since: optional(
      date({ privacy: 'S2', headings: ['日期', '开始日期', '享受日期', '死亡日期', '入监日期', '参保日期'] }),
    ),
    remark: optional(multiline({ privacy: 'S2', max: 200, headings: ['备注', '说明'] })),
    division: division({ headings: ['区划', '所在区划'] }),
    list: optional(reference('matching.list', { isDerived: true, onRemove: 'remove' })),
    person: optional(reference('persons.person', { isDerived: true, onRemove: 'remove' })),
    state: choice(['matched', 'doubtful', 'unknown'], { isDerived: true }),
  },
  scope: 'division',
  title: 'name',
  operations: ['import', 'export', 'remove'],
  list: {
    columns: ['name', 'idNumber', 'since', 'list', 'state'],
    filters: ['list', 'state'],
    orders: ['name'],
  },
  workflow: {
    field: 'state',
    initial: 'doubtful',
    final: ['matched', 'unknown'],
    transitions: {
      accept: { from: 'doubtful', to: 'matched', guards: ['notCompared'] },
      dismiss: { from: 'doubtful', to: 'unknown', guards: ['notCompared'] },
    },
    waits: { doubtful: { owner: 'county', clock: null, escape: 'dismiss' } },
  },
})
