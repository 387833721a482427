/** Whether a line begins a record of some log, judged by how loggers begin them: with a time stamp or a priority. */

const RECORD =
  /^(?:\[?\d{4}[-/.]\d\d[-/.]\d\d[T _]|\[?\d{1,2}:\d\d:\d\d|\[?[*.]?[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d|<\d{1,3}>\S|\d{1,12}mS |\d{8}[ .]\d{3}|\d\d-\d\d \d\d:\d\d:\d\d|\d{2}[-/.]\d{2}[-/.]\d{4} \d\d:)/;
const SEPARATOR = /^(?:-{3,}|={3,}|\*{3,}|_{3,}|~{3,}|#{3,}|`{3}|-- ?)$/;

export function isRecord(text: string): boolean {
  const first = text.charCodeAt(0);
  // Digits, `[`, `<`, `*`, `.` and capitals.
  if (
    !(
      (first >= 48 && first <= 57) ||
      first === 91 ||
      first === 60 ||
      first === 42 ||
      first === 46 ||
      (first >= 65 && first <= 90)
    )
  ) {
    return false;
  }
  return RECORD.test(text);
}

/** A rule that people and programs put between messages. */
export function isSeparator(text: string): boolean {
  return SEPARATOR.test(text.trimEnd());
}
