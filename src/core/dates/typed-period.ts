/** A period as a form shows and sends it, in words that parse-period reads back; a single day by itself. */
export function typedPeriod(start: string, end: string): string {
  return start === end ? start : `${start} t/m ${end}`;
}
