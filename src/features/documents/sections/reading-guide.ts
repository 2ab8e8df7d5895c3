// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatDate } from '../../../kernel/dates.ts'
import { ficheOf, paragraph, strong, textCell } from '../content.ts'
import type { Section } from '../model.ts'
import type { DocumentSource } from './source.ts'

/** How the document is made, what its words mean. */
export const readingGuide = ({ tailored, options }: DocumentSource): Section => ({
  id: 'come-leggere',
  title: 'Come leggere il piano',
  blocks: [
    paragraph(
      strong('Parte prima'),
      ": l'ente, la sua organizzazione e le sue risorse. ",
      strong('Parte seconda'),
      ": i capitoli del piano nazionale, con ciò che ciascuno chiede e ciò che l'ente fa. ",
      strong('Parte terza'),
      ": le iniziative proprie dell'ente e i tempi. Gli allegati raccolgono il resto.",
    ),
    paragraph(
      "Ogni linea d'azione ha un codice, per esempio CAP1.PA.07: il capitolo del piano nazionale, la sigla PA perché si ",
      "rivolge alle amministrazioni, un numero d'ordine. Appartiene a un obiettivo (OB) e contribuisce a uno o più ",
      'risultati attesi (RA). ',
      options.layout === 'fiches' ? 'Ha qui una scheda sua.' : 'È una riga della tabella del suo obiettivo.',
    ),
    paragraph(requirement(tailored)),
    ficheOf('come-leggere-termini', 'I termini usati nel piano', [
      ['Si applica', textCell("La linea riguarda l'ente: la ragione dice quale regola e quale fatto la decidono.")],
      ['Da verificare', textCell("Manca un fatto per decidere, oppure la scelta è dell'ente: la ragione dice quale.")],
      ['Non si applica', textCell("La linea si rivolge ad altri. L'ente non deve fare nulla.")],
      ['Entro', textCell('La data entro la quale la linea va attuata.')],
      ['Da', textCell('La data da cui la linea va attuata, e poi sempre.')],
      ['In vigore', textCell("L'obbligo c'era già e continua.")],
      [
        'In ritardo',
        textCell(`Al ${formatDate(options.today)} la data nazionale è passata e l'attuazione non risulta conclusa.`),
      ],
    ]),
  ],
  sections: [],
})

function requirement({ edition }: DocumentSource['tailored']): string {
  const official = edition.lines.filter(({ officialText }) => officialText !== undefined).length
  if (official === 0) return 'Ciò che ogni linea chiede è riassunto: il testo ufficiale è nel piano nazionale di AgID.'
  if (official === edition.lines.length) return 'Ciò che ogni linea chiede è riportato dal piano nazionale di AgID.'
  return 'Ciò che ogni linea chiede è riportato dal piano nazionale di AgID o, dove è scritto «Sintesi», riassunto.'
}
