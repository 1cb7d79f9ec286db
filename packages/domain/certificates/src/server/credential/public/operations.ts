import { credentialKeySchema } from '@opendpf/credentials'
import type { PublicOperation } from '@opendpf/kit/server'
import * as z from 'zod'

/** What other systems verify e-certificates with. */
export const operations: readonly PublicOperation[] = [
  {
    method: 'get',
    path: '/credential-keys',
    name: 'credentialKeys.list',
    summary: { 'zh-CN': '各县签名公钥（JWK），最新的在前', en: 'Public keys of the counties as JWK, the newest first' },
    answers: { 200: z.object({ keys: z.array(credentialKeySchema) }) },
  },
  {
    method: 'get',
    path: '/status-lists',
    name: 'statusLists.list',
    summary: { 'zh-CN': '签名状态列表的目录', en: 'Which signed status lists there are' },
    answers: {
      200: z.object({
        lists: z.array(z.object({ id: z.string(), county: z.string().regex(/^\d{6}$/), signedAt: z.string() })),
      }),
    },
  },
  {
    method: 'get',
    path: '/status-lists/{id}',
    name: 'statusLists.read',
    summary: { 'zh-CN': '一份签名状态列表', en: 'One signed status list' },
    answers: { 200: { mediaType: 'application/statuslist+jwt' } },
  },
]
