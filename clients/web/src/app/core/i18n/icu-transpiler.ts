import type { TranslocoTranspiler } from '@jsverse/transloco';
import format, { type CompiledMessage, type FormatValues } from 'icu-minify/format';

interface Wanted {
  readonly value: unknown;
  readonly params?: FormatValues;
}

/**
 * Puts values into messages that `scripts/messages.mjs` has compiled. Transloco's own ICU transpiler makes a function of
 * each text, which our content security policy forbids, and carries a parser.
 */
export class IcuTranspiler implements TranslocoTranspiler {
  private readonly formatters = {
    getDateTimeFormat: remembered(
      (...wanted: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...wanted),
    ),
    getNumberFormat: remembered(
      (...wanted: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...wanted),
    ),
    getPluralRules: remembered(
      (...wanted: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...wanted),
    ),
  };

  constructor(private readonly language: () => string) {}

  transpile({ value, params }: Wanted): unknown {
    if (!Array.isArray(value)) return value;
    return format(value as CompiledMessage, this.language(), params, { formatters: this.formatters });
  }
}

/** What `Intl` makes is dear to make and the same each time. */
function remembered<Wanted extends unknown[], Made>(make: (...wanted: Wanted) => Made): (...wanted: Wanted) => Made {
  const made = new Map<string, Made>();
  return (...wanted) => {
    const key = JSON.stringify(wanted);
    const known = made.get(key) ?? make(...wanted);
    made.set(key, known);
    return known;
  };
}
