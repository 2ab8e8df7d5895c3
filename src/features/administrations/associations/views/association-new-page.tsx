// SPDX-License-Identifier: AGPL-3.0-or-later

import type { IsoDate } from '../../../../kernel/dates.ts'
import { type Slug, slugOf } from '../../../../kernel/ids.ts'
import type { Refusal } from '../../../../platform/http/form-route.ts'
import { ErrorSummary, faultOf } from '../../../../ui/forms/error-summary.tsx'
import { fieldsOf } from '../../../../ui/forms/fields-of.ts'
import { DateField, fieldId, TextField } from '../../../../ui/forms/form-fields.tsx'
import { Layout } from '../../../../ui/page/layout.tsx'
import type { Site } from '../../../../ui/page/site.ts'
import { administrationPaths } from '../../addresses.ts'
import { associationsEntry } from '../../menu.ts'

type AssociationNewPageProps = {
  readonly site: Site
  readonly today: IsoDate
  readonly bodies: readonly { readonly slug: string; readonly name: string }[]
  readonly refusal?: Refusal | undefined
}

/** The name of each body's checkbox, so that the choice is kept when the form is refused. */
const boxOf = (slug: string) => `ente-${slug}`

/** The slugs of the bodies whose boxes were ticked. */
export const chosenBodies = (fields: Readonly<Record<string, unknown>>): readonly Slug[] =>
  Object.keys(fields).flatMap((name) => (name.startsWith(boxOf('')) ? [slugOf(name.slice(boxOf('').length))] : []))

const labels = { nome: 'Nome', enti: 'Enti che ne fanno parte', dal: 'Ne fanno parte dal' }

/** The form that registers an association with its first members. */
export function AssociationNewPage({ site, today, bodies, refusal }: AssociationNewPageProps) {
  const title = 'Registra una gestione associata'
  const fault = refusal && faultOf(refusal.problems, 'enti')
  return (
    <Layout
      site={site}
      section={associationsEntry}
      title={refusal ? `Errore: ${title}` : title}
      trail={[{ label: 'Gestioni associate', href: administrationPaths.associations({}) }, { label: title }]}
    >
      {refusal && <ErrorSummary {...refusal} labels={labels} />}
      <div class="t-heading">
        <h1>{title}</h1>
        <p class="lead">
          Gli enti che hanno una convenzione per la transizione digitale. Gli altri enti si possono aggiungere dopo,
          ciascuno dal suo giorno.
        </p>
      </div>
      <form action={administrationPaths.associationNew({})} method="post" novalidate>
        <TextField {...fieldsOf(labels, refusal)('nome')} hint="Es. Ufficio associato delle Valli" required />
        {bodies.length === 0 ? (
          <p>Nessun ente è ancora registrato: si possono aggiungere dopo.</p>
        ) : (
          <fieldset class="t-input" id={fieldId('enti')} tabindex={-1}>
            <legend>{labels.enti}</legend>
            {fault && <p class="t-input-error">{fault}</p>}
            <ul class="t-columns t-checks">
              {bodies.map(({ slug, name }) => (
                <li key={slug}>
                  <label>
                    <input type="checkbox" name={boxOf(slug)} checked={refusal?.values[boxOf(slug)] !== undefined} />{' '}
                    {name}
                  </label>
                </li>
              ))}
            </ul>
          </fieldset>
        )}
        <DateField {...fieldsOf(labels, refusal)('dal')} value={refusal?.values.dal ?? today} required />
        <button type="submit" class="btn btn-primary">
          Registra la gestione associata
        </button>
      </form>
    </Layout>
  )
}
