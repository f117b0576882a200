import { type Html, html } from './html.ts';

const urgent = ['110', '119', '120'];
const hotlines = ['12356', '96110', '12338', '12348', '12345'];
const hotline = new RegExp(`(?<![\\d.,-])(${hotlines.join('|')})(?![\\d.,-]*\\d)`, 'gu');
const anyNumber = new RegExp(
  `(?<![\\d第.,-])(${[...urgent, ...hotlines].join('|')})(?![\\d条元人年天岁日万页项件个.,-])`,
  'gu',
);

const phoneLink = (number: string): Html => html`<a class="phone" href="tel:${number}">${number}</a>`;

/** A text with the five-digit hotlines as links. 110 and the like may be any number, so only signposts call them. */
export function withHotlines(text: string): Html[] {
  return text.split(hotline).map((part, i) => (i % 2 === 1 ? phoneLink(part) : html`${part}`));
}

/** The numbers a signpost tells people to call, each once, in its order. */
export function numbersToCall(text: string): string[] {
  return [...new Set([...text.matchAll(anyNumber)].map((match) => match[1]!))];
}

/** A card's phone: a link where it is a number, else as it stands. */
export function phone(text: string): Html {
  const dialled = text.replace(/[\s()（）]/gu, '');
  return /^\+?[\d-]{3,20}$/u.test(dialled)
    ? html`<a class="phone" href="tel:${dialled}">${text}</a>`
    : html`${text}`;
}
