// SPDX-License-Identifier: AGPL-3.0-or-later
import { fieldId } from '../../../../ui/form-fields.tsx'
import { paths } from '../../../../ui/paths.ts'
import type { Suggestion } from '../../writing/model.ts'
import type { Typed } from './part-page.tsx'

type TextToolsProps = {
  readonly action: string
  /** The control of the text. */
  readonly control: string
  readonly typed: Typed
  readonly suggestions: readonly Suggestion[]
  readonly slug: string
}

/** What helps with a long text: how it will be printed, and texts to begin from. Both work without a script. */
export function TextTools({ action, control, typed, suggestions, slug }: TextToolsProps) {
  const { preview, suggested } = typed
  return (
    <>
      {suggested && <p class="t-suggested">Contiene testo suggerito («{suggested}»), da rivedere prima di salvare.</p>}
      <button
        type="submit"
        name="azione"
        value="anteprima"
        formaction={`${action}#anteprima`}
        class="btn btn-outline-primary btn-sm"
      >
        Anteprima
      </button>
      {preview !== undefined && (
        <section id="anteprima" class="t-preview" aria-labelledby="titolo-anteprima">
          <h2 id="titolo-anteprima">Anteprima</h2>
          <div class="t-prose">{preview}</div>
        </section>
      )}
      {suggestions.length > 0 && (
        <details class="t-details">
          <summary>Testi suggeriti ({suggestions.length})</summary>
          <ul class="t-suggestions">
            {suggestions.map(({ key, label, markdown }) => (
              <li key={key}>
                <p class="t-side-title">{label}</p>
                <p class="t-printed">{markdown}</p>
                <button
                  type="submit"
                  name="azione"
                  value={`inserisci-${key}`}
                  formaction={`${action}#${fieldId(control)}`}
                  class="btn btn-outline-primary btn-sm"
                >
                  Inserisci<span class="visually-hidden"> in fondo al testo: {label}</span>
                </button>
              </li>
            ))}
          </ul>
          <p>
            <a href={paths.phrases({ slug })}>Le frasi dell’ufficio</a>
          </p>
        </details>
      )}
    </>
  )
}
