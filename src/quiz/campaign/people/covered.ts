/** 王*: a family name is enough to find oneself by. */
export const covered = (name: string): string =>
  `${[...name][0]}${'*'.repeat(Math.max(1, [...name].length - 1))}`;
