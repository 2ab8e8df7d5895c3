// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Slug } from '../../../../kernel/ids.ts'
import { formatNumber } from '../../../../kernel/money.ts'
import { plural } from '../../../../kernel/text.ts'
import type { Refusal } from '../../../../platform/http/form-route.ts'
import { DataTable } from '../../../../ui/data-table.tsx'
import { Filters, SearchField } from '../../../../ui/filters.tsx'
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx'
import { fieldsOf } from '../../../../ui/forms/fields-of.ts'
import { SelectField, TextField } from '../../../../ui/forms/form-fields.tsx'
import { Layout } from '../../../../ui/page/layout.tsx'
import type { Site } from '../../../../ui/page/site.ts'
import { administrationPaths } from '../../addresses.ts'
import { administrationsEntry } from '../../menu.ts'
import { kindLabel, type Municipality, presentKinds } from '../../model.ts'
import { type IndexedFound, IndexedSearch } from './indexed-search.tsx'

/** The municipalities found, with the slug of those that are registered already. */
export type MunicipalitiesFound = {
  readonly asked: string
  readonly shown: readonly { readonly municipality: Municipality; readonly slug: Slug | undefined }[]
  readonly total: number
  /** None has the words that were asked for: these are written most alike. */
  readonly nearest: boolean
}

type RegistrationPageProps = {
  readonly site: Site
  /** Absent: no search yet. */
  readonly found?: MunicipalitiesFound | undefined
  readonly indexed?: IndexedFound | undefined
  readonly refusal?: Refusal | undefined
}

const labels = {
  nome: 'Denominazione',
  tipo: 'Tipo di ente',
  catastale: 'Codice catastale',
  abitanti: 'Abitanti',
  provincia: 'Provincia',
  regione: 'Regione',
  ipa: 'Codice IPA',
}

/** The page that registers a body: a municipality of the national registry, or another kind by hand. */
export function RegistrationPage({ site, found, indexed, refusal }: RegistrationPageProps) {
  const title = 'Registra un ente'
  return (
    <Layout
      site={site}
      section={administrationsEntry}
      title={refusal ? `Errore: ${title}` : title}
      trail={[{ label: 'Enti', href: administrationPaths.administrations({}) }, { label: title }]}
    >
      {refusal && <ErrorSummary {...refusal} labels={labels} />}
      <div class="t-heading">
        <h1>{title}</h1>
        <p class="lead">Un ente registrato ha il suo spazio: i suoi piani li vede solo chi vi ha un ruolo.</p>
      </div>
      <section aria-labelledby="comune">
        <h2 id="comune">Un comune, dal registro nazionale</h2>
        <Filters
          label="Cerca un comune"
          action={administrationPaths.administrationNew({})}
          active={found !== undefined}
          submit="Cerca il comune"
        >
          <SearchField name="comune" label="Nome, o codice catastale, ISTAT o IPA" value={found?.asked} />
        </Filters>
        {found && <Found {...found} />}
      </section>
      <section class="t-panel" aria-labelledby="altro">
        <h2 id="altro" class="h4">
          Un ente di altro tipo, o un comune che manca nel registro
        </h2>
        <IndexedSearch found={indexed} />
        <ByHand refusal={refusal} />
      </section>
    </Layout>
  )
}

function Found({ asked, shown, total, nearest }: MunicipalitiesFound) {
  if (total === 0) {
    return (
      <p class="t-empty">
        Nessun comune del registro corrisponde a «{asked}». Provare con una parte più breve del nome; se il comune è
        nuovo, si registra qui sotto con i suoi dati: <a href="#altro">un comune che manca nel registro</a>.
      </p>
    )
  }
  return (
    <>
      <p>
        {nearest
          ? `Nessun comune si chiama «${asked}». Forse si intende uno di questi:`
          : plural(total, 'comune trovato', 'comuni trovati')}
        {shown.length < total && `; ecco i primi ${shown.length}: per gli altri scrivere di più`}
        {!nearest && '.'}
      </p>
      <DataTable
        caption="Comuni trovati nel registro"
        rows={shown}
        rowKey={({ municipality }) => municipality.cadastralCode}
        columns={[
          {
            heading: 'Comune',
            wide: true,
            cell: ({ municipality: { name, otherName } }) => (otherName ? `${name} / ${otherName}` : name),
          },
          { heading: 'Provincia', cell: ({ municipality }) => municipality.provinceName },
          { heading: 'Codice', cell: ({ municipality }) => municipality.cadastralCode },
          {
            heading: 'Abitanti',
            align: 'end',
            cell: ({ municipality: { population } }) => (population === undefined ? '–' : formatNumber(population)),
          },
          { heading: 'Registrazione', cell: Registration },
        ]}
      />
    </>
  )
}

function Registration({ municipality, slug }: MunicipalitiesFound['shown'][number]) {
  if (slug !== undefined) return <a href={administrationPaths.administration({ slug })}>Già registrato: vai all’ente</a>
  return (
    <form action={administrationPaths.municipalityRegistered({})} method="post">
      <input type="hidden" name="codice" value={municipality.cadastralCode} />
      <button type="submit" class="btn btn-outline-primary btn-sm">
        Registra<span class="visually-hidden"> il comune di {municipality.name}</span>
      </button>
    </form>
  )
}

function ByHand({ refusal }: { refusal: Refusal | undefined }) {
  const field = fieldsOf(labels, refusal)
  return (
    <form action={administrationPaths.administrationRegistered({})} method="post" novalidate>
      <TextField {...field('nome')} hint="Per esteso, es. Unione dei comuni delle Tre Valli" required />
      <SelectField
        {...field('tipo')}
        none="Scegliere…"
        options={presentKinds.map((kind) => [
          kind,
          kind === 'municipality' ? 'Comune che manca nel registro nazionale' : kindLabel[kind],
        ])}
        required
      />
      <TextField {...field('catastale')} hint="Solo per un comune: una lettera e tre cifre, es. B731" />
      <TextField {...field('abitanti')} hint="Solo per un comune, es. 7.200" />
      <TextField {...field('provincia')} hint="Il nome, es. Cremona" />
      <TextField {...field('regione')} />
      <TextField {...field('ipa')} hint="Dall’indice delle pubbliche amministrazioni, se lo si conosce" />
      <button type="submit" class="btn btn-primary">
        Registra l’ente
      </button>
    </form>
  )
}
