/** Patterns for status codes: `486`, `18x`, `4xx`. */

const form = /^[1-6](?:\d\d|\dx|xx)$/i;

export function isStatusPattern(word: string): boolean {
  return form.test(word);
}

export function matchesStatus(word: string, status: number): boolean {
  const digits = String(status);
  if (digits.length !== 3) return false;
  for (let i = 0; i < 3; i++) if (word[i] !== 'x' && word[i] !== 'X' && word[i] !== digits[i]) return false;
  return true;
}
