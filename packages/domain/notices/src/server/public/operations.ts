import type { PublicOperation } from '@opendpf/kit/server'
import * as z from 'zod'
import { limits, type PublicOutcome } from './objections.js'
import type { PublicLine, PublicNotice } from './read-notices.js'

const day = z.iso.date()

const notice = z.object({
  id: z.string(),
  title: z.string(),
  division: z.string().regex(/^\d{12}$/),
  county: z.string(),
  town: z.string(),
  village: z.string(),
  place: z.string(),
  workingDays: z.int(),
  fromDay: day,
  lastDay: day,
  objectionPhone: z.string(),
  objectionAddress: z.string().nullable(),
}) satisfies z.ZodType<PublicNotice>

const line = z.object({
  id: z.string(),
  maskedName: z.string(),
  village: z.string(),
  facts: z.array(z.object({ title: z.string(), value: z.string() })),
  fromDay: day,
  lastDay: day,
  isObjectedTo: z.boolean(),
}) satisfies z.ZodType<PublicLine>

const outcome = z.object({
  receiptCode: z.string(),
  receivedOn: day,
  decidedOn: day.nullable(),
  state: z.enum(['open', 'upheld', 'rejected', 'lapsed']),
}) satisfies z.ZodType<PublicOutcome>

const part = (max: number) => z.string().trim().min(1).max(max)

/** An objection as it is sent: to one line, or without one to the whole notice. */
export const sentObjection = z.strictObject({
  line: part(36).optional(),
  text: part(limits.text),
  objectorName: part(limits.objectorName).optional(),
  objectorContact: part(limits.objectorContact).optional(),
})

/** The public routes of notices, as they are told to other systems. */
export const operations: readonly PublicOperation[] = [
  {
    method: 'get',
    path: '/notices',
    name: 'notices.list',
    summary: { 'zh-CN': '正在公示的名单', en: 'Notices that are posted' },
    query: { after: { 'zh-CN': '上一页答复中的 next', en: 'The `next` of the page before' } },
    answers: { 200: z.object({ notices: z.array(notice), next: z.string().optional() }) },
  },
  {
    method: 'get',
    path: '/notices/{id}',
    name: 'notices.read',
    summary: { 'zh-CN': '一份公示及其人员', en: 'One notice with its lines' },
    answers: {
      200: z.object({ notice, lines: z.array(line) }),
      410: z.object({ isGone: z.literal(true) }),
    },
  },
  {
    method: 'post',
    path: '/notices/{id}/objections',
    name: 'objections.send',
    summary: { 'zh-CN': '提出异议', en: 'Object to a notice or one of its lines' },
    body: sentObjection,
    answers: { 201: z.object({ receiptCode: z.string() }) },
  },
  {
    method: 'get',
    path: '/objections/{code}',
    name: 'objections.read',
    summary: { 'zh-CN': '凭回执码查询异议处理情况', en: 'How an objection stands, by its receipt code' },
    answers: { 200: outcome },
  },
]
