import type { Locale } from '@opendpf/messages'
import { businessDateOf } from '@opendpf/standards'

const zone = 'Asia/Shanghai'

/** A business date in words: 2024年5月6日 or 6 May 2024. */
export function formatDate(iso: string, locale: Locale): string {
  const [year, month, day] = iso.split('-').map(Number)
  if (year === undefined || month === undefined || day === undefined) return iso
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(Date.UTC(year, month - 1, day))
}

/** An instant as a clerk reads it, in Shanghai time: 2026-11-24 09:30. */
export function formatInstant(iso: string): string {
  const instant = new Date(iso)
  if (Number.isNaN(instant.getTime())) return iso
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(instant)
  return `${businessDateOf(instant)} ${time}`
}
