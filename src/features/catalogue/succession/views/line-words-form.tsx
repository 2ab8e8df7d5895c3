// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Refusal } from '../../../../platform/http/form-route.ts'
import { Checkbox, FieldGroup, RadioButton } from '../../../../ui/forms/choice-fields.tsx'
import { faultOf } from '../../../../ui/forms/error-summary.tsx'
import { fieldsOf } from '../../../../ui/forms/fields-of.ts'
import { DateField, SelectField, TextArea, TextField } from '../../../../ui/forms/form-fields.tsx'
import { administrationKinds, kindLabel } from '../../../administrations/index.ts'
import type { ActionLine } from '../../model.ts'
import {
  conditionNames,
  conditionOptions,
  exceptionNames,
  isSpecial,
  kindName,
  specialOption,
  valuesOfRule,
} from '../rule-form.ts'

const labels = {
  titolo: 'Titolo',
  sintesi: 'Sintesi',
  data: 'Data di legge',
  fonte: 'Fonte della data di legge',
  tipi: 'Tipi di ente',
  'abitanti-da': 'Comuni da (abitanti)',
  'abitanti-a': 'Comuni fino a (abitanti)',
}
const conditionLabel = (at: number): string => `Condizione ${at + 1}`
const exceptionLabel = (at: number): string => `Eccezione ${at + 1}`

/** The names of the form's fields. */
export const lineLabels: Readonly<Record<string, string>> = {
  ...labels,
  ...Object.fromEntries(conditionNames.map((name, at) => [name, conditionLabel(at)])),
  ...Object.fromEntries(exceptionNames.map((name, at) => [name, exceptionLabel(at)])),
}

type LineWordsFormProps = {
  readonly action: string
  readonly line: ActionLine
  /** Tells one state of the line from another: what is sent must be about the one that was shown. */
  readonly base: string
  readonly refusal?: Refusal | undefined
}

/** The form that writes a line's title, summary, legal date and rule. */
export function LineWordsForm({ action, line, base, refusal }: LineWordsFormProps) {
  const { title, summary, legalDate, addressees, toConfirm } = line
  const values: Readonly<Record<string, string>> & { readonly regola?: string; readonly enti?: string } =
    refusal?.values ?? {
      ...valuesOfRule(addressees),
      ...(title !== undefined && { titolo: title }),
      ...(summary !== undefined && { sintesi: summary }),
      ...(legalDate && { data: legalDate.date, fonte: legalDate.source }),
    }
  const typed = { problems: refusal?.problems ?? [], values }
  const field = fieldsOf(labels, typed)
  const numbered = (name: string, label: string) => ({ ...fieldsOf(lineLabels, typed)(name), label })
  const box = (name: string) => ({ name, value: 'sì', checked: values[name] !== undefined })
  return (
    <form action={action} method="post" novalidate>
      <input type="hidden" name="base" value={base} />
      <TextField {...field('titolo')} hint="Al più 80 caratteri: è ciò che tabelle e grafici stampano" />
      <TextArea {...field('sintesi')} rows={3} hint="Una o due frasi con parole proprie, al più 500 caratteri" />
      <FieldGroup name="regola" legend="Regola: quali enti riguarda">
        <RadioButton name="regola" value="manca" checked={values.regola !== 'scritta'}>
          Non è ancora decisa: la linea resta da verificare per tutti
        </RadioButton>
        <RadioButton name="regola" value="scritta" checked={values.regola === 'scritta'}>
          È quella scritta qui sotto
        </RadioButton>
      </FieldGroup>
      <FieldGroup name="tipi" legend="Tipi di ente" error={faultOf(typed.problems, 'tipi')}>
        <RadioButton name="enti" value="tranne" checked={values.enti !== 'soltanto'}>
          Tutte le pubbliche amministrazioni, tranne quelle scelte qui sotto
        </RadioButton>
        <RadioButton name="enti" value="soltanto" checked={values.enti === 'soltanto'}>
          Soltanto i tipi scelti qui sotto
        </RadioButton>
        <ul class="t-columns t-checks">
          {administrationKinds.map((kind) => (
            <li key={kind}>
              <Checkbox {...box(kindName(kind))}>{kindLabel[kind]}</Checkbox>
            </li>
          ))}
        </ul>
        <Checkbox {...box('gestori')}>Con tutte le amministrazioni, anche i gestori di pubblici servizi</Checkbox>
      </FieldGroup>
      <TextField {...field('abitanti-da')} inputmode="numeric" hint="Estremo compreso; conta solo per i comuni" />
      <TextField {...field('abitanti-a')} inputmode="numeric" hint="Estremo compreso; conta solo per i comuni" />
      <FieldGroup
        name="condizioni"
        legend="Condizioni: riguarda soltanto gli enti per cui"
        hint="Devono valere tutte. Condizioni in alternativa, o solo per alcuni tipi di ente, si scrivono nel file di «timone catalogue complete»"
      >
        {offered(values, conditionNames).map((name, at) => (
          <SelectField
            key={name}
            {...numbered(name, conditionLabel(at))}
            none="–"
            options={[...specials(addressees), ...conditionOptions]}
          />
        ))}
      </FieldGroup>
      <FieldGroup name="eccezioni" legend="Eccezioni: non riguarda gli enti per cui">
        {offered(values, exceptionNames).map((name, at) => (
          <SelectField key={name} {...numbered(name, exceptionLabel(at))} none="–" options={conditionOptions} />
        ))}
      </FieldGroup>
      <FieldGroup name="natura" legend="Che obbligo è">
        <Checkbox {...box('facoltativa')}>È facoltativa: sceglie l’ente</Checkbox>
        <Checkbox {...box('campione')}>Riguarda un campione di enti scelto altrove</Checkbox>
      </FieldGroup>
      <DateField {...field('data')} hint="Solo se la legge ne fissa una diversa da quella stampata nel piano" />
      <TextField {...field('fonte')} hint="L’atto e l’articolo, es. d.P.R. 160/2010, art. 12" />
      <button type="submit" class="btn btn-primary">
        {toConfirm ? 'Conferma la linea' : 'Scrivi la linea'}
      </button>
    </form>
  )
}

/** As many lists as are filled in, and two more. */
const offered = (values: Readonly<Record<string, string>>, names: readonly string[]): readonly string[] =>
  names.slice(0, names.findLastIndex((name) => values[name]) + 3)

const specials = (rule: ActionLine['addressees']): readonly (readonly [string, string])[] =>
  (rule?.conditions ?? []).flatMap((condition, at) => (isSpecial(condition) ? [specialOption(condition, at)] : []))
