import type { PlaceIcon } from '@opendpf/kit/admin'

/** What stands beside the places of a module. */
const places: Readonly<Record<PlaceIcon, string>> = {
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  aid: 'M4 9h16v4H4zM6 13v7h12v-7M12 9v11M12 9C9 9 7 8 7 6s3.500-2 5 3c1.500-5 5-5 5-3s-2 3-5 3z',
  bank: 'M3 6h18v12H3zM3 10h18M6 15h4',
  bell: 'M6 17V11a6 6 0 0112 0v6l1.500 2h-15zM10 19.500a2 2 0 004 0',
  building: 'M5 21V4h9v17M14 9h5v12M3 21h18M8 8h3M8 12h3M8 16h3',
  card: 'M3 5h18v14H3zM8.500 8.500a1.500 1.500 0 100 3 1.500 1.500 0 000-3zM5.500 16c.3-1.500 1.500-2.300 3-2.300s2.700.8 3 2.300M14.500 10H18M14.500 14H18',
  chart: 'M4 20h16M7 20v-7M12 20V5M17 20v-10',
  checklist: 'M6 5h12v16H6zM9 3h6v4H9zM9 13.500l2.200 2.200L15.500 11',
  compare: 'M8 4L4 8l4 4M4 8h13M16 12l4 4-4 4M20 16H7',
  eye: 'M2 12s3.600-6.500 10-6.500S22 12 22 12s-3.600 6.500-10 6.500S2 12 2 12zM12 9a3 3 0 100 6 3 3 0 000-6z',
  flag: 'M6 21V4M6 5h12l-2.500 4 2.500 4H6',
  form: 'M6 5h12v16H6zM9 3h6v4H9zM9 11h6M9 14h6M9 17h4',
  gear: 'M12 9a3 3 0 100 6 3 3 0 000-6zM12 3v3M12 18v3M3 12h3M18 12h3M5.600 5.600l2.100 2.100M16.300 16.300l2.100 2.100M5.600 18.400l2.100-2.100M16.300 7.700l2.100-2.100',
  health:
    'M12 20S4 15 4 9.500A4.300 4.300 0 0112 7.300a4.300 4.300 0 018 2.200C20 15 12 20 12 20zM7 12.500h3l1.500-2.500 2 4 1-1.500H17',
  lock: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 017 0v3',
  megaphone: 'M4 10v4h3l8 4V6l-8 4zM18 9.500a3.500 3.500 0 010 5M7.500 14l1.500 5.500h2.500L10.500 15.500',
  money: 'M12 3a9 9 0 100 18 9 9 0 000-18zM8.500 7L12 11.500 15.500 7M12 11.500V17M9 12h6M9 14.500h6',
  user: 'M12 12a4 4 0 100-8 4 4 0 000 8zM4 20c1.200-3.600 4.300-5 8-5s6.800 1.400 8 5',
  report: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  steps: 'M9 6h11M9 12h11M9 18h11M3.500 6l1 1 2-2M3.500 12l1 1 2-2M3.500 18l1 1 2-2',
}

const paths = {
  ...places,
  menu: 'M3 6h18M3 12h18M3 18h18',
  close: 'M6 6l12 12M18 6L6 18',
  check: 'M4 12.5l5 5L20 6.5',
  chevronDown: 'M6 9l6 6 6-6',
  chevronRight: 'M9 6l6 6-6 6',
  chevronLeft: 'M15 6l-6 6 6 6',
  first: 'M6 5v14M18 6l-7 6 7 6',
  plus: 'M12 5v14M5 12h14',
  search: 'M10.5 4a6.5 6.5 0 100 13 6.5 6.5 0 000-13zM20 20l-4.7-4.7',
  edit: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  trash: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13',
  print: 'M7 8V4h10v4M7 17H4V9h16v8h-3M7 14h10v6H7z',
  upload: 'M12 16V5M7 9l5-5 5 5M5 16v4h14v-4',
  download: 'M12 4v11M7 11l5 5 5-5M5 18v2h14v-2',
  camera: 'M3 8h4l2-3h6l2 3h4v12H3zM12 10a4 4 0 100 8 4 4 0 000-8z',
  warning: 'M12 4l9.500 16h-19zM12 10v4M12 16.800v.4',
  error: 'M12 3a9 9 0 100 18 9 9 0 000-18zM12 7.500v6M12 16.300v.4',
  info: 'M12 3a9 9 0 100 18 9 9 0 000-18zM12 11v6M12 7.300v.4',
  history: 'M4 12a8 8 0 108-8c-3 0-5.300 1.500-7 4M4 4v4.500h4.500M12 8v4.500l3 2',
  accessibility:
    'M12 3.500a1.600 1.600 0 100 3.200 1.600 1.600 0 000-3.200zM4.500 8.500l5.500 1.500v4l-2 6.500M19.500 8.500L14 10v4l2 6.500M10 10h4',
  folder: 'M3 6h6l2 2h10v11H3z',
  home: 'M4 11l8-7 8 7v9h-5v-6H9v6H4z',
  sortUp: 'M12 5l6 8H6z',
  sortDown: 'M12 19l6-8H6z',
  sortNone: 'M12 4l4 5H8zM12 20l4-5H8z',
} as const

export type IconName = keyof typeof paths

/** A line drawing beside words, never instead of them: it is hidden from assistive technology. */
export function Icon({ name }: { readonly name: IconName }) {
  const isFilled = name.startsWith('sort')
  return (
    <svg className={isFilled ? 'icon icon-filled' : 'icon'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
