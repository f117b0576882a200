import { InvalidArgumentError } from 'commander';

/** Parses an option as a whole number in a range; commander prints the error with the option's name. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least || value > most) {
      throw new InvalidArgumentError(`give a whole number from ${least} to ${most}`);
    }
    return value;
  };
}
