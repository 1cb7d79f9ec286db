import { useText } from '../i18n/use-text.js'

const steps = ['upload', 'columns', 'check', 'run'] as const
export type ImportStep = (typeof steps)[number]

/** Where one is on the way from a file to records. */
export function ImportSteps({ current }: { readonly current: ImportStep }) {
  const t = useText()
  const position = steps.indexOf(current)
  return (
    <ol className="steps" aria-label={t('import.steps')}>
      {steps.map((step, index) => (
        <li key={step} aria-current={step === current ? 'step' : undefined} data-done={index < position || undefined}>
          {t(`import.step.${step}`)}
        </li>
      ))}
    </ol>
  )
}
