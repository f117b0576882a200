/** Where a passage has its page. Ids are `[a-z0-9-]` with slashes; anything else is made harmless. */
export const passagePath = (id: string): string => `/p/${id.split('/').map(encodeURIComponent).join('/')}`;
