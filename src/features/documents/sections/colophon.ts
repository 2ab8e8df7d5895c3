// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatDate, formatLongDate } from '../../../kernel/dates.ts'
import type { Act } from '../../administrations/index.ts'
import { ficheOf, textCell } from '../content/content.ts'
import type { Section } from '../model.ts'
import type { DocumentSource } from './source.ts'

/** `Giunta comunale, atto n. 12 del 20 febbraio 2026` */
export const approvalWords = ({ body, number, date }: Act): string =>
  `${body}, atto n. ${number} del ${formatLongDate(date)}`

/** What stands for the version and the act in a document of what is not approved. */
export const draftWords = 'Bozza, non approvata'

/** What this document was made from, so that it can be checked and made again. */
export const colophon = ({ profile, tailored, options, planHash }: DocumentSource): Section => {
  const { edition } = tailored
  const { provenance } = edition
  return {
    id: 'informazioni',
    title: 'Informazioni sul documento',
    blocks: [
      ficheOf('informazioni-tabella', 'Da che cosa nasce questo documento', [
        ['Ente', textCell(profile.administration.name)],
        ['Triennio', textCell(profile.plan.triennium)],
        ['Edizione nazionale', textCell(`${edition.title} (${edition.id})`)],
        [
          'Testi ufficiali',
          textCell(
            provenance === undefined
              ? 'Non caricati: le linee sono riassunte.'
              : `Da ${provenance.source}, letti il ${formatDate(provenance.importedOn)}; SHA-256 ${provenance.sha256}`,
          ),
        ],
        ['Versione', textCell(options.approval === undefined ? draftWords : String(options.approval.version))],
        ['Approvato con', textCell(options.approval === undefined ? '' : approvalWords(options.approval.act))],
        ['Data del documento', textCell(formatDate(options.today))],
        ['Impronta del piano', textCell(`SHA-256 ${planHash}`)],
      ]),
    ],
    sections: [],
  }
}
