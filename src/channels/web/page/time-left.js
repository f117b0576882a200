/** The time left in two parts, or one where the other does not matter. views/countdown.ts says the same when the page is made. */
export function timeLeft(ms) {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const two = (n) => String(n).padStart(2, '0');
  const [days, hours] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24];
  const [minutes, rest] = [Math.floor(seconds / 60) % 60, seconds % 60];
  if (days >= 10) return `${days}天`;
  if (days > 0) return `${days}天${hours}小时`;
  if (hours > 0) return `${hours}小时${two(minutes)}分`;
  return minutes > 0 ? `${minutes}分${two(rest)}秒` : `${rest}秒`;
}
