/** The seven books of the Civil Code with their first and last articles; articles 1259 and 1260 stand outside them. */
export const books = [
  { number: 1, title: '总则', first: 1, last: 204 },
  { number: 2, title: '物权', first: 205, last: 462 },
  { number: 3, title: '合同', first: 463, last: 988 },
  { number: 4, title: '人格权', first: 989, last: 1039 },
  { number: 5, title: '婚姻家庭', first: 1040, last: 1118 },
  { number: 6, title: '继承', first: 1119, last: 1163 },
  { number: 7, title: '侵权责任', first: 1164, last: 1258 },
] as const;

export const bookTitle = (number: number): string | undefined =>
  books.find((book) => book.number === number)?.title;

/** The book in which an article stands; undefined for 附则 and for articles that do not exist. */
export const bookOfArticle = (article: number): number | undefined =>
  books.find(({ first, last }) => first <= article && article <= last)?.number;
