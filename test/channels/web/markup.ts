const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** What a reader sees of markup: tags gone, the five escapes undone. Markup that breaks out of a text shows up here. */
export const visibleText = (html: string): string =>
  html.replace(/<[^>]*>/gu, '').replace(/&(?:amp|lt|gt|quot|#39);/gu, (entity) => entities[entity]!);

/** Tags in order, by name and attributes: what injected markup would change. */
export const tagsOf = (html: string): string[] => html.match(/<[a-z/!][^>]*>/giu) ?? [];
