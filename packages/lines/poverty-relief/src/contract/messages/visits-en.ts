import { under } from '@opendpf/messages'
import { occasionTexts } from './occasion-texts.js'
import type { visitsZh } from './visits-zh.js'

/** English texts of lists of comfort visits. */
export const visitsEn: { readonly [Key in keyof typeof visitsZh]: string } = {
  visitList: 'List of visits to sign',
  'visitList.name': 'Name',
  'visitList.division': 'Place',
  'visitList.occasion': 'Occasion',
  ...under('visitList.occasion', occasionTexts.en),
  'visitList.since': 'Since',
  'visitList.until': 'Until',
  'visitList.organisation': 'In the name of',
  'visitList.document.signing': 'List for signature',
  'visitList.problem.order': 'The end cannot be before the beginning',
  'visitList.problem.long': 'A list holds at most {{days}} days: make several',
}
