/** 3分12秒; whole seconds, at least one. */
export function spokenTime(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  return [hours && `${hours}小时`, minutes && `${minutes}分`, !hours && seconds % 60 && `${seconds % 60}秒`]
    .filter(Boolean)
    .join('');
}
