import { Button } from '../components/button.js'
import { Icon } from '../components/icon.js'
import { useText } from '../i18n/use-text.js'

export interface PagerProps {
  /** One stands above the table and one below, so that nobody has to walk through the rows. */
  readonly place: 'Top' | 'Bottom'
  readonly page: number | undefined
  readonly isFirst: boolean
  readonly hasPrevious: boolean
  readonly next: string | undefined
  readonly onFirst: () => void
  readonly onPrevious: () => void
  readonly onNext: (cursor: string) => void
}

/** Back, on, and to the beginning. There are no page numbers to jump to: the lists are read from where one stands. */
export function Pager(props: PagerProps) {
  const { place, page, isFirst, hasPrevious, next, onFirst, onPrevious, onNext } = props
  const t = useText()
  if (isFirst && next === undefined) return null
  return (
    <nav className="pager" aria-label={t('list.pager', { place: t(`list.pager${place}`) })}>
      <Button isDisabled={isFirst} onPress={onFirst}>
        <Icon name="first" />
        {t('list.first')}
      </Button>
      <Button isDisabled={!hasPrevious} onPress={onPrevious}>
        <Icon name="chevronLeft" />
        {t('list.previous')}
      </Button>
      {page !== undefined && <span className="pager-page">{t('common.page', { page })}</span>}
      <Button isDisabled={next === undefined} onPress={() => next !== undefined && onNext(next)}>
        {t('list.next')}
        <Icon name="chevronRight" />
      </Button>
    </nav>
  )
}
