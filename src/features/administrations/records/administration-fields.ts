// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { type ContentOf, choice, field, schemaOf, text, wholeNumber } from '../../records/index.ts'
import { kindLabel } from '../administration-kinds.ts'

/** Cadastral (Belfiore) code of a municipality: the registry's key. One letter, three digits. */
export const CadastralCode = z.string().regex(/^[A-Z]\d{3}$/, 'codice catastale: una lettera e tre cifre, es. B731')

const IstatCode = z.string().regex(/^\d{6}$/, 'codice ISTAT: sei cifre')
const Place = z.string().trim().max(60)

/** What an administration is, for the rules and for a cover page. */
export const administrationFields = {
  name: field(
    { ...text({ max: 200 }), schema: z.string().trim().min(2).max(200) },
    { label: 'Denominazione', description: 'Denominazione dell’ente, es. Comune di Vallechiara', required: true },
  ),
  kind: field(choice(kindLabel), {
    label: 'Tipo di ente',
    description: 'Tipo di ente',
    heading: { card: 'Tipo' },
    required: true,
  }),
  province: field({ ...text({ max: 60 }), schema: Place }, { label: 'Provincia' }),
  region: field({ ...text({ max: 60 }), schema: Place }, { label: 'Regione' }),
  population: field(wholeNumber({ min: 0, max: 10_000_000, example: '7.200' }), { label: 'Abitanti', progress: true }),
  cadastralCode: field(
    { ...text({ max: 4, capitals: true }), schema: CadastralCode },
    { label: 'Codice catastale', description: 'Codice catastale (chiave del registro dei comuni)' },
  ),
  istatCode: field(
    { ...text({ max: 6, inputmode: 'numeric' }), schema: IstatCode },
    { label: 'Codice ISTAT', description: 'Codice ISTAT del comune' },
  ),
  ipaCode: field(text({ max: 40 }), { label: 'Codice IPA' }),
}

export const AdministrationSchema = schemaOf(administrationFields)
export type AdministrationDetails = ContentOf<typeof administrationFields>
