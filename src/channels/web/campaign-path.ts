/** Where a campaign has its page. */
export const campaignPath = (id: string): string => `/c/${encodeURIComponent(id)}`;
