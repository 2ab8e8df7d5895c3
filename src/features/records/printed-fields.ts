// SPDX-License-Identifier: AGPL-3.0-or-later
import { anyField, type Field, type Fields, fieldNames, type Printed } from './field.ts'

/** A field of a record that documents and pages print, with what it says. */
export type PrintedField<Content> = {
  readonly name: keyof Content & string
  readonly field: Field<unknown>
  /** Undefined where nothing is said. */
  readonly printed: Printed | undefined
}

/** A content in which anything may be missing. */
export type Said<Content> = { readonly [Name in keyof Content]?: Content[Name] | undefined }

/**
 * The fields that every document and page has, in their order: all but those that say why they are nowhere, those that
 * are printed beside another, and those that the caller prints by itself.
 * @param elsewhere what has its own place on this page: the activity above the list, the title as its heading
 */
export const printedFields = <Content extends object>(
  fields: Fields<Content>,
  content: Said<Content> | undefined,
  elsewhere: readonly (keyof NoInfer<Content>)[] = [],
): readonly PrintedField<Content>[] =>
  fieldNames(fields)
    .map((name) => ({ name, field: anyField(fields, name), value: content?.[name] }))
    .filter(({ name, field }) => !(field.unprinted || field.printedWith || elsewhere.includes(name)))
    .map(({ name, field, value }) => ({
      name,
      field,
      printed: value === undefined || value === null ? undefined : field.print(value),
    }))

/** What a field is called in a document's card. */
export const cardHeading = ({ label, heading }: Pick<Field<unknown>, 'label' | 'heading'>): string =>
  heading?.card ?? label
