import { eligibilityId } from '@opendpf/eligibility'
import { figuresId } from '@opendpf/figures'
import { implementModule } from '@opendpf/kit/server'
import { rehab } from '../contract/index.js'
import { childAidFactSources } from './child-aid/child-aid-facts.js'
import { followStop } from './child-aid/end-case.js'
import { openCase } from './child-aid/open-case.js'
import { assessmentHooks, fileHooks, followUpHooks, planHooks, planItemHooks } from './client/file-hooks.js'
import { clientGuards } from './client/guards.js'
import { serviceHooks } from './client/service-hooks.js'
import { deviceGuards, deviceHooks, fittingHooks, repairHooks } from './devices/fitting-hooks.js'
import { movementHooks, stockHooks } from './devices/stock-hooks.js'
import { card } from './documents/card.js'
import { receipt } from './documents/receipt.js'
import { activityMeasures } from './figures/activity-measures.js'
import { clientMeasures } from './figures/client-measures.js'
import { deviceMeasures } from './figures/device-measures.js'
import { mentalMeasures } from './figures/mental-measures.js'
import { needMeasures } from './figures/need-measures.js'
import { networkMeasures } from './figures/network-measures.js'
import { reliefMeasures } from './figures/relief-measures.js'
import { sightMeasures } from './figures/sight-measures.js'
import { trainingMeasures } from './figures/training-measures.js'
import { careVisitHooks, patientHooks } from './mental/patient-hooks.js'
import { migrations } from './migrations/migrations.js'
import {
  agreementHooks,
  doctorContractHooks,
  doctorServiceHooks,
  inspectionHooks,
  networkGuards,
  stationCheckHooks,
  stationHooks,
} from './network/network-hooks.js'
import { aidHooks, diagnosisHooks, policyHooks, reliefGuards, reliefHooks } from './relief/relief-hooks.js'
import { areaHooks, cataractHooks, sightGuards } from './sight/cataract-hooks.js'
import { courseHooks, lessonHooks, trainingGuards } from './training/course-hooks.js'

/** The server half of the line. */
export const rehabServer = implementModule(rehab, {
  migrations,
  hooks: {
    file: fileHooks,
    assessment: assessmentHooks,
    plan: planHooks,
    planItem: planItemHooks,
    service: serviceHooks,
    followUp: followUpHooks,
    cataract: cataractHooks,
    area: areaHooks,
    device: deviceHooks,
    stock: stockHooks,
    movement: movementHooks,
    fitting: fittingHooks,
    repair: repairHooks,
    course: courseHooks,
    lesson: lessonHooks,
    relief: reliefHooks,
    diagnosis: diagnosisHooks,
    aid: aidHooks,
    policy: policyHooks,
    patient: patientHooks,
    careVisit: careVisitHooks,
    station: stationHooks,
    stationCheck: stationCheckHooks,
    agreement: agreementHooks,
    inspection: inspectionHooks,
    doctorContract: doctorContractHooks,
    doctorService: doctorServiceHooks,
  },
  guards: { ...clientGuards, ...sightGuards, ...deviceGuards, ...trainingGuards, ...reliefGuards, ...networkGuards },
  documents: { 'file.card': card, 'fitting.receipt': receipt },
  on: { 'programmes.enrolment.began': openCase, 'programmes.enrolment.stopped': followStop },
  provides: {
    [eligibilityId]: childAidFactSources,
    [figuresId]: {
      ...needMeasures,
      ...clientMeasures,
      ...sightMeasures,
      ...deviceMeasures,
      ...trainingMeasures,
      ...reliefMeasures,
      ...mentalMeasures,
      ...networkMeasures,
      ...activityMeasures,
    },
  },
})
