import {
  attachments,
  choice,
  date,
  defineRecord,
  division,
  multiline,
  optional,
  reference,
  text,
  whole,
} from '@opendpf/kit'
import { remedyFields, remedySteps } from '../shared/remedy.js'

/** A contract with a designated institution (定点康复机构服务协议): what it may be entrusted with, from when to when. */
export const agreement = defineRecord({
  fields: {
    division: division(),
    institution: reference('organisations.organisation', { headings: ['定点机构'] }),
    purpose: choice(['child-training', 'cataract', 'devices', 'mental-care', 'adult-training'], {
      headings: ['服务内容'],
    }),
    number: text({ max: 60, headings: ['协议编号'] }),
    signedOn: date({ headings: ['签订日期'] }),
    since: date({ headings: ['开始日期'] }),
    until: date({ headings: ['结束日期'] }),
    places: optional(whole({ min: 1, max: 10_000, headings: ['服务人数上限'] })),
    papers: optional(attachments({ privacy: 'S1' })),
    endedOn: optional(date()),
    endReason: optional(multiline({ max: 500 })),
    state: choice(['in-force', 'suspended', 'ended']),
  },
  scope: 'division',
  title: 'number',
  list: {
    columns: ['number', 'institution', 'purpose', 'since', 'until', 'state'],
    filters: ['institution', 'purpose', 'state', 'since', 'until'],
    orders: ['until', 'signedOn'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'in-force',
    final: ['ended'],
    transitions: {
      suspend: { from: 'in-force', to: 'suspended', requires: ['endReason'] },
      resume: { from: 'suspended', to: 'in-force' },
      end: { from: ['in-force', 'suspended'], to: 'ended', requires: ['endedOn', 'endReason'] },
    },
    waits: {
      'in-force': { owner: 'county', clock: null, escape: 'end' },
      suspended: { owner: 'institution', clock: null, escape: 'end' },
    },
  },
})

/** A look at how an institution does what it agreed to (质量检查): a score, what was found, and by when it is put right. */
export const inspection = defineRecord({
  fields: {
    agreement: reference('rehab.agreement'),
    inspectedOn: date({ headings: ['检查日期'] }),
    score: whole({ max: 100, headings: ['得分'] }),
    inspectors: optional(text({ privacy: 'S2', headings: ['检查人员'] })),
    findings: optional(multiline({ max: 2000, headings: ['检查情况'] })),
    ...remedyFields,
    state: choice(['inspected', 'passed', 'remedying', 'remedied']),
  },
  scope: { from: 'agreement' },
  title: 'inspectedOn',
  list: {
    columns: ['inspectedOn', 'agreement', 'score', 'state', 'remedyBy', 'remediedOn'],
    filters: ['agreement', 'state', 'inspectedOn', 'remedyBy'],
    orders: ['inspectedOn', 'remedyBy'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'inspected',
    final: ['passed', 'remedied'],
    transitions: {
      pass: { from: 'inspected', to: 'passed' },
      ...remedySteps('inspected'),
    },
    waits: {
      inspected: { owner: 'county', clock: null, escape: 'pass' },
      remedying: { owner: 'institution', clock: null, escape: 'confirmRemedy' },
    },
  },
})
