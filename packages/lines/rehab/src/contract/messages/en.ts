import type { zh } from './zh.js'

/** The line's own texts in English. */
export const en: { readonly [Key in keyof typeof zh]: string } = {
  title: 'Rehabilitation',
  'file.document.card': 'Service card',
  'fitting.document.receipt': 'Receipt of the device',

  'desk.client': 'To be assessed and planned',
  'desk.plan': 'Plans to be agreed',
  'desk.followUp': 'Follow-ups that are due',
  'desk.guard': 'To be guarded',
  'desk.surgery': 'On the way to surgery',
  'desk.fitting': 'Devices to assess and issue',
  'desk.repair': 'Devices to mend',
  'desk.relief': 'Aid of children under way',
  'desk.aid': 'Aid with treatment under way',
  'desk.remedy': 'Inspections and remedies',
  'desk.station': 'Checks of stations and remedies',

  'group.service': 'Rehabilitation services',
  'group.devices': 'Sight and devices',
  'group.aid': 'Rehabilitation aid',
  'group.network': 'Institutions and stations',

  'panel.title': 'Rehabilitation',
  'panel.needs': 'Needs of rehabilitation',
  'panel.files': 'Own rehabilitation files',
  'panel.services': 'Latest services',
  'panel.devices': 'Devices to come and in use',
  'panel.none': 'Nothing is recorded',
}
