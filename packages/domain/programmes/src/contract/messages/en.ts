import { applicationEn } from './application-en.js'
import { cycleEn } from './cycle-en.js'
import { pagesEn } from './pages-en.js'
import { receiptEn } from './receipt-en.js'
import { takeoverEn } from './takeover-en.js'

/** The module's texts in English. */
export const en = {
  title: 'Programmes and grants',

  offer: 'Programme of a year',
  'offer.programme': 'Programme',
  'offer.year': 'Year',
  'offer.region': 'Region',
  'offer.firstDay': 'Applications from',
  'offer.lastDay': 'Applications until',
  'offer.quota': 'Quota',
  'offer.budgetLine': 'Budget line',
  'offer.document': 'Document',
  'offer.state': 'State',
  'offer.state.draft': 'Draft',
  'offer.state.open': 'Open',
  'offer.state.closed': 'Closed',
  'offer.do.open': 'Switch on',
  'offer.do.close': 'Close',
  'offer.guard.alone': 'The region has already switched this programme on for {{year}}',
  'offer.problem.programme': 'No service line declares this programme',
  'offer.problem.order': 'The last day lies before the first',
  'offer.problem.outside': 'Applications are taken within the year {{year}}',
  'offer.problem.county': 'Programmes are switched on by counties, or by towns of theirs',
  'offer.problem.territory': 'Programmes are switched on for one’s own territory',
  'offer.problem.kept': '{{label}} stays as it is once the programme is switched on',

  ...applicationEn,
  ...cycleEn,
  ...pagesEn,
  ...receiptEn,
  ...takeoverEn,
} as const
