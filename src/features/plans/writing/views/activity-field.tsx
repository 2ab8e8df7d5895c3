// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'
import { fieldId, TextArea } from '../../../../ui/form-fields.tsx'
import { paths } from '../../../../ui/paths.ts'
import { Locked } from './locked.tsx'
import { control, type Typing } from './typing.ts'

type ActivityFieldProps = {
  readonly typing: Typing
  readonly action: string
  /** The text as it will be read, when that was asked for. */
  readonly preview: ComponentChildren | undefined
}

/** What the body does, in Markdown: with a preview, and texts to begin from. */
export function ActivityField({ typing, action, preview }: ActivityFieldProps) {
  const { form, fields } = typing
  if (form.locked.has('activity')) return <Locked form={form} fields={['activity']} />
  const { slug } = form.administration
  return (
    <div data-preview={paths.preview({ slug })}>
      <TextArea
        {...control(typing, 'activity')}
        rows={12}
        hint="Markdown semplice: una riga vuota fra i paragrafi, elenchi con un trattino, **grassetto**, [parole](https://…)."
      />
      <p class="t-suggested" data-suggested hidden={!fields.suggested}>
        Contiene testo suggerito, da rivedere prima di salvare.
      </p>
      <input type="hidden" name="suggested" value={fields.suggested ?? ''} />
      <button
        type="submit"
        name="azione"
        value="anteprima"
        formaction={`${action}#anteprima`}
        class="btn btn-outline-primary btn-sm"
        data-preview-button
      >
        Anteprima
      </button>
      <section id="anteprima" class="t-preview" aria-labelledby="titolo-anteprima" hidden={preview === undefined}>
        <h3 id="titolo-anteprima">Anteprima</h3>
        <div class="t-prose" data-preview-text>
          {preview}
        </div>
      </section>
      <Suggestions typing={typing} action={action} />
    </div>
  )
}

function Suggestions({ typing, action }: Pick<ActivityFieldProps, 'typing' | 'action'>) {
  const { suggestions, administration } = typing.form
  return (
    <details class="t-details">
      <summary>Testi suggeriti ({suggestions.length})</summary>
      {suggestions.length === 0 && <p>Nessuno, per questa linea.</p>}
      <ul class="t-suggestions">
        {suggestions.map(({ key, label, markdown }) => (
          <li key={key}>
            <p class="t-side-title">{label}</p>
            <p class="t-printed">{markdown}</p>
            <button
              type="submit"
              name="azione"
              value={`inserisci-${key}`}
              formaction={`${action}#${fieldId('activity')}`}
              class="btn btn-outline-primary btn-sm"
              data-insert={markdown}
            >
              Inserisci<span class="visually-hidden"> in fondo all’attività: {label}</span>
            </button>
          </li>
        ))}
      </ul>
      <p>
        <a href={paths.phrases({ slug: administration.slug })}>Le frasi dell’ufficio</a>
      </p>
    </details>
  )
}
