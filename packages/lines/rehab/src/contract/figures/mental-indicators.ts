import { indicators } from '@opendpf/figures'
import { texts } from '@opendpf/messages'
import { distinctPersons, share, stock } from './bases.js'
import { clientDimensions, fieldDimension } from './dimensions.js'

const ofPatient = {
  ...stock,
  ...distinctPersons,
  lists: 'rehab.patient',
  isPlacedAsListed: true,
  dimensions: { ...clientDimensions, source: fieldDimension('patient.source', '来源', 'Source') },
  direction: 'more',
} as const

const patients = {
  ...ofPatient,
  title: texts('精神障碍康复对象', 'Persons in mental care'),
  counts: texts('统计日在册的精神障碍康复对象', 'Persons in mental care on the day'),
  direction: 'neither',
} as const
const patientsGuarded = {
  ...ofPatient,
  title: texts('已监护的康复对象', 'Persons guarded'),
  counts: texts('其中已落实监护的', 'Those who are watched over by a guardian'),
} as const
const patientsVisited = {
  ...ofPatient,
  title: texts('随访的康复对象', 'Persons visited'),
  counts: texts('其中统计日前一年内随访过的', 'Those who were visited within the year before the day'),
} as const
const patientsImproved = {
  ...ofPatient,
  title: texts('显著好转的康复对象', 'Persons markedly improved'),
  counts: texts('其中最近一次随访显著好转的', 'Those whom the latest of these visits found markedly improved'),
} as const
const patientsParticipating = {
  ...ofPatient,
  title: texts('参与社会的康复对象', 'Persons who take part'),
  counts: texts(
    '其中最近一次随访时参加劳动、上学、做家务或者社会活动的',
    'Those who worked, studied, kept house or took part in social life at the latest visit',
  ),
} as const
const patientsIncident = {
  ...ofPatient,
  title: texts('肇事的康复对象', 'Persons with an incident'),
  counts: texts('其中统计日前一年内肇事的', 'Those who caused an incident within the year before the day'),
  direction: 'less',
} as const

/** The four rates of the federation (社会化、综合性、开放式精神病防治康复). Those of the health authorities are others, and not told here. */
export const mentalIndicators = indicators({
  patients,
  patientsGuarded,
  patientsVisited,
  patientsImproved,
  patientsParticipating,
  patientsIncident,
  guardianshipRate: share(['patientsGuarded', patientsGuarded], ['patients', patients], {
    title: texts('监护率', 'Guardianship rate'),
    direction: 'more',
  }),
  improvementRate: share(['patientsImproved', patientsImproved], ['patientsVisited', patientsVisited], {
    title: texts('显好率', 'Rate of marked improvement'),
    direction: 'more',
  }),
  incidentRate: share(['patientsIncident', patientsIncident], ['patients', patients], {
    title: texts('肇事率', 'Incident rate'),
    direction: 'less',
  }),
  participationRate: share(['patientsParticipating', patientsParticipating], ['patients', patients], {
    title: texts('社会参与率', 'Rate of social participation'),
    direction: 'more',
  }),
})
