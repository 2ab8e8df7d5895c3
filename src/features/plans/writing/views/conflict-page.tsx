// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatInstant } from '../../../../kernel/dates.ts'
import type { Problem } from '../../../../kernel/errors.ts'
import { Alert } from '../../../../ui/alert.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { paths } from '../../../../ui/paths.ts'
import type { Site } from '../../../../ui/site.ts'
import { type EntryContent, entryPart } from '../../parts/entry-part.ts'
import { entryFieldWords } from '../../parts/entry-words.ts'
import type { Conflict } from '../../parts/part-kind.ts'
import { ConflictChoices } from '../../parts/views/conflict-choices.tsx'
import type { EntryForm } from '../readers.ts'
import { typeEntry } from '../typed-entry.ts'
import { EntryFrame } from './entry-frame.tsx'
import { namesOf } from './locked.tsx'
import { labelsOf } from './typing.ts'

type ConflictPageProps = {
  readonly site: Site
  readonly form: EntryForm
  /** The revision that the person had before them. */
  readonly base: number
  readonly conflict: Conflict<EntryContent>
  /** What was chosen already, by control. */
  readonly chosen?: Readonly<Record<string, string>>
  readonly problems?: readonly Problem[]
}

/** Somebody else saved the entry meanwhile: both sides, to choose between; nothing is stored until then. */
export function ConflictPage({ site, form, base, conflict, chosen, problems = [] }: ConflictPageProps) {
  const { administration, plan, tailored, locked, offices } = form
  const where = { slug: administration.slug, triennium: plan.triennium, code: tailored.line.code }
  const names = namesOf(form)
  return (
    <EntryFrame site={site} form={form} title="Scegli che cosa tenere:">
      {problems.length > 0 && (
        <ErrorSummary message="La scheda non è ancora salvata" problems={problems} labels={labelsOf(problems)} />
      )}
      <Alert tone="warning">
        <h2>La scheda è cambiata mentre scrivevi</h2>
        <p>
          {conflict.by} l’ha salvata il {formatInstant(conflict.at)}. Niente è stato sovrascritto: scegli campo per
          campo che cosa tenere, poi salva.
        </p>
      </Alert>
      <form action={paths.entryForm(where)} method="post" novalidate aria-label="Che cosa tenere">
        {Object.entries(typeEntry(conflict.mine, offices)).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="base" value={base} />
        <input type="hidden" name="theirs" value={conflict.revision} />
        <ConflictChoices
          kind={entryPart}
          conflict={conflict}
          words={(field, content) => entryFieldWords(field, content, names)}
          locked={locked}
          chosen={chosen ?? {}}
          problems={problems}
        />
        <div class="t-actions">
          <button type="submit" name="azione" value="risolvi" class="btn btn-primary">
            Salva ciò che ho scelto
          </button>
          <a class="btn btn-link" href={paths.line(where)}>
            Lascia la versione di {conflict.by}
          </a>
        </div>
      </form>
    </EntryFrame>
  )
}
