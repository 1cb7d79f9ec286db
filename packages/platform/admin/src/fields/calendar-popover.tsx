import { parseDate } from '@internationalized/date'
import { todayIn } from '@opendpf/standards'
import type { RefObject } from 'react'
import {
  Button as AriaButton,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Dialog,
  Heading,
  Popover,
} from 'react-aria-components'
import { useAdmin } from '../app/admin-context.js'
import { Icon } from '../components/icon.js'
import { useText } from '../i18n/use-text.js'

/** The calendar beside a date box, loaded when it is first opened. */
export function CalendarPopover(props: {
  readonly label: string
  readonly value: string | undefined
  readonly opener: RefObject<HTMLButtonElement | null>
  readonly onPick: (date: string) => void
  readonly onClose: () => void
}) {
  const { label, value, opener, onPick, onClose } = props
  const t = useText()
  const { clock } = useAdmin()
  return (
    <Popover
      className="popover"
      triggerRef={opener}
      isOpen
      placement="bottom end"
      onOpenChange={(open) => !open && onClose()}
    >
      <Dialog className="dialog calendar-dialog" aria-label={label}>
        <Calendar
          className="calendar"
          aria-label={label}
          autoFocus
          value={value ? parseDate(value) : null}
          defaultFocusedValue={parseDate(value ?? todayIn(clock))}
          onChange={(date) => onPick(date.toString())}
        >
          <header className="calendar-head">
            <AriaButton slot="previous" className="button button-icon" aria-label={t('form.calendarPrevious')}>
              <Icon name="chevronLeft" />
            </AriaButton>
            <Heading className="calendar-title" />
            <AriaButton slot="next" className="button button-icon" aria-label={t('form.calendarNext')}>
              <Icon name="chevronRight" />
            </AriaButton>
          </header>
          <CalendarGrid className="calendar-grid" weekdayStyle="short">
            <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
            <CalendarGridBody>{(date) => <CalendarCell className="calendar-cell" date={date} />}</CalendarGridBody>
          </CalendarGrid>
        </Calendar>
      </Dialog>
    </Popover>
  )
}
