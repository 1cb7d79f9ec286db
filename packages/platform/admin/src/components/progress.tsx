import { useEffect, useRef } from 'react'
import { useText } from '../i18n/use-text.js'
import { announce } from '../shell/announce.js'

/** A bar with its figures in words; it is announced at the start, at each quarter and at the end. */
export function Progress({
  label,
  done,
  total,
}: {
  readonly label: string
  readonly done: number
  readonly total: number
}) {
  const t = useText()
  const percent = total > 0 ? Math.min(100, Math.floor((done / total) * 100)) : 0
  const quarter = Math.floor(percent / 25)
  const said = useRef(-1)
  useEffect(() => {
    if (said.current === quarter) return
    said.current = quarter
    announce(`${label} ${t('job.percent', { percent: quarter * 25 })}`)
  }, [quarter, label, t])
  return (
    <div className="progress">
      <p className="progress-label">{label}</p>
      <progress max={100} value={percent} aria-label={label} />
      <p className="progress-figures">
        {t('job.percent', { percent })}
        {total > 0 && <span> · {t('job.progressOf', { done, total })}</span>}
      </p>
    </div>
  )
}
