// SPDX-License-Identifier: AGPL-3.0-or-later
import { plural } from '../../../kernel/text.ts'
import { KeyFigures } from '../../../ui/key-figures.tsx'
import { editionName } from '../../catalogue/index.ts'
import { documentPaths } from '../../documents/index.ts'
import { planPaths } from '../../plans/index.ts'
import { importPaths } from '../addresses.ts'
import { sureFrom } from '../model.ts'
import type { Assessment } from '../review/assess-proposals.ts'
import { isShown, type Shown } from '../review/filter-assessments.ts'
import type { ImportReview } from '../stored/readers.ts'
import { type ImportParams, reviewPath } from './address-words.ts'

type ReviewSummaryProps = {
  readonly where: ImportParams
  readonly review: ImportReview
  /** The number of proposals left to decide. */
  readonly open: readonly Assessment[]
}

/** The number of proposals of each sort, and the button that accepts all those surely read. */
export function ReviewSummary({ where, review, open }: ReviewSummaryProps) {
  const { assessments, imported, hasPlan } = review
  const { destination } = imported
  if (!destination) return null
  const count = (shown: Shown) => assessments.filter((assessment) => isShown(assessment, shown)).length
  const accepted = count('accepted')
  const plan = { slug: where.slug, triennium: destination.triennium }
  return (
    <section class="t-panel" aria-labelledby="sintesi">
      <h2 id="sintesi" class="h4">
        {headline(review, open, accepted)}
      </h2>
      <p>
        {hasPlan ? 'Piano' : 'Piano nuovo'} {destination.triennium}, edizione nazionale{' '}
        {editionName(destination.edition)}.
        {hasPlan && (
          <>
            {' '}
            <a href={planPaths.plan(plan)}>Apri il piano</a> o{' '}
            <a href={documentPaths.documents(plan)}>scarica i documenti</a>.
          </>
        )}
      </p>
      {assessments.length > 0 && (
        <KeyFigures
          figures={[
            { value: String(open.length), label: 'da decidere', href: reviewPath(where, {}) },
            {
              value: String(count('toVerify')),
              label: 'da verificare',
              href: reviewPath(where, { mostra: 'da-verificare' }),
              tone: 'warning',
            },
            {
              value: String(count('same')),
              label: 'uguali al piano',
              href: reviewPath(where, { mostra: 'uguali' }),
              tone: 'quiet',
            },
            {
              value: String(accepted),
              label: accepted === 1 ? 'accettata' : 'accettate',
              href: reviewPath(where, { mostra: 'accettate' }),
              tone: 'success',
            },
          ]}
        />
      )}
      <AcceptSure where={where} open={open} />
      <Removals open={open} />
    </section>
  )
}

function headline({ proposals }: ImportReview, open: readonly Assessment[], accepted: number): string {
  if (proposals === 0) return 'Il file non contiene nulla da proporre'
  if (open.length > 0) return `${plural(open.length, 'proposta', 'proposte')} da decidere`
  return accepted > 0 ? 'Tutto deciso' : 'Niente di nuovo: ciò che il file contiene è già nel piano'
}

/** The button that accepts everything surely read. */
function AcceptSure({ where, open }: { where: ImportParams; open: readonly Assessment[] }) {
  const sure = open.filter((assessment) => assessment.sure)
  if (sure.length === 0) return null
  const changed = sure.filter(({ difference }) => difference === 'changed').length
  return (
    <form action={importPaths.proposalsAccepted(where)} method="post">
      <input type="hidden" name="quali" value="sicure" />
      <p id="sicure">
        {plural(sure.length, 'lettura sicura', 'letture sicure')}: {plural(sure.length - changed, 'nuova', 'nuove')},{' '}
        {plural(changed, 'cambiata', 'cambiate')} rispetto al piano. Sono sicure quelle lette con una certezza di almeno{' '}
        {Math.round(sureFrom * 100)} su 100, senza errori e senza doppioni.
      </p>
      <button type="submit" class="btn btn-primary" aria-describedby="sicure">
        {sure.length === 1 ? 'Accetta la lettura sicura' : `Accetta tutte le sicure (${sure.length})`}
      </button>
    </form>
  )
}

/** How many proposals take something away: each has to be seen. */
function Removals({ open }: { open: readonly Assessment[] }) {
  const taking = open.filter(({ removals }) => removals.length > 0)
  if (taking.length === 0) return null
  return (
    <p>
      {plural(taking.length, 'proposta toglierebbe', 'proposte toglierebbero')} qualcosa dal piano, perché nel file
      quelle caselle sono vuote. Si accettano una per una, dopo aver visto che cosa andrebbe tolto.
    </p>
  )
}
