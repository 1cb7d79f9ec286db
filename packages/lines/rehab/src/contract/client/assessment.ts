import { attachments, choice, date, defineRecord, multiline, optional, reference, text, whole } from '@opendpf/kit'

/** What a scale measures with. */
const scales = [
  'activities-of-daily-life',
  'motor-function',
  'development',
  'autism-rating',
  'hearing-threshold',
  'visual-acuity',
  'speech',
  'cognition',
  'participation',
  'other',
] as const

/** How a client is, measured before, during and after what is done (康复评定). */
export const assessment = defineRecord({
  fields: {
    file: reference('rehab.file'),
    phase: choice(['first', 'interim', 'final'], { headings: ['评定阶段'] }),
    assessedOn: date({ headings: ['评定日期'] }),
    scale: choice(scales, { headings: ['评定内容'] }),
    /** The scale by its name: Barthel, GMFM-88, Gesell. */
    tool: optional(text({ headings: ['评定工具'] })),
    score: optional(whole({ privacy: 'S3', isOpen: true, max: 10_000, headings: ['评分'] })),
    fullScore: optional(whole({ min: 1, max: 10_000, headings: ['满分'] })),
    institution: optional(reference('organisations.organisation', { headings: ['评定机构'] })),
    assessor: optional(text({ privacy: 'S2', headings: ['评定人'] })),
    findings: optional(multiline({ privacy: 'S3', storage: 'sealed', headings: ['评定结果'] })),
    papers: optional(attachments({ privacy: 'S3' })),
  },
  scope: { from: 'file' },
  title: 'assessedOn',
  list: {
    columns: ['assessedOn', 'file', 'phase', 'scale', 'score', 'fullScore', 'institution'],
    filters: ['file', 'phase', 'scale', 'institution', 'assessedOn'],
    orders: ['assessedOn'],
    direction: 'descending',
  },
})
