import { eligibility } from '@opendpf/eligibility'
import { texts } from '@opendpf/messages'
import { ownKindCodes } from './own-kinds.js'

/**
 * In which lists of other departments somebody was found and confirmed: for rules about what only such a list tells, as that he is in prison. The
 * value is nobody's to read; a rule tells what it comes to.
 */
export const listFact = eligibility({
  facts: {
    lists: {
      title: texts('经核定在册的外部名单', 'Lists of other departments, confirmed'),
      kind: 'items',
      group: 'lists',
      source: texts('数据比对核定结果', 'Decisions of data matching'),
      ask: texts('请核实并更正数据比对的核定结果', 'Look at what was decided about the list again'),
      attributes: { kind: { title: texts('名单种类', 'Kind of list'), codes: ownKindCodes } },
      whenNone: [],
      privacy: 'S3',
    },
  },
})
