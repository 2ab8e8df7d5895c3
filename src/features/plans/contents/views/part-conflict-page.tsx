// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatInstant } from '../../../../kernel/dates.ts'
import type { Problem } from '../../../../kernel/errors.ts'
import { Alert } from '../../../../ui/alert.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { paths } from '../../../../ui/paths.ts'
import type { Site } from '../../../../ui/site.ts'
import type { Conflict } from '../../parts/part-kind.ts'
import { ConflictChoices, sideName } from '../../parts/views/conflict-choices.tsx'
import type { TypedFields } from '../../writing/typed-values.ts'
import type { PartSheet } from '../readers.ts'
import { PartFrame } from './part-frame.tsx'

type PartConflictPageProps<Content extends object> = {
  readonly site: Site
  readonly sheet: PartSheet<Content>
  readonly action: string
  /** What the person typed, and the revision that they had before them. */
  readonly fields: TypedFields
  readonly base: number
  readonly conflict: Conflict<Content>
  readonly problems?: readonly Problem[]
}

/** Somebody else saved the part meanwhile: both sides, to choose between; nothing is stored until then. */
export function PartConflictPage<Content extends object>(props: PartConflictPageProps<Content>) {
  const { site, sheet, action, fields, base, conflict, problems = [] } = props
  const { plan, form } = sheet
  const where = { slug: plan.administration.slug, triennium: plan.tailored.plan.triennium }
  const typed = Object.entries(fields).filter(([name]) => !name.startsWith('side-'))
  const labels = Object.entries<string>(form.kind.labels).map(([field, label]) => [sideName(field), label])
  return (
    <PartFrame site={site} plan={plan} heading={form.title} state="Scegli che cosa tenere">
      {problems.length > 0 && (
        <ErrorSummary message="Niente è ancora salvato" problems={problems} labels={Object.fromEntries(labels)} />
      )}
      <Alert tone="warning">
        <h2>È cambiato mentre scrivevi</h2>
        <p>
          {conflict.by} l’ha salvato il {formatInstant(conflict.at)}. Niente è stato sovrascritto: scegli campo per
          campo che cosa tenere, poi salva.
        </p>
      </Alert>
      <form action={action} method="post" novalidate aria-label="Che cosa tenere">
        {typed.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="base" value={base} />
        <input type="hidden" name="theirs" value={conflict.revision} />
        <ConflictChoices kind={form.kind} conflict={conflict} words={form.words} chosen={fields} problems={problems} />
        <div class="t-actions">
          <button type="submit" name="azione" value="risolvi" class="btn btn-primary">
            Salva ciò che ho scelto
          </button>
          <a class="btn btn-link" href={paths.contents(where)}>
            Lascia la versione di {conflict.by}
          </a>
        </div>
      </form>
    </PartFrame>
  )
}
