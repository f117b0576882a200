const sentenceEnd = /[。．.！!？?：:；;）)”"》…_]$/;
const wide = /[\p{Script=Han}，、“”《》（）]/u;

/** Lines of one text: a sentence that was only broken to fit the page is mended, paragraphs stay apart. */
export function joinLines(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    if (text === '' || line === '') return text + line;
    const before = text.at(-1)!;
    if (sentenceEnd.test(text) || /^(?:[①-⑳]|[（(]?\d+[）).、])/.test(line)) return `${text}\n${line}`;
    return wide.test(before) || wide.test(line[0]!) ? text + line : `${text} ${line}`;
  }, '');
}

/** The words of a text with tabs and line ends, as they are shown. */
export function tidy(text: string): string {
  return joinLines(
    text
      .split('\n')
      .map((line) => line.replace(/\s*\t\s*/g, ' ').trim())
      .filter(Boolean),
  );
}
