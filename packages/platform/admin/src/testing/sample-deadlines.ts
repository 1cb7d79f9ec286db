import {
  choice,
  clockName,
  date,
  defineModule,
  defineRecord,
  division,
  flag,
  optional,
  pauseReasons,
  recordName,
  stepName,
  text,
  waitOwners,
} from '@opendpf/kit'

const deadlineRecord = defineRecord({
  fields: {
    title: text(),
    record: recordName(),
    rowId: text(),
    clock: clockName('record'),
    state: choice(['running', 'paused', 'met', 'missed', 'elapsed']),
    owner: choice(waitOwners),
    step: stepName('record'),
    startedOn: date(),
    dueOn: optional(date()),
    promisedOn: optional(date()),
    pausedSince: optional(date()),
    pauseReason: optional(choice(pauseReasons)),
    endedOn: optional(date()),
    isProvisional: flag(),
    division: division(),
  },
  scope: 'division',
  title: 'title',
  list: {
    columns: ['title', 'record', 'dueOn'],
    filters: ['record', 'owner', 'state', 'dueOn', 'endedOn'],
    orders: ['dueOn'],
  },
  operations: [],
})

const words = (say: (name: string) => string) => ({
  title: say('系统'),
  deadline: say('期限'),
  ...Object.fromEntries(Object.keys(deadlineRecord.fields).map((name) => [`deadline.${name}`, say(name)])),
  ...Object.fromEntries(
    ['running', 'paused', 'met', 'missed', 'elapsed'].map((name) => [`deadline.state.${name}`, say(name)]),
  ),
  ...Object.fromEntries(waitOwners.map((name) => [`deadline.owner.${name}`, say(name)])),
  ...Object.fromEntries(pauseReasons.map((name) => [`deadline.pauseReason.${name}`, say(name)])),
})

const owners: Readonly<Record<string, string>> = { county: '县级残联', applicant: '申请人' }
const chinese = words((name) => owners[name] ?? name)

/** The platform's own module, as far as pages about deadlines know it. */
export const sampleSystem = defineModule({
  id: 'system',
  records: { deadline: deadlineRecord },
  // built from the names above, which a type cannot follow
  messages: { 'zh-CN': chinese, en: chinese } as never,
})

/** A deadline of an application, on its way. */
export const sampleDeadline = {
  title: '2026-03-02',
  record: 'devices.application',
  rowId: 'application-0001',
  clock: 'decision',
  state: 'running',
  owner: 'county',
  step: 'approve',
  startedOn: '2026-11-02',
  dueOn: '2026-11-20',
  promisedOn: null,
  pausedSince: null,
  pauseReason: null,
  endedOn: null,
  isProvisional: false,
  division: '990121100201',
} as const
