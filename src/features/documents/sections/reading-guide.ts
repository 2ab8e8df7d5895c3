// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatDate, type IsoDate } from '../../../kernel/dates.ts'
import { gridOf, paragraph, strong, textCell } from '../content/content.ts'
import type { Section } from '../model.ts'
import type { DocumentSource } from './source.ts'

/** The structure of the document and the meaning of its words. */
export const readingGuide = ({ tailored, options }: DocumentSource): Section => ({
  id: 'come-leggere',
  title: 'Come leggere il piano',
  blocks: [
    paragraph(
      strong('Parte prima'),
      ': l’ente, la sua organizzazione e le sue risorse. ',
      strong('Parte seconda'),
      ': i capitoli del piano nazionale, con ciò che ciascuno chiede e ciò che l’ente fa. ',
      strong('Parte terza'),
      ': le iniziative proprie dell’ente e i tempi. Gli allegati raccolgono il resto.',
    ),
    paragraph(
      `Ogni linea d’azione ha un codice, per esempio ${tailored.edition.lines[0]?.code}: il capitolo del piano nazionale, la sigla PA perché si `,
      'rivolge alle amministrazioni, un numero d’ordine. Appartiene a un obiettivo (OB) e contribuisce a uno o più ',
      'risultati attesi (RA). ',
      options.layout === 'fiches'
        ? 'In questo documento ha una scheda.'
        : 'In questo documento è una riga della tabella del suo obiettivo.',
    ),
    paragraph(requirement(tailored)),
    gridOf(
      {
        id: 'come-leggere-termini',
        caption: 'I termini usati nel piano',
        columns: [
          { heading: 'Termine', width: 20, cell: ([term]) => textCell(term) },
          { heading: 'Significato', width: 80, cell: ([, meaning]) => textCell(meaning) },
        ],
      },
      terms(options.today),
    ),
  ],
  sections: [],
})

const terms = (today: IsoDate): readonly (readonly [term: string, meaning: string])[] => [
  ['Si applica', 'La linea riguarda l’ente: il motivo dice quale regola e quale fatto lo decidono.'],
  ['Da verificare', 'Manca un fatto per decidere: il motivo dice quale.'],
  ['A scelta dell’ente', 'L’ente può attuarla o no, e non ha ancora deciso: finché non decide non è tenuto a nulla.'],
  ['Non si applica', 'La linea si rivolge ad altri, o è facoltativa e l’ente ha scelto di non attuarla.'],
  ['Entro', 'La data entro la quale la linea va attuata.'],
  ['Da', 'La data a partire dalla quale la linea va attuata, senza una fine.'],
  ['In vigore', 'L’obbligo c’era già prima di questo piano nazionale, e continua.'],
  ['In ritardo', `Al ${formatDate(today)} la data nazionale è passata e l’attuazione non risulta conclusa.`],
  ['Non indicato', 'L’ente non dice a che punto è la linea: non è contata fra quelle non avviate.'],
  ['Da indicare', `Al ${formatDate(today)} la data nazionale è passata e l’ente non dice a che punto è.`],
]

function requirement({ edition }: DocumentSource['tailored']): string {
  const official = edition.lines.filter(({ officialText }) => officialText !== undefined).length
  if (official === 0) return 'Ciò che ogni linea chiede è riassunto: il testo ufficiale è nel piano nazionale di AgID.'
  if (official === edition.lines.length) {
    return 'Ciò che ogni linea chiede è scritto con le parole del piano nazionale di AgID («Testo ufficiale»).'
  }
  return (
    'Ciò che ogni linea chiede è scritto con le parole del piano nazionale di AgID («Testo ufficiale») o, dove mancano, ' +
    'riassunto («Sintesi»).'
  )
}
