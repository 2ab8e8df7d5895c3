// SPDX-License-Identifier: AGPL-3.0-or-later

import type { ComponentChildren } from 'preact'
import type { Problem } from '../../../../../kernel/errors.ts'
import type { Refusal } from '../../../../../platform/http/form-route.ts'
import { ErrorSummary, faultOf } from '../../../../../ui/forms/error-summary.tsx'
import { TextArea, TextField } from '../../../../../ui/forms/form-fields.tsx'
import { home } from '../../../../../ui/home.ts'
import { Flash } from '../../../../../ui/page/flash.tsx'
import { Layout } from '../../../../../ui/page/layout.tsx'
import type { Site } from '../../../../../ui/page/site.ts'
import { useViewer } from '../../../../../ui/page/viewer.tsx'
import type { Administration } from '../../../../administrations/index.ts'
import { administrationPaths, administrationsEntry } from '../../../../administrations/index.ts'
import { planPaths } from '../../../addresses.ts'
import { planActions } from '../../../plan/index.ts'
import type { Phrase } from '../../model.ts'

type PhrasesPageProps = {
  readonly site: Site
  readonly administration: Administration
  readonly phrases: readonly Phrase[]
  readonly richText: (markdown: string) => ComponentChildren
  readonly outcome?: string | undefined
  /** A phrase that was refused. */
  readonly refusal?: Refusal | undefined
}

const outcomes = {
  aggiunta: 'Frase aggiunta.',
  salvata: 'Frase salvata.',
  eliminata: 'Frase eliminata: i testi in cui era stata inserita restano come sono.',
}

const labels = { title: 'Titolo', markdown: 'Testo' }

/** The texts that a body's office uses again: read by whoever writes entries, changed by whoever writes the plan. */
export function PhrasesPage({ site, administration, phrases, richText, outcome, refusal }: PhrasesPageProps) {
  const { slug, name } = administration
  const mayChange = useViewer().may(planActions.write, { slug })
  return (
    <Layout
      site={site}
      section={administrationsEntry}
      title={`${refusal ? 'Errore: ' : ''}Frasi dell’ufficio · ${name}`}
      trail={[
        { label: 'Enti', href: home({}) },
        { label: name, href: administrationPaths.administration({ slug }) },
        { label: 'Frasi' },
      ]}
    >
      {refusal && <ErrorSummary message={refusal.message} problems={refusal.problems} labels={labels} />}
      <div class="t-heading">
        <p class="t-eyebrow">{name}</p>
        <h1>Frasi dell’ufficio</h1>
        <p class="lead">Testi che si usano spesso: chi scrive una scheda li trova fra i testi suggeriti.</p>
      </div>
      <Flash outcomes={outcomes} outcome={outcome} />
      {phrases.length === 0 && <p class="t-empty">Nessuna frase, per ora.</p>}
      {phrases.map((phrase) => (
        <section key={phrase.id} class="t-panel t-phrase" aria-labelledby={`frase-${phrase.id}`}>
          <h2 id={`frase-${phrase.id}`}>{phrase.title}</h2>
          <div class="t-prose">{richText(phrase.markdown)}</div>
          {mayChange && (
            <a class="btn btn-outline-primary btn-sm" href={planPaths.phrase({ slug, id: String(phrase.id) })}>
              Modifica<span class="visually-hidden"> la frase «{phrase.title}»</span>
            </a>
          )}
        </section>
      ))}
      {mayChange && (
        <section aria-labelledby="nuova-frase">
          <h2 id="nuova-frase">Aggiungi una frase</h2>
          <form action={planPaths.phrases({ slug })} method="post" novalidate aria-label="Frase nuova">
            <PhraseFields values={refusal?.values ?? {}} problems={refusal?.problems ?? []} />
            <button type="submit" class="btn btn-primary">
              Aggiungi la frase
            </button>
          </form>
        </section>
      )}
    </Layout>
  )
}

type PhrasePageProps = Pick<PhrasesPageProps, 'site' | 'administration' | 'refusal'> & { readonly phrase: Phrase }

/** The form of one phrase. */
export function PhrasePage({ site, administration, phrase, refusal }: PhrasePageProps) {
  const { slug, name } = administration
  const { id, title, markdown } = phrase
  return (
    <Layout
      site={site}
      section={administrationsEntry}
      title={`${refusal ? 'Errore: ' : ''}Modifica la frase «${title}» · ${name}`}
      trail={[
        { label: 'Enti', href: home({}) },
        { label: name, href: administrationPaths.administration({ slug }) },
        { label: 'Frasi', href: planPaths.phrases({ slug }) },
        { label: title },
      ]}
    >
      {refusal && <ErrorSummary message={refusal.message} problems={refusal.problems} labels={labels} />}
      <div class="t-heading">
        <p class="t-eyebrow">{name}</p>
        <h1>Modifica la frase</h1>
      </div>
      <form
        action={planPaths.phrase({ slug, id: String(id) })}
        method="post"
        novalidate
        aria-label={`Frase «${title}»`}
      >
        <input type="hidden" name="wasTitle" value={title} />
        <input type="hidden" name="wasMarkdown" value={markdown} />
        <PhraseFields values={refusal?.values ?? { title, markdown }} problems={refusal?.problems ?? []} />
        <div class="t-actions">
          <button type="submit" name="azione" value="salva" class="btn btn-primary">
            Salva la frase
          </button>
          <button type="submit" name="azione" value="elimina" class="btn btn-outline-danger">
            Elimina la frase
          </button>
          <a class="btn btn-link" href={planPaths.phrases({ slug })}>
            Torna alle frasi
          </a>
        </div>
      </form>
    </Layout>
  )
}

type PhraseFieldsProps = { readonly values: Readonly<Record<string, string>>; readonly problems: readonly Problem[] }

const PhraseFields = ({ values, problems }: PhraseFieldsProps) => (
  <>
    <TextField name="title" label={labels.title} value={values.title} error={faultOf(problems, 'title')} required />
    <TextArea
      name="markdown"
      label={labels.markdown}
      value={values.markdown}
      error={faultOf(problems, 'markdown')}
      rows={5}
      hint="Markdown semplice: elenchi con un trattino, **grassetto**."
      required
    />
  </>
)
