import { eligibilityId } from '@opendpf/eligibility'
import { figuresId } from '@opendpf/figures'
import { defineModule } from '@opendpf/kit'
import { programmesId } from '@opendpf/programmes'
import { rehabActivityKinds } from './activity-kinds.js'
import { diagnosis } from './child-aid/diagnosis.js'
import { childAidProgrammes } from './child-aid/programmes.js'
import { childAidRules } from './child-aid/rules.js'
import { assessment } from './client/assessment.js'
import { file } from './client/file.js'
import { followUp } from './client/follow-up.js'
import { plan, planItem } from './client/plan.js'
import { service } from './client/service.js'
import { standard } from './client/standard.js'
import { device } from './devices/device.js'
import { fitting, repair } from './devices/fitting.js'
import { movement, stock, store } from './devices/stock.js'
import { rehabDocuments } from './documents.js'
import { activityIndicators } from './figures/activity-indicators.js'
import { clientIndicators } from './figures/client-indicators.js'
import { deviceIndicators } from './figures/device-indicators.js'
import { mentalIndicators } from './figures/mental-indicators.js'
import { needIndicators } from './figures/need-indicators.js'
import { networkIndicators } from './figures/network-indicators.js'
import { reliefIndicators } from './figures/relief-indicators.js'
import { sightIndicators } from './figures/sight-indicators.js'
import { trainingIndicators } from './figures/training-indicators.js'
import { careVisit, patient } from './mental/patient.js'
import { messages } from './messages/messages.js'
import { agreement, inspection } from './network/agreement.js'
import { doctorContract, doctorService } from './network/doctor.js'
import { station, stationCheck } from './network/station.js'
import { aid } from './relief/aid.js'
import { policy } from './relief/policy.js'
import { relief } from './relief/relief.js'
import { rehabRoles } from './roles.js'
import { area } from './sight/area.js'
import { cataract } from './sight/cataract.js'
import { course, lesson } from './training/course.js'

/** What the line tells figures of. */
const rehabIndicators = {
  ...needIndicators,
  ...clientIndicators,
  ...sightIndicators,
  ...deviceIndicators,
  ...trainingIndicators,
  ...reliefIndicators,
  ...mentalIndicators,
  ...networkIndicators,
  ...activityIndicators,
}

/** The line of rehabilitation (康复). */
export const rehab = defineModule({
  id: 'rehab',
  records: {
    file,
    assessment,
    plan,
    planItem,
    service,
    followUp,
    standard,
    cataract,
    area,
    fitting,
    device,
    store,
    stock,
    movement,
    repair,
    course,
    lesson,
    relief,
    diagnosis,
    aid,
    policy,
    patient,
    careVisit,
    station,
    stationCheck,
    agreement,
    inspection,
    doctorContract,
    doctorService,
  },
  roles: rehabRoles,
  documents: rehabDocuments,
  declares: {
    activities: rehabActivityKinds,
    [figuresId]: rehabIndicators,
    [eligibilityId]: childAidRules,
    [programmesId]: childAidProgrammes,
  },
  messages,
})
