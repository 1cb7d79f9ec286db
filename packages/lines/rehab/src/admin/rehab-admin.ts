import { contributeAdmin } from '@opendpf/kit/admin'
import { rehab } from '../contract/index.js'

/** The admin half of the line: where rows wait, what stands beside what, and what a person's page tells of his rehabilitation. */
export const rehabAdmin = contributeAdmin(rehab, {
  icon: 'health',
  desks: {
    clientDesk: { title: 'desk.client', record: 'file', states: ['to-assess', 'to-plan'] },
    planDesk: { title: 'desk.plan', record: 'plan', states: ['draft'], steps: ['agree', 'end'] },
    followUpDesk: { title: 'desk.followUp', record: 'followUp', states: ['due'], together: ['drop'] },
    guardDesk: { title: 'desk.guard', record: 'patient', states: ['registered'], steps: ['guard'] },
    surgeryDesk: {
      title: 'desk.surgery',
      record: 'cataract',
      states: ['found', 'screened', 'operated'],
      steps: ['screen', 'operate', 'followUp'],
      together: ['screen'],
    },
    fittingDesk: {
      title: 'desk.fitting',
      record: 'fitting',
      states: ['applied', 'assessed'],
      steps: ['assess', 'issue'],
      together: ['assess', 'issue'],
    },
    repairDesk: { title: 'desk.repair', record: 'repair', states: ['reported'] },
    reliefDesk: { title: 'desk.relief', record: 'relief', states: ['applied', 'approved', 'away', 'training'] },
    aidDesk: { title: 'desk.aid', record: 'aid', states: ['asked', 'visited'] },
    remedyDesk: { title: 'desk.remedy', record: 'inspection', states: ['inspected', 'remedying'] },
    stationDesk: { title: 'desk.station', record: 'stationCheck', states: ['checked', 'remedying'] },
  },
  groups: [
    {
      title: 'group.service',
      places: ['clientDesk', 'planDesk', 'followUpDesk', 'guardDesk', 'file', 'service', 'patient', 'doctorContract'],
    },
    {
      title: 'group.devices',
      icon: 'eye',
      places: ['surgeryDesk', 'fittingDesk', 'repairDesk', 'cataract', 'fitting', 'device', 'store'],
    },
    { title: 'group.aid', icon: 'aid', places: ['reliefDesk', 'aidDesk', 'relief', 'diagnosis', 'aid', 'policy'] },
    {
      title: 'group.network',
      icon: 'building',
      places: ['stationDesk', 'remedyDesk', 'station', 'agreement', 'area', 'standard'],
    },
  ],
  panels: {
    'persons.person': [
      {
        title: 'panel.title',
        permission: 'file.read',
        component: async () => ({ default: (await import('./rehab-panel.js')).RehabPanel }),
      },
    ],
  },
})
