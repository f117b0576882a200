import { html } from 'hono/html';

/** Escaped markup. `html` escapes every interpolated string and keeps markup made by itself. */
export type Html = ReturnType<typeof html>;

export { html };

export const markup = async (view: Html): Promise<string> => String(await view);
