import type { ReactNode } from 'react'

/** Whether a state is at its start, under way, over, needs attention, or is past the time for it. */
export type ChipTone = 'start' | 'active' | 'done' | 'attention' | 'alarm' | 'off'

/** A state in words; its shape (dot, ring, tick, triangle, octagon, dash) tells it apart without colour. */
export function Chip({ tone, children }: { readonly tone: ChipTone; readonly children: ReactNode }) {
  return (
    <span className={`chip chip-${tone}`}>
      <svg className="chip-mark" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        {marks[tone]}
      </svg>
      {children}
    </span>
  )
}

const marks: Readonly<Record<ChipTone, ReactNode>> = {
  start: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="2" />,
  active: (
    <path d="M6 1a5 5 0 010 10z M6 1a5 5 0 000 10" fill="currentColor" fillRule="evenodd" stroke="currentColor" />
  ),
  done: <path d="M1.500 6.500l3 3 6-7" fill="none" stroke="currentColor" strokeWidth="2.200" />,
  attention: <path d="M6 1l5.500 10H.5z" fill="currentColor" />,
  // the octagon of a stop sign, with its bar left free
  alarm: <path d="M4 1h4l3 3v4l-3 3H4L1 8V4zM3.200 5.200v1.600h5.600V5.200z" fill="currentColor" fillRule="evenodd" />,
  off: <path d="M1.500 6h9" stroke="currentColor" strokeWidth="2.500" />,
}
