import { all, clause, eligibility, not, type ParameterDef, parameter, some, value } from '@opendpf/eligibility'
import { texts } from '@opendpf/messages'
import {
  covering,
  establishing,
  hasMeans,
  hasValidCertificate,
  isAlive,
  isEstablished,
  isSevere,
  localBasis,
  standard,
  stop,
  undecided,
} from '../shared/clauses.js'
import { ownProgrammes } from '../shared/own-programmes.js'

const attributes = { programme: { title: texts('项目', 'Programme'), codes: ownProgrammes } }

/** Programmes of this line that a region grants one of. */
const excluding = (zh: string, en: string, national: readonly string[] = []): ParameterDef => ({
  title: texts(`与${zh}不可同时享受的本地项目`, `Programmes that exclude the ${en}`),
  kind: 'patterns',
  attributes,
  basis: localBasis,
  national: [
    { since: '2016-01-01', value: national.length === 0 ? [] : [{ programme: national }], document: undecided },
  ],
})

const receivesNoneOf = (name: string) =>
  clause(not(some('programmes', parameter(name))), {
    code: 'L1',
    title: texts('未享受不可兼得的本地补贴', 'No programme that excludes it'),
    basis: localBasis,
    failed: texts(
      '正在享受与本项目不可兼得的补贴，须先停领再申请',
      'Another programme that excludes it is drawn; end that one first',
    ),
  })

const notInCare = clause(not(some('eligibility.benefits', value([{ kind: ['long-term-care'] }]))), {
  code: 'L2',
  title: texts('未享受长期护理保险待遇', 'No long-term care insurance'),
  basis: localBasis,
  failed: texts('正在享受长期护理保险待遇', 'Long-term care insurance pays for the care'),
})

const drawsExcluding = (name: string) =>
  stop('正在享受不可兼得的补贴', 'Draws a programme that excludes it', localBasis, some('programmes', parameter(name)))

const leftMeans = (name: string) =>
  stop('家庭经济状况不再符合', 'Left the means that are covered', localBasis, not(hasMeans(name, localBasis)))

/** What a county pays besides the two national subsidies (地方生活补助、特困定额补助、居家托养补贴), and who may have it. */
export const localDeclarations = eligibility({
  facts: {
    programmes: {
      title: texts('正在享受的本地补贴', 'Programmes that are drawn'),
      kind: 'items',
      group: 'programmes',
      source: texts('在册名单', 'Enrolments'),
      ask: texts('请登记其正在享受的补贴', 'Record what is drawn'),
      attributes,
      whenNone: [],
      privacy: 'S2',
    },
  },
  parameters: {
    hasLocalLiving: establishing('地方生活补助', 'local living subsidy'),
    localLivingStandard: standard('地方生活补助月标准', 'Local living subsidy per month', 'month'),
    localLivingEconomies: covering('地方生活补助覆盖的家庭经济状况', 'Means that the local living subsidy covers'),
    localLivingExcludedBy: excluding('地方生活补助', 'local living subsidy', ['specialSubsidy']),
    hasSpecialSubsidy: establishing('特殊困难定额补助', 'special subsidy'),
    specialSubsidyStandard: standard('特殊困难定额补助月标准', 'Special subsidy per month', 'month'),
    specialSubsidyEconomies: covering('特殊困难定额补助覆盖的家庭经济状况', 'Means that the special subsidy covers'),
    specialSubsidyExcludedBy: excluding('特殊困难定额补助', 'special subsidy', ['localLiving']),
    hasHomeCare: establishing('居家托养补贴', 'home-care subsidy'),
    homeCareStandard: standard('居家托养补贴月标准', 'Home-care subsidy per month', 'month'),
    homeCareExcludedBy: excluding('居家托养补贴', 'home-care subsidy'),
  },
  predicates: {
    leftLocalLivingMeans: leftMeans('localLivingEconomies'),
    drawsExcludingLocalLiving: drawsExcluding('localLivingExcludedBy'),
    leftSpecialSubsidyMeans: leftMeans('specialSubsidyEconomies'),
    drawsExcludingSpecialSubsidy: drawsExcluding('specialSubsidyExcludedBy'),
    drawsExcludingHomeCare: drawsExcluding('homeCareExcludedBy'),
    isNoLongerSevere: stop('残疾等级不再符合', 'The grade is no longer covered', localBasis, not(isSevere(localBasis))),
  },
  schemes: {
    localLiving: {
      title: texts('地方生活补助', 'Local living subsidy'),
      basis: localBasis,
      amount: 'localLivingStandard',
      rule: all(
        isEstablished('hasLocalLiving'),
        isAlive(localBasis),
        hasValidCertificate(localBasis),
        hasMeans('localLivingEconomies', localBasis),
        receivesNoneOf('localLivingExcludedBy'),
      ),
    },
    specialSubsidy: {
      title: texts('特殊困难定额补助', 'Special subsidy'),
      basis: localBasis,
      amount: 'specialSubsidyStandard',
      rule: all(
        isEstablished('hasSpecialSubsidy'),
        isAlive(localBasis),
        hasValidCertificate(localBasis),
        isSevere(localBasis),
        hasMeans('specialSubsidyEconomies', localBasis),
        receivesNoneOf('specialSubsidyExcludedBy'),
      ),
    },
    homeCare: {
      title: texts('居家托养补贴', 'Home-care subsidy'),
      basis: localBasis,
      amount: 'homeCareStandard',
      rule: all(
        isEstablished('hasHomeCare'),
        isAlive(localBasis),
        hasValidCertificate(localBasis),
        isSevere(localBasis),
        notInCare,
        receivesNoneOf('homeCareExcludedBy'),
      ),
    },
  },
})
