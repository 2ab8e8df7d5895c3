// SPDX-License-Identifier: AGPL-3.0-or-later

import type { ComponentChildren } from 'preact'
import type { Slug } from '../../../../../kernel/ids.ts'
import { fieldId } from '../../../../../ui/forms/form-fields.tsx'
import { planPaths } from '../../../addresses.ts'
import type { Suggestion } from '../../model.ts'

type TextToolsProps = {
  /** Where the form is sent. */
  readonly action: string
  /** The name of the text's control. */
  readonly control: string
  /** The text as it will be printed, when that was asked for. */
  readonly preview: ComponentChildren | undefined
  /** The text that was put in at the end, to be gone through; empty: none. */
  readonly suggested: string
  readonly suggestions: readonly Suggestion[]
  readonly slug: Slug
  /** Where the text is printed: in a cell, or as a text of its own. */
  readonly place: 'cell' | 'text'
  /** The control. */
  readonly children: ComponentChildren
}

/** A long text, with how it will be printed and texts to begin from. All of it works without a script, too. */
export function TextTools(props: TextToolsProps) {
  const { action, control, preview, suggested, suggestions, slug, place, children } = props
  return (
    <div data-preview={planPaths.preview({ slug })} data-preview-place={place === 'text' ? 'testo' : 'cella'}>
      {children}
      <p class="t-suggested" data-suggested hidden={suggested === ''}>
        Contiene testo suggerito, da rivedere prima di salvare.
      </p>
      <input type="hidden" name="suggested" value={suggested} />
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
        <h2 id="titolo-anteprima" class="h5">
          Anteprima
        </h2>
        <div class="t-prose" data-preview-text>
          {preview}
        </div>
      </section>
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
                  data-insert={markdown}
                >
                  Inserisci<span class="visually-hidden"> in fondo al testo: {label}</span>
                </button>
              </li>
            ))}
          </ul>
          <p>
            <a href={planPaths.phrases({ slug })}>Le frasi dell’ufficio</a>
          </p>
        </details>
      )}
    </div>
  )
}
