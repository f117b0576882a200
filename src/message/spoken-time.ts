/** 3分12秒, 2小时5分, 3天2小时; whole seconds, at least one. */
export function spokenTime(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return [
    days && `${days}天`,
    hours && `${hours}小时`,
    !days && minutes && `${minutes}分`,
    !days && !hours && seconds % 60 && `${seconds % 60}秒`,
  ]
    .filter(Boolean)
    .join('');
}
