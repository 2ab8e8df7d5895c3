// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  type ApplicationText,
  ArgumentScannerError,
  formatMessageForArgumentScannerError,
  text_en,
} from '@stricli/core'
import { TimoneError } from '../../kernel/errors.ts'
import { describeError } from './terminal.ts'

/** @param corrections names similar to the one typed; the library puts some between backticks. */
const perhaps = (corrections: readonly string[], prefix = ''): string =>
  corrections.length > 0
    ? `: forse ${corrections.map((word) => `«${prefix}${word.replaceAll('`', '')}»`).join(' o ')}?`
    : ''

/** The command line's own messages, in Italian. */
export const italianText: ApplicationText = {
  ...text_en,
  headers: { usage: 'USO', aliases: 'ALTRI NOMI', commands: 'COMANDI', flags: 'OPZIONI', arguments: 'ARGOMENTI' },
  keywords: { default: 'predefinito:', separator: 'separatore:' },
  briefs: {
    help: 'Mostra questo aiuto',
    helpAll: 'Mostra l’aiuto completo',
    version: 'Mostra la versione',
    argumentEscapeSequence: 'Ciò che segue sono argomenti',
  },
  noCommandRegisteredForInput: ({ input, corrections }) => `Il comando «${input}» non esiste${perhaps(corrections)}`,
  exceptionWhileParsingArguments: (exception) =>
    exception instanceof ArgumentScannerError ? sayArgumentError(exception) : describeError(exception),
  exceptionWhileLoadingCommandFunction: describeError,
  exceptionWhileLoadingCommandContext: describeError,
  exceptionWhileRunningCommand: describeError,
  commandErrorResult: describeError,
}

const sayArgumentError = (error: ArgumentScannerError): string =>
  formatMessageForArgumentScannerError(error, {
    FlagNotFoundError: ({ input, corrections }) => `L’opzione --${input} non esiste${perhaps(corrections, '--')}`,
    AliasNotFoundError: ({ input }) => `L’opzione -${input} non esiste`,
    ArgumentParseError: ({ externalFlagNameOrPlaceholder: name, input, exception }) =>
      exception instanceof TimoneError ? describeError(exception) : `«${input}» non va bene per ${name}`,
    EnumValidationError: ({ externalFlagName, input, values }) =>
      `«${input}» non va bene per --${externalFlagName}: usare ${values.join(', ')}`,
    UnsatisfiedFlagError: ({ externalFlagName }) => `Manca l’opzione --${externalFlagName}, con il suo valore`,
    UnexpectedPositionalError: ({ input }) => `«${input}» è di troppo`,
    UnsatisfiedPositionalError: ({ placeholder }) => `Manca l’argomento ${placeholder}`,
    InvalidNegatedFlagSyntaxError: ({ externalFlagName }) => `L’opzione --${externalFlagName} non prende valori`,
    UnexpectedFlagError: ({ externalFlagName }) => `L’opzione --${externalFlagName} è ripetuta`,
  })
