// SPDX-License-Identifier: AGPL-3.0-or-later
import { transparencyPaths } from '../addresses.ts'
import type { PublishedPlan } from '../model.ts'
import { section } from '../words.ts'

/** The snippet that shows the plan on the body's own site, where the law wants it. */
export function EmbedSnippet({ origin, plan }: { origin: string; plan: PublishedPlan }) {
  const { publisher, triennium } = plan
  const where = { slug: publisher.slug, triennium }
  const title = `Piano triennale per l’informatica ${triennium}, ${publisher.name}`
  return (
    <section class="t-panel t-screen-only" aria-labelledby="sito">
      <h2 id="sito">Per il sito dell’ente</h2>
      <p>
        Da incollare in «{section}»: il collegamento, oppure la pagina intera in una cornice. Quando si pubblica una
        versione nuova si aggiornano da soli.
      </p>
      <Snippet
        id="collegamento"
        label="Collegamento"
        code={`<a href="${attribute(origin + transparencyPaths.publishedPlan(where))}">${element(title)}</a>`}
      />
      <Snippet
        id="cornice"
        label="Pagina in una cornice"
        code={`<iframe src="${attribute(origin + transparencyPaths.embeddedPlan(where))}" title="${attribute(title)}" width="100%" height="800" loading="lazy"></iframe>`}
      />
    </section>
  )
}

const Snippet = ({ id, label, code }: { id: string; label: string; code: string }) => (
  <div class="t-input">
    <label for={id}>{label}</label>
    <textarea id={id} class="t-snippet" rows={4} readonly value={code} />
  </div>
)

const element = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const attribute = (text: string): string => element(text).replaceAll('"', '&quot;')
