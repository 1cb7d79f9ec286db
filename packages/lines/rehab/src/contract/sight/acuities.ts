import { type CodeList, defineCodeList } from '@opendpf/standards'

/** Visual acuity in the order in which it rises, as it is read from the standard chart (GB 11533). */
export const visualAcuities: CodeList = defineCodeList({
  id: 'visual-acuity',
  zh: '视力',
  en: 'Visual acuity',
  source: 'GB 11533',
  entries: [
    { code: 'NLP', zh: '无光感', en: 'No light perception' },
    { code: 'LP', zh: '光感', en: 'Light perception' },
    { code: 'HM', zh: '手动', en: 'Hand motion' },
    { code: 'FC', zh: '指数', en: 'Counting fingers' },
    { code: 'D002', zh: '0.02 至不足 0.05', en: '0.02 to below 0.05' },
    { code: 'D005', zh: '0.05 至不足 0.1', en: '0.05 to below 0.1' },
    { code: 'D010', zh: '0.1 至不足 0.3', en: '0.1 to below 0.3' },
    { code: 'D030', zh: '0.3 至不足 0.5', en: '0.3 to below 0.5' },
    { code: 'D050', zh: '0.5 至不足 1.0', en: '0.5 to below 1.0' },
    { code: 'D100', zh: '1.0 及以上', en: '1.0 and above' },
  ],
})

/** From here on sight is no disability (GB/T 26341): 脱残. */
export const sightedAcuities = ['D030', 'D050', 'D100'] as const
