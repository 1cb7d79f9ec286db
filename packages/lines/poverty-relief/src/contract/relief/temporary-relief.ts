import { all, any, atLeast, clause, eligibility, is, named, parameter, value } from '@opendpf/eligibility'
import { texts } from '@opendpf/messages'
import { defineProgramme } from '@opendpf/programmes'
import { economies, hasMeans, hasValidCertificate, isAlive, undecided } from '../shared/clauses.js'
import { commonEvidence } from '../shared/evidence.js'

const decree = '国发〔2014〕47号'
const document = { title: '国务院关于全面建立临时救助制度的通知', number: decree, date: '2014-10-03' }

/** So many months since the last relief as nobody has lived: what is told of a household that never had any. */
const never = 1200

/** The four hardships of a household that relief is for; one of them is enough. */
const hardship = clause(
  any(
    clause(named('certificates.severeGeneral'), {
      code: 'T1',
      title: texts('家庭有重度残疾人', 'Somebody severely disabled'),
      basis: decree,
      failed: texts('不属于重度残疾', 'Nobody is severely disabled'),
    }),
    clause(is('persons.isMultiDisabledHousehold', value(true)), {
      code: 'T2',
      title: texts('一户多残', 'Several disabled in one household'),
      basis: decree,
      failed: texts('家庭登记中不是一户多残', 'One disabled person in the household'),
    }),
    clause(is('persons.hasIllnessBurden', value(true)), {
      code: 'T3',
      title: texts('大病医疗负担重', 'Burdened by a serious illness'),
      basis: decree,
      failed: texts(
        '没有登记大病医疗负担；有医疗费用单据的先登记人员状态',
        'No burden by an illness is recorded; with bills of a hospital, record it first',
      ),
    }),
    clause(is('persons.hasSchoolingHardship', value(true)), {
      code: 'T4',
      title: texts('子女入学困难', 'Hardly able to school the children'),
      basis: decree,
      failed: texts(
        '没有登记子女入学困难；有录取通知书的先登记人员状态',
        'No hardship by schooling is recorded; with a letter of admission, record it first',
      ),
    }),
  ),
  {
    title: texts('存在可以救助的困难情形', 'There is a hardship that relief is for'),
    basis: decree,
    failed: texts(
      '重度残疾、一户多残、大病医疗、子女入学四种情形都没有认定',
      'None of the four is so: severe disability, several disabled, serious illness, schooling',
    ),
  },
)

/** Temporary relief (临时救助): who may have it, and how soon again. */
export const reliefDeclarations = eligibility({
  facts: {
    monthsSinceRelief: {
      title: texts('家庭上次临时救助至今的月数', 'Months since the household was relieved last'),
      kind: 'whole',
      unit: texts('月', 'months'),
      group: 'relief',
      source: texts('临时救助审批记录', 'Decisions about temporary relief'),
      ask: texts('请核实家庭上次获得临时救助的时间', 'Find out when the household was relieved last'),
      whenNone: never,
      privacy: 'S2',
    },
  },
  parameters: {
    reliefEconomies: {
      title: texts('临时救助覆盖的家庭经济状况', 'Means that temporary relief covers'),
      kind: 'codes',
      codes: economies,
      basis: decree,
      national: [
        {
          since: '2014-10-03',
          value: ['extremely-poor', 'allowance', 'allowance-margin', 'rigid-expenditure', 'poor-monitored'],
          document,
        },
      ],
    },
    reliefBarMonths: {
      title: texts('同一家庭两次临时救助的最短间隔', 'Least time between two reliefs of a household'),
      kind: 'whole',
      unit: texts('月', 'months'),
      max: 120,
      basis: decree,
      national: [{ since: '2014-10-03', value: 0, document: undecided }],
    },
  },
  schemes: {
    temporaryRelief: {
      title: texts('临时救助', 'Temporary relief'),
      basis: decree,
      rule: all(
        isAlive(decree),
        hasValidCertificate(decree),
        hasMeans('reliefEconomies', decree),
        hardship,
        clause(atLeast('monthsSinceRelief', parameter('reliefBarMonths')), {
          code: 'T5',
          title: texts('距家庭上次临时救助已满规定间隔', 'The household was not relieved lately'),
          basis: decree,
          failed: texts(
            '家庭在规定间隔内已获临时救助；间隔期满后可以申请',
            'The household was relieved within the least time; apply once that is over',
          ),
        }),
      ),
    },
  },
})

/** Relief for an emergency: no visit, no notice, nobody else's decision, so that three people may grant it in one day. */
export const reliefProgrammes = {
  temporaryRelief: defineProgramme({
    line: 'poverty-relief',
    basis: decree,
    beneficiary: 'person',
    title: texts('临时救助', 'Temporary relief'),
    scheme: 'temporaryRelief',
    // what no region grants to one household at once; the county's own most is what its approver keeps to
    amount: { by: 'decision', most: 5_000_000 },
    evidence: {
      idCard: commonEvidence.idCard,
      hardship: {
        title: texts('困难情形证明（医疗单据、录取通知书等）', 'Proof of the hardship: bills, letter of admission'),
        isRequired: true,
      },
      account: { ...commonEvidence.account, isRequired: false },
    },
    steps: {},
    cycle: 'once',
    start: 'decision-month',
    stops: [{ reason: 'death', when: 'hasDied' }],
    stopsFrom: 'following-month',
  }),
} as const
