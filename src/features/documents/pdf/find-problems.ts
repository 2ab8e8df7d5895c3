// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem } from '../../../kernel/errors.ts'
import { plural } from '../../../kernel/text.ts'
import type { PdfFacts } from './pdf-report.ts'
import type { PageTags } from './read-page-tags.ts'

/**
 * Everything that keeps a PDF from being an accessible, archivable plan that can be imported again: PDF/A-3a (ISO
 * 19005-3), PDF/UA-1 (ISO 14289-1) as far as a program can tell without rendering, and the embedded plan.
 */
export function findProblems(facts: PdfFacts): Problem[] {
  return [
    ...inClaims(facts),
    ...inProperties(facts),
    ...facts.tags.flatMap((page, index) => [...onPage(page, index)]),
    ...inHeadings(facts.tags),
    ...inPlan(facts),
  ]
}

function* inClaims({ pdfA, pdfUa }: PdfFacts): Generator<Problem> {
  if (pdfA !== '3A') {
    yield { place: 'metadati', message: pdfA ? `dichiara PDF/A-${pdfA}, non PDF/A-3A` : 'non dichiara PDF/A-3A' }
  }
  if (pdfUa !== '1') yield { place: 'metadati', message: 'non dichiara PDF/UA-1' }
}

function* inProperties({ language, title, displaysTitle, marked, pages, tags }: PdfFacts): Generator<Problem> {
  if (!language) yield { place: 'proprietà', message: 'manca la lingua del documento' }
  else if (!/^it(-|$)/i.test(language))
    yield { place: 'proprietà', message: `la lingua è «${language}», non l’italiano` }
  if (!title) yield { place: 'proprietà', message: 'manca il titolo' }
  if (!displaysTitle) yield { place: 'proprietà', message: 'la finestra mostra il nome del file invece del titolo' }
  if (!marked) yield { place: 'proprietà', message: 'non si dichiara etichettato (Marked)' }
  if (tags.length < pages) yield { place: 'pagine', message: `controllate solo le prime ${tags.length} su ${pages}` }
}

function* onPage(page: PageTags, index: number): Generator<Problem> {
  const place = `pagina ${index + 1}`
  if (Object.keys(page.counts).length === 0) yield { place, message: 'non ha etichette' }
  if (page.figuresWithoutAlternative > 0) {
    const figures = plural(page.figuresWithoutAlternative, 'figura', 'figure')
    yield { place, message: `${figures} senza testo alternativo` }
  }
  if (page.tablesWithoutHeaders > 0) {
    yield { place, message: `${plural(page.tablesWithoutHeaders, 'tabella', 'tabelle')} senza celle di intestazione` }
  }
}

/** A heading may be at most one level below the one before it; the first is of level 1. */
function* inHeadings(tags: readonly PageTags[]): Generator<Problem> {
  let previous = 0
  for (const [index, { headings }] of tags.entries()) {
    for (const level of headings) {
      if (level > previous + 1) {
        const message = `un titolo di livello ${level} segue ${previous === 0 ? 'l’inizio' : `il livello ${previous}`}`
        yield { place: `pagina ${index + 1}`, message }
      }
      previous = level
    }
  }
}

function* inPlan({ plan }: PdfFacts): Generator<Problem> {
  if (plan === undefined) yield { place: 'allegati', message: 'i dati del piano mancano o non si leggono' }
  else if (!plan.valid) yield { place: 'allegati', message: 'i dati allegati non hanno la forma di un piano' }
}
