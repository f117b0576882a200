/** Options of an item as people write them, in the order of the bank: A is 0. */
export const readLetters = (letters: string): number[] =>
  [...new Set(letters.toUpperCase())].map((letter) => letter.charCodeAt(0) - 65).sort((a, b) => a - b);

export const writeLetters = (options: readonly number[]): string =>
  options.map((option) => String.fromCharCode(65 + option)).join('');
